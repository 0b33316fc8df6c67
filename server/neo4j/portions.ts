// Hands over the rows of an answer in portions: the first ones soon, then many at a time, never more than one portion at once.
import type { Gathered } from './answers.ts';
import type { Json, Portion } from './database.ts';

const rowsPerPortion = 200;
const portionMs = 100;
const firstPortionMs = 20;

/** Rows on their way to whoever asked. */
export class Portions {
  readonly #gathered: Gathered;
  readonly #hand: (portion: Portion) => Promise<void>;
  readonly #whole: boolean;
  #rows: Json[][] = [];
  #timer: NodeJS.Timeout | undefined;
  #handing: Promise<void> = Promise.resolve();
  /** Rows so far, those that wait included. */
  count = 0;
  #handed = 0;

  /**
   * @param hand is called with one portion after the other
   * @param whole keeps everything for one portion at the end
   */
  constructor(gathered: Gathered, hand: (portion: Portion) => Promise<void>, whole: boolean) {
    this.#gathered = gathered;
    this.#hand = hand;
    this.#whole = whole;
  }

  /** Takes a row; resolves when there is room for the next. */
  async add(row: Json[]): Promise<void> {
    this.#rows.push(row);
    this.count += 1;
    if (this.#whole) return;
    if (this.#rows.length >= rowsPerPortion) return this.flush();
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), this.#waitMs());
    return this.#handing;
  }

  /** Hands over what waits; resolves when everything has been taken. */
  flush(): Promise<void> {
    this.stop();
    if (this.#rows.length === 0) return this.#handing;
    const portion = { rows: this.#rows, ...this.#gathered.take() };
    this.#rows = [];
    this.#handed += 1;
    this.#handing = this.#handing.then(() => this.#hand(portion));
    // Whoever adds the next row, or ends the answer, is told.
    this.#handing.catch(() => undefined);
    return this.#handing;
  }

  /** Hands over nothing more by itself. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #waitMs(): number {
    return this.#handed === 0 ? firstPortionMs : portionMs;
  }
}
