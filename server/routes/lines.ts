// Sends an answer in lines of JSON as they come (`application/jsonl`), no faster than the reader takes them.
import { once } from 'node:events';
import type {} from 'compression';
import type { Request, Response } from 'express';
import { cancelled } from '../neo4j/errors.ts';
import { describeProblem } from './problems.ts';

/** Content type of JSON Lines. */
export const linesType = 'application/jsonl';

/** Sends one line; resolves when there is room for the next. Throws `cancelled` once nobody reads or the answer has ended. */
export type WriteLine<Line> = (line: Line) => Promise<void>;

/** Whether a request prefers lines to one JSON text. */
export function wantsLines(request: Request): boolean {
  return request.accepts(['application/json', linesType]) === linesType;
}

/**
 * Sends what `work` writes. The status is sent with the first line: what is thrown before is a problem document as everywhere, what is
 * thrown later is the last line.
 */
export async function sendLines<Line>(
  request: Request,
  response: Response,
  signal: AbortSignal,
  work: (write: WriteLine<Line>) => Promise<void>,
): Promise<void> {
  // An answer that has ended never tells that there is room again.
  const over = new AbortController();
  const ended = AbortSignal.any([signal, over.signal]);
  const write = async (line: unknown): Promise<void> => {
    if (ended.aborted) throw cancelled();
    if (!response.headersSent) response.status(200).set('Content-Type', `${linesType}; charset=utf-8`);
    const hasRoom = response.write(`${JSON.stringify(line)}\n`);
    response.flush();
    if (!hasRoom) await roomIn(response, ended);
  };
  try {
    await work(write);
  } catch (thrown) {
    if (!response.headersSent) throw thrown;
    const { problem } = describeProblem(thrown, request, response);
    if (!response.destroyed) response.write(`${JSON.stringify(problem)}\n`);
  } finally {
    over.abort();
  }
  response.end();
}

async function roomIn(response: Response, ended: AbortSignal): Promise<void> {
  try {
    await once(response, 'drain', { signal: ended });
  } catch {
    throw cancelled();
  }
}
