// Hands one answer over to whoever takes it, and ends with the query, whether or not it has been taken by then.
import { EntenteError } from '../errors.ts';
import { cancelled, notReadInTime } from './errors.ts';
import type { Inflow } from './inflow.ts';

/** The handing over of one answer. */
export class Delivery {
  readonly #over = new AbortController();
  readonly #ended: Promise<never>;
  #beganAt: number | undefined;
  #tookMs = 0;

  constructor() {
    this.#ended = new Promise((_, reject) => {
      this.#over.signal.addEventListener('abort', () => reject(cancelled()), { once: true });
    });
    this.#ended.catch(() => undefined);
  }

  /**
   * Reads nothing more from the database until what came has been taken, or the delivery is over: nobody else would read what the
   * database says to the end of its query, without which the connection does not come back to its pool.
   *
   * @throws {EntenteError} `cancelled` once the delivery is over
   */
  async hand(inflow: Inflow, give: () => Promise<void> | void): Promise<void> {
    if (this.#over.signal.aborted) throw cancelled();
    const beganAt = performance.now();
    this.#beganAt = beganAt;
    inflow.pause();
    try {
      await Promise.race([give(), this.#ended]);
    } finally {
      inflow.resume();
      this.#beganAt = undefined;
      this.#tookMs += performance.now() - beganAt;
    }
  }

  /** Hands nothing more over and waits for nobody. */
  end(): void {
    this.#over.abort();
  }

  /** The error to tell for one of the query: a time limit that came because of the reader is not the query's fault. */
  blame(error: unknown, timeoutMs: number): unknown {
    if (!(error instanceof EntenteError) || error.code !== 'query-timeout') return error;
    const isReaders = this.#beganAt !== undefined || this.#tookMs > timeoutMs / 2;
    return isReaders ? notReadInTime(timeoutMs, error) : error;
  }
}
