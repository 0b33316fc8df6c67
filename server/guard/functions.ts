// How big a function makes what it is given.
import type { Json } from '../neo4j/database.ts';
import { lettersPerUnit, listOf, nothing, scalar, together, type Extent } from './extent.ts';
import type { Refusal } from './refusal.ts';
import { refuse, type Part } from './shape.ts';

/** A call of a function, its arguments estimated. */
export interface Call {
  readonly name: string;
  readonly given: readonly Extent[];
  /** Rows that an aggregation may collect. */
  readonly rows: number;
  readonly parts: readonly Part[];
  /** Index of its opening bracket. */
  readonly at: number;
  readonly parameters: Readonly<Record<string, Json>>;
}

const longestRange = 10_000;
const guessedLength = 1_000;
/** Functions that answer with one number, date or the like. */
export const scalars: ReadonlySet<string> = new Set(
  `size length count exists id elementid type isempty isnan char_length character_length abs sign round floor ceil sqrt
  tointeger tofloat toboolean tointegerornull tofloatornull tobooleanornull sum avg stdev stdevp percentilecont percentiledisc
  date datetime localdatetime time localtime duration duration.between duration.indays duration.inmonths duration.inseconds
  point.distance point.withinbbox valuetype timestamp rand randomuuid pi e`.split(/\s+/),
);

/** What the call may answer. */
export function resultOf(call: Call): Extent {
  const { name, given, rows } = call;
  const [first = nothing] = given;
  if (scalars.has(name)) return scalar;
  if (name === 'collect') return listOf(rows, first.size, false);
  if (name === 'range') return listOf(boundedRange(call, true).length, 1, true);
  if (name === 'split') return listOf(first.size * lettersPerUnit, 2, false);
  if (name === 'replace') return { ...first, size: Math.min(1e15, first.size * lengthening(call)), isKnown: false };
  return given.reduce(together, nothing);
}

/** How much longer `replace(text, search, with)` may make a text; endlessly where it searches for nothing. */
export function lengthening(call: Call): number {
  const [, search, written] = argumentsOf(call);
  const replacement = call.given[2] ?? nothing;
  const searched = search?.length === 1 ? textIn(search[0], call) : undefined;
  const put = written?.length === 1 ? textIn(written[0], call) : undefined;
  const letters = put?.length ?? replacement.size * lettersPerUnit;
  return searched === '' ? Infinity : Math.max(1, letters / (searched?.length ?? 1));
}

/**
 * How many elements a range has, or why it must not be made. Where it is unwound at once it is no list in memory, and its bounds
 * may be anything.
 */
export function boundedRange(call: Call, isUnwound: boolean): { length: number; refusal?: Refusal } {
  const [from, to, step] = argumentsOf(call).map((argument) => boundOf(argument, call));
  const known = from !== undefined && to !== undefined && Number.isFinite(from + to);
  const length = known
    ? Math.max(1, Math.floor(Math.abs(to - from) / Math.max(1, Math.abs(step ?? 1))) + 1)
    : guessedLength;
  const opening = call.parts[call.at - 1];
  if (isUnwound || opening === undefined) return { length };
  if (!known) {
    const message = 'The bounds of range are neither numbers nor parameters.';
    return {
      length,
      refusal: refuse('range-refused', opening, message, 'Write them out, use size(…), or UNWIND range(…) AS x.'),
    };
  }
  if (length <= longestRange) return { length };
  const message = `A range may have ${longestRange} numbers, unless it is unwound at once.`;
  return { length, refusal: refuse('range-refused', opening, message, 'Write UNWIND range(…) AS x.') };
}

/** The parts of each argument; what is nested stays within its argument. */
function argumentsOf({ parts, at }: Call): Part[][] {
  const found: Part[][] = [[]];
  for (let index = at + 1, depth = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || (part.role === 'close' && depth === 0)) break;
    depth += part.role === 'open' ? 1 : part.role === 'close' ? -1 : 0;
    if (part.text === ',' && part.kind === 'symbol' && depth === 0) found.push([]);
    else found.at(-1)?.push(part);
  }
  return found;
}

/** The number that parts such as `0`, `$n + 1` or `size(list) - 1` stand for; undefined where it cannot be told. */
function boundOf(argument: readonly Part[], call: Call): number | undefined {
  let sum = 0;
  let sign = 1;
  for (let index = 0; index < argument.length; index += 1) {
    const part = argument[index];
    if (part === undefined) break;
    if (part.text === '+' || part.text === '-') {
      sign = part.text === '-' ? -sign : sign;
      continue;
    }
    const counts = part.role === 'function' && ['size', 'length'].includes(part.fullName ?? '');
    const value = counts ? guessedLength : numberIn(part, call);
    if (value === undefined) return undefined;
    if (counts) index = closing(argument, index + 1);
    sum += sign * value;
    sign = 1;
  }
  return argument.length === 0 ? undefined : sum;
}

function closing(argument: readonly Part[], from: number): number {
  let depth = 0;
  for (let index = from; index < argument.length; index += 1) {
    depth += argument[index]?.role === 'open' ? 1 : argument[index]?.role === 'close' ? -1 : 0;
    if (depth === 0) return index;
  }
  return argument.length;
}

function numberIn(part: Part, { parameters }: Call): number | undefined {
  if (part.kind === 'number') return Number(part.text.replaceAll('_', ''));
  const value = part.kind === 'parameter' ? parameters[part.text] : undefined;
  return typeof value === 'number' ? value : undefined;
}

function textIn(part: Part | undefined, { parameters }: Call): string | undefined {
  if (part?.kind === 'string') return part.text;
  const value = part?.kind === 'parameter' ? parameters[part.text] : undefined;
  return typeof value === 'string' ? value : undefined;
}
