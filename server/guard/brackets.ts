// Tells what a bracket in a Cypher text holds from what stands before it and comes after it.
import type { Bracket, Part } from './shape.ts';
import type { Token } from './tokens.ts';

/** Words that a subquery in braces may follow. */
const subqueryWords = ['EXISTS', 'COUNT', 'COLLECT'];

/** What is known where a bracket opens. */
export interface Opening {
  readonly symbol: string;
  readonly before: Part | undefined;
  /** The two tokens after the bracket. */
  readonly ahead: readonly [Token | undefined, Token | undefined];
  /** Whether a complete value stands before it. */
  readonly afterValue: boolean;
  /** Whether it lists the properties of an index hint. */
  readonly inHint: boolean;
}

/** What the bracket that opens here holds. */
export function bracketOf(opening: Opening): Bracket {
  const { symbol, before } = opening;
  if (symbol === '(') return parenthesis(opening);
  if (symbol === '[') return before?.text === '-' && before.role === 'operator' ? 'relationship' : 'list';
  return isCall(before) || (before?.bracket === 'scope' && before.role === 'close') ? 'call' : brace(opening);
}

function parenthesis({ before, inHint }: Opening): Bracket {
  if (inHint) return 'group';
  if (isCall(before)) return 'scope';
  const isName = before?.kind === 'word' || before?.kind === 'quoted';
  return isName && before.role !== 'keyword' ? 'arguments' : 'group';
}

/** `{1,3}` after a closing bracket or an arrow says how often; `{` after EXISTS and its kin is a subquery, unless it is a map. */
function brace({ before, ahead: [first, second], afterValue }: Opening): Bracket {
  const isMap = first?.text === '}' || second?.text === ':';
  if (before?.kind === 'word' && subqueryWords.includes(before.upper) && !isMap) return 'subquery';
  const mayRepeat = before?.role === 'close' || (!afterValue && (before?.text === '>' || before?.text === '-'));
  const isNumbers = first?.kind === 'number' || first?.text === ',';
  return mayRepeat && isNumbers ? 'quantifier' : 'map';
}

function isCall(before: Part | undefined): boolean {
  return before?.upper === 'CALL' && before.role === 'keyword';
}
