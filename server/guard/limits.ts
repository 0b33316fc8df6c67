// What a query that somebody wrote may cost: its length, its time, its rows. It runs in a session that can only read.
import { EntenteError } from '../errors.ts';

/** Limits of a free query. */
export const freeQueryLimits = { letters: 20_000, timeoutMs: 10_000, rowLimit: 10_000 } as const;

/**
 * Passes a text that is short enough to be sent.
 *
 * @throws {EntenteError} `query-too-long`
 */
export function limitLength(text: string): string {
  if (text.length <= freeQueryLimits.letters) return text;
  throw new EntenteError({
    code: 'query-too-long',
    status: 413,
    message: `The query has ${text.length} letters, and ${freeQueryLimits.letters} is the most.`,
    advice: 'Move long lists into parameters.',
  });
}
