// Has the database plan the saved queries, one after the other: what it cannot plan holds up nothing but itself.
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import type { FileFault } from '../../contract/queries.ts';
import type { SavedQuery } from '../../contract/shapes.ts';
import { EntenteError } from '../../errors.ts';
import type { Database } from '../../neo4j/database.ts';
import { isNoAnswer, planFaults, unplannable } from './guarded.ts';
import type { ReadQuery } from './read-query.ts';

/** A query file as far as planning goes. */
export interface Plannable {
  readonly origin: SavedQuery['origin'];
  readonly path: string;
  /** The query, where its file has no fault. */
  readonly read: ReadQuery | undefined;
  /** When it was last put to the database, whatever became of that. */
  askedAt: number | undefined;
  /** When the database last said what it has against it. */
  plannedAt: number | undefined;
  planFaults: readonly FileFault[];
}

/** What plans, and how to get at what there is to be planned. */
export interface PlannerParts<Item extends Plannable> {
  readonly vocabulary: Vocabulary;
  readonly database: Pick<Database, 'explain'>;
  /** What there is at this moment. */
  readonly items: () => Iterable<Item>;
  /** When what the database has something against is planned again; after 30,000 if not said. */
  readonly planAgainMs?: number;
  /** For how long a database that has no answer is left alone; 5,000 if not said. */
  readonly databaseRestMs?: number;
}

/** Plans what is due, in the background or because somebody asks for one. */
export class Planner<Item extends Plannable> {
  readonly #parts: PlannerParts<Item>;
  readonly #underWay = new Map<Plannable, Promise<void>>();
  #databaseRestsUntil = 0;
  #all: Promise<void> | undefined;

  constructor(parts: PlannerParts<Item>) {
    this.#parts = parts;
  }

  /** Plans all that is due, one at a time, so that people's requests come between; resolves when nothing is, or the database rests. */
  all(): Promise<void> {
    this.#all ??= this.#planAll().finally(() => (this.#all = undefined));
    // Whoever still waits is told; nobody else has to be.
    this.#all.catch(() => undefined);
    return this.#all;
  }

  /** Plans one that is due at once, whatever else is being planned; whoever asks for it meanwhile waits for the same. */
  one(item: Item): Promise<void> {
    const before = this.#underWay.get(item);
    if (before !== undefined) return before;
    const { read } = item;
    if (read === undefined || this.#isResting() || !this.#isDue(item)) return Promise.resolve();
    const planning = this.#plan(item, read).finally(() => this.#underWay.delete(item));
    this.#underWay.set(item, planning);
    planning.catch(() => undefined);
    return planning;
  }

  async #planAll(): Promise<void> {
    const done = new Set<Item>();
    for (let item = this.#next(done); item !== undefined && !this.#isResting(); item = this.#next(done)) {
      done.add(item);
      await this.one(item);
    }
  }

  /** What has waited longest; of those never asked the user's own, which do not run before. */
  #next(done: ReadonlySet<Item>): Item | undefined {
    const rank = ({ askedAt, origin }: Item) => askedAt ?? (origin === 'own' ? -2 : -1);
    const due = [...this.#parts.items()].filter(
      (item) => item.read !== undefined && !done.has(item) && this.#isDue(item),
    );
    return due.sort((a, b) => rank(a) - rank(b))[0];
  }

  #isDue({ plannedAt, askedAt, planFaults: faults }: Item): boolean {
    if (faults.length === 0) return plannedAt === undefined;
    return performance.now() - (askedAt ?? 0) > (this.#parts.planAgainMs ?? 30_000);
  }

  #isResting(): boolean {
    return performance.now() < this.#databaseRestsUntil;
  }

  async #plan(item: Item, read: ReadQuery): Promise<void> {
    const { vocabulary, database, databaseRestMs = 5_000 } = this.#parts;
    item.askedAt = performance.now();
    try {
      const faults = await planFaults(read, vocabulary, database);
      item.planFaults = faults.map((fault) => ({ path: item.path, ...fault }));
      item.plannedAt = performance.now();
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      if (isNoAnswer(error)) this.#databaseRestsUntil = performance.now() + databaseRestMs;
      else item.planFaults = [{ path: item.path, ...unplannable(error, read) }];
    }
    item.askedAt = performance.now();
  }
}
