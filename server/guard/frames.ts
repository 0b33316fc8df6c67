// The brackets of an expression while its growth is estimated: what stands in each, and what comes out of it.
import type { Refusal } from './refusal.ts';
import { listOf, nothing, together, usualLength, type Extent } from './extent.ts';
import { refuse, type Bracket, type Part } from './shape.ts';

/** A loop over a list: `[x IN list`, `any(x IN list`. */
export interface Loop {
  readonly name: string;
  readonly saved: Extent | undefined;
  readonly list: Extent;
}

/** An open bracket, or the text as a whole. */
export interface Frame {
  readonly bracket: Bracket | 'text';
  readonly opening: Part | undefined;
  readonly at: number;
  /** The function that the bracket holds the arguments of. */
  readonly call: string;
  /** The function that it stands among the arguments of. */
  readonly within: string;
  /** Whether it takes one element out of a list. */
  readonly isIndex: boolean;
  readonly given: Extent[];
  sum: Extent;
  /** Of the value that a comparison would take. */
  operand: Extent;
  loop?: Loop;
  /** The list of its loop is being read. */
  inHeader: boolean;
  /** Its body, where it makes a list or folds one, has begun. */
  inBody: boolean;
  /** How often what stands here is gone through. */
  work: number;
  /** It mentions the variable of a loop around it. */
  mentionsLoop: boolean;
}

/** How often what stands here in the bracket is gone through, its own loop included. */
export function workOf({ work, loop, inHeader }: Frame): number {
  return loop === undefined || inHeader ? work : work * Math.max(1, loop.list.length);
}

/** A bracket that opens here, after this part and within that bracket. */
export function newFrame(
  bracket: Frame['bracket'],
  opening: Part | undefined,
  at: number,
  before: Part | undefined,
  outer: Frame | undefined,
): Frame {
  const isCall = bracket === 'arguments' && before?.role === 'function';
  const afterValue = before !== undefined && ['name', 'value', 'close'].includes(before.role);
  return {
    bracket,
    opening,
    at,
    call: isCall ? (before.fullName ?? '') : '',
    within: outer?.call ?? '',
    isIndex: bracket === 'list' && afterValue,
    given: [],
    sum: nothing,
    operand: nothing,
    inHeader: false,
    inBody: false,
    work: outer === undefined ? 1 : workOf(outer),
    mentionsLoop: false,
  };
}

/** What reduce makes: its beginning with what each element adds, lengthened each time by what its body replaces. */
export function foldedOf({ loop, sum, given }: Frame, lengthening: number): Extent {
  const length = loop?.list.length ?? 1;
  const whole = together(given[0] ?? nothing, listOf(length, sum.size, false));
  return { ...whole, size: Math.min(1e15, whole.size * lengthening ** length) };
}

/** A list that is written out, made from another one, or from a pattern. */
export function listFrom({ loop, sum, given, inBody }: Frame): Extent {
  if (loop !== undefined) return listOf(loop.list.length, inBody ? sum.size : loop.list.element, loop.list.isKnown);
  if (inBody) return listOf(usualLength * usualLength, sum.size, false);
  const items = [...given, sum].filter(({ size }) => size > 0);
  const total = items.reduce(together, nothing);
  return { ...total, size: total.size + items.length, element: biggest(items), length: items.length };
}

/** A map. */
export function mapFrom({ sum, given }: Frame): Extent {
  const items = [...given, sum];
  return { ...items.reduce(together, nothing), element: biggest(items), length: items.length };
}

function biggest(items: readonly Extent[]): number {
  return items.reduce((most, { size }) => Math.max(most, size), 1);
}

/** The refusal of a value that can become too big. */
export function tooBig(part: Part): Refusal {
  const name = part.kind === 'symbol' ? 'What stands in these brackets' : part.text;
  return refuse(
    'too-big',
    part,
    `${name} can grow to more than the database can hold.`,
    'Join, repeat or nest less, or UNWIND the list and aggregate.',
  );
}

/** The refusal of a list that is made over and over. */
export function independent(part: Part): Refusal {
  const message = 'A list is made anew for each element of another list that it has nothing to do with.';
  return refuse('nested-loops', part, message, 'Instead, UNWIND one of the two lists.');
}

/** The refusal of loops within loops that multiply to too much. */
export function tooMuchWork(part: Part): Refusal {
  return refuse(
    'nested-loops',
    part,
    'These lists within lists are gone through too often.',
    'Instead, UNWIND one of the lists.',
  );
}
