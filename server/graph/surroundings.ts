// What is known so far of the surroundings of two entities between which ways are sought.
import TinyQueue from 'tinyqueue';
import { stepCost, type Ways } from './paths.ts';

/** One relation away: from an entity that was looked at to another, and how many relations that has in all. */
export interface KnownStep {
  readonly here: string;
  readonly there: string;
  readonly degree: number;
}

/** Entities around two ends; those that have been looked at have all their steps here. */
export class Surroundings {
  readonly #ends: readonly [string, string];
  readonly #neighbours = new Map<string, Set<string>>();
  readonly #sorted = new Map<string, string[]>();
  readonly #degrees = new Map<string, number>();
  readonly #seen = new Set<string>();
  /** For each end the entities not looked at, with what it costs to come there and pass through, cheapest first. */
  #unseen: [Arrival[], Arrival[]] = [[], []];

  constructor(from: string, to: string) {
    this.#ends = [from, to];
    this.#measure();
  }

  /** How many entities have been looked at. */
  get looked(): number {
    return this.#seen.size;
  }

  /** What is known, to find ways in. */
  get ways(): Ways {
    return { neighbours: this.#sorted, degrees: this.#degrees };
  }

  /**
   * The entities to look at next: those cheapest to come to, from the end that has come less far; empty where one of the
   * ends has nothing left, so that all ways are known.
   */
  nearest(atMost: number): string[] {
    const [a, b] = this.#unseen;
    if (a.length === 0 || b.length === 0) return [];
    const from = (a[0]?.cost ?? 0) <= (b[0]?.cost ?? 0) ? a : b;
    const reach = (from[0]?.cost ?? 0) + 1;
    return from
      .filter(({ cost }) => cost <= reach)
      .slice(0, atMost)
      .map(({ id }) => id);
  }

  /** No way that is not known yet costs less: it leaves what was looked at on both sides, and needs a step between. */
  leastUnseen(): number {
    const [a, b] = this.#unseen;
    return (a[0]?.cost ?? Infinity) + 1 + (b[0]?.cost ?? Infinity);
  }

  /** Takes in all steps from entities that have been looked at. */
  add(looked: readonly string[], steps: readonly KnownStep[]): void {
    for (const id of looked) this.#seen.add(id);
    const touched = new Set<string>();
    for (const { here, there, degree } of steps) {
      this.#degrees.set(there, degree);
      for (const [a, b] of [
        [here, there],
        [there, here],
      ] as const) {
        const known = this.#neighbours.get(a);
        if (known === undefined) this.#neighbours.set(a, new Set([b]));
        else known.add(b);
        touched.add(a);
      }
    }
    for (const id of touched) this.#sorted.set(id, [...(this.#neighbours.get(id) ?? [])].sort());
    this.#measure();
  }

  #measure(): void {
    this.#unseen = [this.#arrivals(this.#ends[0]), this.#arrivals(this.#ends[1])];
  }

  /** What is known and not looked at, cheapest first. */
  #arrivals(start: string): Arrival[] {
    const done = new Set<string>();
    const unseen: Arrival[] = [];
    const queue = new TinyQueue<Arrival>([{ id: start, cost: 0 }], compareArrivals);
    for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
      if (done.has(here.id)) continue;
      done.add(here.id);
      if (!this.#seen.has(here.id)) unseen.push(here);
      if (here.id !== start && this.#ends.includes(here.id)) continue;
      for (const id of this.#sorted.get(here.id) ?? [])
        if (!done.has(id)) queue.push({ id, cost: here.cost + stepCost(this.ways, id, '') });
    }
    return unseen;
  }
}

interface Arrival {
  readonly id: string;
  readonly cost: number;
}

function compareArrivals(a: Arrival, b: Arrival): number {
  return a.cost - b.cost || (a.id < b.id ? -1 : 1);
}
