// Whether free Cypher is on: off for good once a query changed anything, paused where its queries kill the database again and again.
import { EntenteError } from '../errors.ts';

const killsBeforePause = 3;
const withinMs = 5 * 60_000;
const pauseMs = 5 * 60_000;

/** The switch of all that strangers write: what they type and what they keep. */
export class FreeSwitch {
  readonly #now: () => number;
  #off = false;
  #pausedUntil = 0;
  #kills: number[] = [];

  /** @param now milliseconds that only grow */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** @throws {EntenteError} `free-cypher-off` or, with Retry-After, `free-cypher-paused` (503) */
  check(): void {
    if (this.#off) throw freeCypherOff();
    const leftMs = this.#pausedUntil - this.#now();
    if (leftMs > 0) throw freeCypherPaused(Math.ceil(leftMs / 1000));
  }

  /** A query changed the database. */
  turnOff(): void {
    this.#off = true;
  }

  /** A query killed the database; true where free Cypher pauses from now on: it is the third within five minutes. */
  countKill(): boolean {
    const now = this.#now();
    this.#kills = [...this.#kills.filter((at) => now - at < withinMs), now];
    if (this.#kills.length < killsBeforePause) return false;
    this.#kills = [];
    this.#pausedUntil = now + pauseMs;
    return true;
  }
}

function freeCypherOff(): EntenteError {
  return new EntenteError({
    code: 'free-cypher-off',
    status: 503,
    message: 'Free queries are off, because a query changed the database.',
    advice: 'Use the saved queries that come with the program; whoever runs it looks into its log and starts it again.',
  });
}

function freeCypherPaused(retryAfterSeconds: number): EntenteError {
  return new EntenteError({
    code: 'free-cypher-paused',
    status: 503,
    message: 'Free queries pause for five minutes, because the database stopped several times while it ran some.',
    advice: 'Use the saved queries that come with the program meanwhile, and ask for less at once afterwards.',
    details: { retryAfterSeconds },
  });
}
