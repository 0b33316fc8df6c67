// Lanes: how many queries run at once, for each address and in all; who comes then is refused, or waits for a turn.
import { EntenteError } from '../errors.ts';

/** What a lane lets run, and wait. */
export interface LaneLimits {
  /** Queries that run at once. */
  readonly running: number;
  /** Of these, how many for one address; all of them if not said. */
  readonly runningEach?: number;
  /** Queries that may wait for their turn; none if not said. */
  readonly waiting?: number;
  /** For how long one waits at most, in milliseconds. */
  readonly waitMs?: number;
}

/** Free Cypher: few at a time, and nobody waits. */
export const freeLane: LaneLimits = { running: 8, runningEach: 2 };
/** Saved queries: they wait for their turn, at most twenty seconds; half of the places are left to other addresses. */
export const savedLane: LaneLimits = { running: 8, runningEach: 4, waiting: 200, waitMs: 20_000 };

interface Waiting {
  readonly key: string;
  readonly go: (leave: () => void) => void;
}

/** Keeps count of what runs and what waits. */
export class Lane {
  readonly #limits: LaneLimits;
  readonly #running = new Map<string, number>();
  #waiting: Waiting[] = [];
  #total = 0;

  constructor(limits: LaneLimits) {
    this.#limits = limits;
  }

  /** How many run. */
  get running(): number {
    return this.#total;
  }

  /**
   * Resolves when the query may run, with what has to be called once when it has ended.
   *
   * @param key whose query it is: an address
   * @throws {EntenteError} `too-many-queries` (429) where one address has as many as it may, or nobody may wait;
   * `queries-waiting` (503) where too many wait or it waited for too long; `cancelled`
   */
  async enter(key: string, signal?: AbortSignal): Promise<() => void> {
    if (this.#hasRoomFor(key)) return this.#start(key);
    const { waiting = 0, waitMs = 0 } = this.#limits;
    if (waiting === 0) throw tooMany(this.#limits, this.#of(key));
    if (this.#waiting.length >= waiting) throw tooManyWait();
    return this.#wait(key, waitMs, signal);
  }

  #wait(key: string, waitMs: number, signal: AbortSignal | undefined): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', leave);
        this.#waiting = this.#waiting.filter((other) => other !== one);
      };
      const leave = (): void => {
        end();
        reject(gone());
      };
      const timer = setTimeout(() => {
        end();
        reject(tooManyWait());
      }, waitMs);
      const one: Waiting = {
        key,
        go(done) {
          end();
          resolve(done);
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(one);
    });
  }

  #start(key: string): () => void {
    this.#running.set(key, this.#of(key) + 1);
    this.#total += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#total -= 1;
      if (this.#of(key) === 1) this.#running.delete(key);
      else this.#running.set(key, this.#of(key) - 1);
      const next = this.#waiting.find((waiting) => this.#hasRoomFor(waiting.key));
      next?.go(this.#start(next.key));
    };
  }

  #hasRoomFor(key: string): boolean {
    const { running, runningEach = running } = this.#limits;
    return this.#total < running && this.#of(key) < runningEach;
  }

  #of(key: string): number {
    return this.#running.get(key) ?? 0;
  }
}

function tooMany({ running, runningEach = running }: LaneLimits, own: number): EntenteError {
  const message =
    own >= runningEach
      ? `${own} of your queries run already, and that is as many as one address may run at once.`
      : `${running} queries run already, and that is as many as may run at once.`;
  return new EntenteError({
    code: 'too-many-queries',
    status: 429,
    message,
    advice: 'Wait until one has ended, or stop one.',
    details: { retryAfterSeconds: 3 },
  });
}

function tooManyWait(): EntenteError {
  return new EntenteError({
    code: 'queries-waiting',
    status: 503,
    message: 'Too many queries wait for their turn.',
    advice: 'Try again in a few seconds.',
    details: { retryAfterSeconds: 5 },
  });
}

function gone(): EntenteError {
  return new EntenteError({ code: 'cancelled', status: 499, message: 'The query was given up while it waited.' });
}
