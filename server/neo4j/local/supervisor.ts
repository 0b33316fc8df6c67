// Keeps the local database running: starts it again when it dies, up to a bound, and says how it is.
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';

/** How a supervised database is. */
export type SupervisedState = 'ready' | 'starting-again' | 'failed' | 'stopped';

/** More deaths than this within the window are no accident. */
const deathsAllowed = 8;
const windowMs = 300_000;
/** How long a database that is started again may take to close its store; one that is stuck does not. */
const restartPatienceMs = 3_000;
const pollMs = 50;

/** A database that is started again when it dies. */
export interface Supervisor {
  state(): SupervisedState;
  /** Ends the database and resolves when it has been started again or has failed; this is no death of its own. */
  restart(): Promise<void>;
  /** Ends the database, by force after this time, and does not start it again. */
  stop(withinMs?: number): Promise<void>;
}

/**
 * Watches over a server that runs.
 *
 * @param start starts another one and resolves when it answers; the signal tells that it is no longer wanted
 * @param tell is called at each change of state
 */
export function supervise(
  first: ServerProcess,
  start: (signal: AbortSignal) => Promise<ServerProcess>,
  tell: (state: SupervisedState) => void,
): Supervisor {
  let current = first;
  let state: SupervisedState = 'ready';
  let isMeant = false;
  const leaving = new AbortController();
  const become = (next: SupervisedState): void => {
    state = next;
    tell(next);
  };
  const settled = async (): Promise<void> => {
    while (state === 'starting-again') await wait(pollMs);
  };
  const watch = async (): Promise<void> => {
    const deaths: number[] = [];
    for (;;) {
      await current.ended;
      if (leaving.signal.aborted) return;
      if (!isMeant) {
        deaths.push(performance.now());
        become('starting-again');
      }
      isMeant = false;
      while (deaths.filter((at) => at > performance.now() - windowMs).length <= deathsAllowed) {
        const next = await start(leaving.signal).catch(() => undefined);
        if (leaving.signal.aborted) return next?.stop();
        if (next !== undefined) {
          current = next;
          become('ready');
          break;
        }
        deaths.push(performance.now());
        await wait(1_000);
      }
      if (state !== 'ready') return become('failed');
    }
  };
  const watching = watch();
  return {
    state: () => state,
    async restart() {
      if (state !== 'ready') return;
      isMeant = true;
      become('starting-again');
      await current.stop(restartPatienceMs);
      await settled();
    },
    async stop(withinMs) {
      leaving.abort();
      await current.stop(withinMs);
      await watching;
      become('stopped');
    },
  };
}
