// Refusals of words that may not stand where they stand, each with its way out.
import * as allowed from './allowed.ts';
import type { Place, Refusal } from './refusal.ts';
import { refuse } from './shape.ts';
import type { Token } from './tokens.ts';

/** The refusal of a text that cannot be read. */
export function syntax(token: Place, message: string, advice: string): Refusal {
  return refuse('query-syntax', token, message, advice, 400);
}

/** The refusal of a bare word that is no keyword which may stand here. */
export function refusedWord(token: Token): Refusal {
  const way = allowed.waysOut[token.upper];
  if (way !== undefined) return refuse('word-refused', token, `${token.upper} is not allowed.`, way);
  return syntax(
    token,
    `${token.text} is no word that may stand here.`,
    'Check its spelling; the clauses that read are MATCH, OPTIONAL MATCH, UNWIND, CALL, WITH and RETURN.',
  );
}

/** The refusal of subqueries that are called in transactions. */
export function refusedTransactions(token: Token): Refusal {
  return refuse('word-refused', token, 'IN TRANSACTIONS is not allowed.', allowed.waysOut['TRANSACTIONS'] ?? '');
}

/** The refusal of a SHOW of something else than what may be shown. */
export function refusedShow(place: Place, shown: string): Refusal {
  const advice = 'SHOW INDEXES, SHOW CONSTRAINTS and SHOW FUNCTIONS are.';
  return refuse('show-refused', place, `${`SHOW ${shown}`.trim()} is not allowed.`, advice);
}

/** The refusal of a procedure that is not on the list. */
export function refusedProcedure(place: Place, name: string): Refusal {
  const advice = `Allowed are ${[...allowed.procedures].join(', ')}.`;
  return refuse('procedure-refused', place, `The procedure ${name} is not allowed.`, advice);
}

/** The refusal of a function that is not on the list; a word that looks like a call and is a clause gets that clause's way out. */
export function refusedFunction(last: Token, name: string): Refusal {
  const way = name === last.text ? allowed.waysOut[last.upper] : undefined;
  if (way !== undefined) return refuse('word-refused', last, `${last.upper} is not allowed.`, way);
  const advice = 'Use the functions that are built into Cypher.';
  return refuse('function-refused', last, `The function ${name} is not allowed.`, advice);
}
