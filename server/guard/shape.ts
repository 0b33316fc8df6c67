// What reading a text gives: its tokens with their part in it, and a way to refuse one of them.
import type { Place, Refusal } from './refusal.ts';
import type { Token } from './tokens.ts';

/** What a bracket holds. */
export type Bracket =
  'group' | 'arguments' | 'scope' | 'list' | 'relationship' | 'map' | 'quantifier' | 'subquery' | 'call';

/** A token and the part it plays. */
export interface Part extends Token {
  readonly role: 'keyword' | 'name' | 'function' | 'procedure' | 'value' | 'operator' | 'open' | 'close';
  /** What the bracket holds, of its opening and its closing. */
  readonly bracket?: Bracket;
  /** Of an opening: how many brackets are open, itself included. */
  readonly depth?: number;
  /** Of the last word of a function's or procedure's name: the whole name. */
  readonly fullName?: string;
}

/** A refusal of this layer. */
export function refuse(
  code: string,
  { from, to }: Place,
  message: string,
  advice: string,
  status: 400 | 403 = 403,
): Refusal {
  return { layer: 'text', code, status, message, advice, place: { from, to } };
}
