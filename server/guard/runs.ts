// Runs one query in its lane, with a mark by which it is found again, and tells what became of a database that it took along.
import { randomUUID } from 'node:crypto';
import { EntenteError } from '../errors.ts';
import type { Lane } from './lanes.ts';
import type { Suspects } from './suspects.ts';
import type { Watch } from './watch.ts';

/** Where a query runs. */
export interface Place {
  readonly lane: Lane;
  readonly watch: Watch;
  /** Whether a connection that is lost means that the database has died: it runs on this machine. */
  readonly isLocal: boolean;
  /** Where queries of strangers are remembered, which are blamed for a database that died; others are only told to come back. */
  readonly suspects?: Suspects;
}

/** After these the query may run on in the database. */
const mayRunOn = ['cancelled', 'row-too-large', 'connection-lost', 'not-read-in-time'];

/**
 * Does the work in its turn. Its place in the lane is taken until the query has ended in the database, too.
 *
 * @param work is given the mark for the query's transaction
 * @throws {EntenteError} what the lane and the work throw; `query-killed-database` (502), `query-timeout` (504)
 */
export async function runInLane<T>(
  place: Place,
  key: string,
  signal: AbortSignal | undefined,
  work: (mark: string) => Promise<T>,
): Promise<T> {
  const leave = await place.lane.enter(key, signal);
  const mark = randomUUID();
  let ended = Promise.resolve();
  place.suspects?.began(mark);
  try {
    return await work(mark);
  } catch (error) {
    if (runsOn(error)) ended = place.watch.after(mark);
    throw told(error, place, mark);
  } finally {
    place.suspects?.ended(mark);
    void ended.then(leave);
  }
}

/** Our own limit came before the database's, or the connection was cut: nobody knows what the query does now. */
function runsOn(error: unknown): boolean {
  if (!(error instanceof EntenteError)) return false;
  return mayRunOn.includes(error.code) || isOverdue(error);
}

function isOverdue({ code, details }: EntenteError): boolean {
  return code === 'query-timeout' && details?.['timeoutMs'] !== undefined;
}

function told(error: unknown, { isLocal, suspects, watch }: Place, mark: string): unknown {
  if (!(error instanceof EntenteError)) return error;
  if (isOverdue(error)) return overdue(error, isLocal);
  if (error.code !== 'connection-lost' || !isLocal) return error;
  if (suspects === undefined || watch.isRestarting()) return startingAgain(error);
  return killedDatabase(error, suspects.countAt(mark));
}

function overdue(error: EntenteError, isLocal: boolean): EntenteError {
  const next = isLocal
    ? 'The database does not stop it; if it runs on, the database is started again.'
    : 'The database does not stop it, and it cannot be started again from here.';
  return new EntenteError({
    code: error.code,
    status: error.status,
    message: `${error.message} ${next}`,
    ...(error.advice === undefined ? {} : { advice: error.advice }),
    cause: error,
  });
}

function killedDatabase(cause: EntenteError, suspects: number): EntenteError {
  return new EntenteError({
    code: 'query-killed-database',
    status: 502,
    message:
      suspects === 1
        ? 'The database stopped while it ran this query, and is starting again.'
        : `The database stopped because of one of the queries that ran (${suspects}, this one among them), and is starting again.`,
    advice: 'Do not run it again as it is: begin with one entity, add a LIMIT, or make shorter lists and texts.',
    cause,
  });
}

function startingAgain(cause: EntenteError): EntenteError {
  return new EntenteError({
    code: 'database-starting-again',
    status: 503,
    message: 'The database stopped while it ran this query and perhaps others, and is starting again.',
    advice: 'Try again in about ten seconds.',
    details: { retryAfterSeconds: 10 },
    cause,
  });
}
