// Layer 2: reads the text of a query as the server will, and refuses what may not or cannot be run safely.
import type { Json } from '../neo4j/database.ts';
import { checkAmounts } from './amounts.ts';
import { checkGrowth } from './growth.ts';
import { freeQueryLimits, limits } from './limits.ts';
import { measureParameters } from './parameters.ts';
import { readParts } from './reading.ts';
import type { Refusal } from './refusal.ts';
import { checkRepeats } from './repeats.ts';
import { refuse } from './shape.ts';
import { tokenize } from './tokens.ts';
import { syntax } from './words.ts';

/** Why this text must not be sent, or nothing where it may; takes time linear in its length and never throws. */
export function checkText(query: string, parameters: Readonly<Record<string, Json>>): Refusal | undefined {
  if (query.length > freeQueryLimits.letters) return tooLong(query);
  const measured = measureParameters(parameters);
  if (measured.refusal !== undefined) return measured.refusal;
  const { tokens, fault } = tokenize(query);
  if (fault !== undefined) return syntax(fault, fault.message, fault.advice);
  const beyond = tokens[limits.tokens];
  if (beyond !== undefined)
    return refuse(
      'too-much',
      beyond,
      `There are more than ${limits.tokens} words and signs.`,
      'Move lists into parameters.',
    );
  if (tokens.length === 0)
    return syntax(
      { from: 0, to: query.length },
      'There is no query.',
      'Write one, for example MATCH (n) RETURN n LIMIT 10.',
    );
  const { parts, refusal } = readParts(tokens);
  return refusal ?? checkAmounts(parts) ?? checkRepeats(parts) ?? checkGrowth(parts, parameters, measured.extents);
}

function tooLong(query: string): Refusal {
  const most = freeQueryLimits.letters;
  const message = `The query has ${query.length} letters, and ${most} is the most.`;
  return refuse('query-too-long', { from: most, to: query.length }, message, 'Move long lists into parameters.');
}
