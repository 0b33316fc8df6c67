// Looks after queries that were answered at their time limit and may run on: where one does, the database is started again.
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import { EntenteError } from '../errors.ts';
import type { Database } from '../neo4j/database.ts';
import { loadStatement } from '../neo4j/statements.ts';

/** What the watch needs. */
export interface WatchParts {
  readonly database: Pick<Database, 'read'>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Starts the database again; nothing where it is not ours to start. */
  readonly restart?: () => Promise<void>;
  /** Whether another program uses the database, which may be one that ingests. */
  readonly isShared?: () => Promise<boolean>;
  /** For how long a query may run on; 5,000 if not said. */
  readonly graceMs?: number;
  /** How often it is looked for; 1,000 if not said. */
  readonly pollMs?: number;
  /** After this time a query in a database that is not ours is given up; 60,000 if not said. */
  readonly giveUpMs?: number;
}

/** Looks after queries that nobody waits for any more. */
export interface Watch {
  /** Resolves when the query with this mark has ended, however; until then its place in its lane is taken. */
  after(mark: string): Promise<void>;
  /** Whether the database is being started again because of such a query. */
  isRestarting(): boolean;
  /** Looks no more. */
  stop(): void;
}

interface Watched {
  readonly since: number;
  readonly ended: () => void;
  told: boolean;
}

const answerWithinMs = 2_000;
const markRow = z.object({ mark: z.string() });

/** Starts to look as soon as there is something to look after. */
export function createWatch(parts: WatchParts): Watch {
  const { graceMs = 5_000, pollMs = 1_000, giveUpMs = 60_000 } = parts;
  const watched = new Map<string, Watched>();
  let looking = false;
  let stopped = false;
  let restarting = false;

  const end = (mark: string): void => {
    watched.get(mark)?.ended();
    watched.delete(mark);
  };
  const older = (ageMs: number): string[] =>
    [...watched].filter(([, { since }]) => performance.now() - since > ageMs).map(([mark]) => mark);

  async function look(): Promise<void> {
    try {
      await lookOn();
    } catch (error) {
      parts.log.error({ err: error }, 'queries that run on after their time are not looked after');
      for (const mark of [...watched.keys()]) end(mark);
    } finally {
      looking = false;
    }
  }

  async function lookOn(): Promise<void> {
    while (watched.size > 0 && !stopped) {
      // Most have ended at once, and whoever stopped one asks the next soon.
      const isFresh = older(pollMs).length < watched.size;
      await wait(isFresh ? pollMs / 10 : pollMs, undefined, { ref: false });
      const running = await marksIn(parts.database, [...watched.keys()]);
      for (const mark of running === undefined ? [] : [...watched.keys()]) if (!running?.has(mark)) end(mark);
      if (older(graceMs).length > 0) await dealWith(older(graceMs));
    }
  }

  async function dealWith(marks: readonly string[]): Promise<void> {
    if (parts.restart === undefined) {
      tellOnce(marks, 'a query runs on after its time, and this database cannot be started again from here');
      for (const mark of older(giveUpMs)) end(mark);
    } else if (await mayBeIngesting(parts)) {
      tellOnce(marks, 'a query runs on after its time; the database is started again when the ingestion has ended');
    } else if (!stopped) {
      await restart(parts.restart);
    }
  }

  async function restart(start: () => Promise<void>): Promise<void> {
    restarting = true;
    parts.log.warn({ queries: watched.size }, 'a query runs on after its time: starting the database again');
    await start().catch((error: unknown) => parts.log.error({ err: error }, 'the database was not started again'));
    restarting = false;
    for (const mark of [...watched.keys()]) end(mark);
  }

  function tellOnce(marks: readonly string[], sentence: string): void {
    const fresh = marks.filter((mark) => watched.get(mark)?.told === false);
    if (fresh.length > 0) parts.log.warn({ queries: fresh.length }, sentence);
    for (const one of watched.values()) one.told = true;
  }

  return {
    after: (mark) =>
      new Promise((resolve) => {
        if (stopped) return resolve();
        watched.set(mark, { since: performance.now(), ended: resolve, told: false });
        if (!looking) void look();
        looking = true;
      }),
    isRestarting: () => restarting,
    stop() {
      stopped = true;
      for (const mark of [...watched.keys()]) end(mark);
    },
  };
}

/** The marks of those that still run; undefined where the database does not say, none where it has just died. */
async function marksIn(database: Pick<Database, 'read'>, marks: string[]): Promise<Set<string> | undefined> {
  try {
    const statement = loadStatement('admin/find-marked-transactions');
    const rows = await database.read(statement, { marks }, { timeoutMs: answerWithinMs });
    return new Set(rows.map((row) => markRow.parse(row).mark));
  } catch (error) {
    const dead = error instanceof EntenteError && error.code === 'database-starting-again';
    return dead ? new Set() : undefined;
  }
}

/** An ingestion must not be cut off; where the database does not say, any other program may be one that ingests. */
async function mayBeIngesting({ database, isShared }: WatchParts): Promise<boolean> {
  try {
    const rows = await database.read(loadStatement('admin/find-ingestion'), {}, { timeoutMs: answerWithinMs });
    return rows.length > 0;
  } catch {
    return (await isShared?.().catch(() => true)) ?? false;
  }
}
