// Gives each query its session and ends it: when it is done, when its time is up, or when nobody waits any more.
import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from 'neo4j-driver';
import { cancelled, fromDriver, queryTimeout } from './errors.ts';

/** When a piece of work with a session has to end. */
export interface Limits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** How much longer than the database we wait for it to notice that the time is up. */
const graceMs = 1_000;

/**
 * Does work with a session of its own. When the time is up or the signal is aborted, the session is closed, which ends the query
 * in the database, and the promise is rejected at once: the driver leaves it pending for ever where it waits between retries.
 *
 * @throws {EntenteError} whatever the driver throws, as ours; `query-timeout`, `cancelled`
 */
export async function withSession<T>(
  open: () => Session,
  limits: Limits,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  if (limits.signal?.aborted === true) throw cancelled();
  const session = open();
  const close = (): Promise<void> => session.close().catch(() => undefined);
  try {
    const result = await endingInTime(work(session), limits);
    // A database that stops answering just now must not take the answer along.
    await Promise.race([close(), wait(graceMs, undefined, { ref: false })]);
    return result;
  } catch (error) {
    void close();
    throw fromDriver(error);
  }
}

/** The promise's own outcome, or a rejection as soon as the time is up or the signal is aborted. */
async function endingInTime<T>(work: Promise<T>, { timeoutMs, signal }: Limits): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(queryTimeout(timeoutMs)), timeoutMs + graceMs);
    abort = () => reject(cancelled());
    signal?.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
    if (abort !== undefined) signal?.removeEventListener('abort', abort);
  }
}
