// Remembers which queries of strangers ran when the database died, so that each death is counted once and blamed on those.

/** Queries of strangers that run, and the deaths that they may have caused. */
export class Suspects {
  readonly #onKill: () => void;
  readonly #running = new Set<string>();
  #deaths: ReadonlySet<string>[] = [];

  /** @param onKill called once for each death */
  constructor(onKill: () => void) {
    this.#onKill = onKill;
  }

  began(mark: string): void {
    this.#running.add(mark);
  }

  ended(mark: string): void {
    this.#running.delete(mark);
    this.#deaths = this.#deaths.filter((marks) => [...marks].some((other) => this.#running.has(other)));
  }

  /** How many ran when the database died under this one: others may notice the same death later. */
  countAt(mark: string): number {
    const known = this.#deaths.find((marks) => marks.has(mark));
    if (known !== undefined) return known.size;
    const marks = new Set(this.#running);
    this.#deaths.push(marks);
    this.#onKill();
    return marks.size;
  }
}
