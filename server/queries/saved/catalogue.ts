// Keeps the query files of the shipped and the user's own folder read and checked, and takes up whatever changes on disk.
import { setTimeout as wait } from 'node:timers/promises';
import type { FileFault } from '../../contract/queries.ts';
import type { Database } from '../../neo4j/database.ts';
import { textFaults } from './guarded.ts';
import { Planner, type Plannable } from './planner.ts';
import { codeOf, listFolder, readQueryText, type FolderEntry, type QueryFolder } from './query-folder.ts';
import type { KnownNames } from './query-schema.ts';
import { readQuery, type StoredQuery } from './read-query.ts';

/** What a catalogue is made of. */
export interface CatalogueParts {
  readonly known: KnownNames;
  readonly shipped: QueryFolder;
  readonly own?: QueryFolder;
  /** Plans the queries; without one they are served unplanned. */
  readonly database?: Pick<Database, 'explain'>;
  /** The only query that is planned, where it is about one; all if not said. */
  readonly planOnly?: string;
  /** For how long a look at the folders is good; 200 if not said. */
  readonly maxAgeMs?: number;
  /** For how long an answer waits for the planning of what is new; 1,000 if not said. */
  readonly patienceMs?: number;
  /** When what the database has something against is planned again; after 30,000 if not said. */
  readonly planAgainMs?: number;
  /** For how long a database that has no answer is left alone; 5,000 if not said. */
  readonly databaseRestMs?: number;
}

/** What lies in the folders at one moment. */
export interface Catalogue {
  /** Queries without fault by id, in the order of their ids. */
  readonly queries: ReadonlyMap<string, StoredQuery>;
  /** Ids of the shipped ones, faulty ones included. */
  readonly shippedIds: ReadonlySet<string>;
  /** Sorted by path and line. */
  readonly faults: readonly FileFault[];
  /** How many of the queries the database has neither planned yet nor failed over. */
  readonly unplanned: number;
}

interface Item extends Plannable {
  readonly name: string;
  readonly stamp: string;
  /** When it was first looked at. */
  readonly seenAt: number;
  readonly faults: readonly FileFault[];
}

const patienceMs = 1_000;

/**
 * Looks at the folders each time it is asked, at most every 200 ms. Events of the file system are not used: they are lost on
 * network drives and in containers, and a few dozen directory entries are looked at within a millisecond.
 */
export class CatalogueReader {
  readonly #parts: CatalogueParts;
  readonly #planner: Planner<Item> | undefined;
  #items = new Map<string, Item>();
  #folderFaults: readonly FileFault[] = [];
  #current: { readonly at: number; readonly look: Promise<void> } | undefined;

  constructor(parts: CatalogueParts) {
    this.#parts = parts;
    const { database, known } = parts;
    if (database === undefined) return;
    this.#planner = new Planner({ ...parts, vocabulary: known.vocabulary, database, items: () => this.#toPlan() });
  }

  /** What lies in the folders now, or did within the last 200 ms, whether planned or not. Several who ask at once share one look. */
  async read(): Promise<Catalogue> {
    const now = performance.now();
    if (this.#current === undefined || now - this.#current.at >= (this.#parts.maxAgeMs ?? 200)) {
      const before: Promise<unknown> = this.#current?.look ?? Promise.resolve();
      this.#current = { at: now, look: before.catch(() => undefined).then(() => this.#look()) };
    }
    await this.#current.look;
    return this.#catalogue();
  }

  /** {@link read}, having given the database time to plan what is new: a second since that was first looked at. */
  async readPlanned(): Promise<Catalogue> {
    await this.read();
    const patience = this.#toPlan()
      .filter(isNew)
      .map((item) => this.#patienceFor(item));
    await this.#within(Math.max(0, ...patience), this.#planner?.all());
    return this.#catalogue();
  }

  /** {@link read}, having given the database a second to plan the query of this id, whatever becomes of the others. */
  async readWith(id: string): Promise<Catalogue> {
    await this.read();
    const asked = this.#toPlan().filter(({ read }) => read?.query.id === id);
    await this.#within(
      this.#parts.patienceMs ?? patienceMs,
      Promise.all(asked.map((item) => this.#planner?.one(item))),
    );
    return this.#catalogue();
  }

  /** Makes the next {@link read} look again, whatever the time. */
  forget(): void {
    if (this.#current !== undefined) this.#current = { ...this.#current, at: Number.NEGATIVE_INFINITY };
  }

  /** Resolves when the database has said what it has against each query, or cannot. */
  async planned(): Promise<void> {
    await this.read();
    await this.#planner?.all();
  }

  #catalogue(): Catalogue {
    return catalogueOf([...this.#items.values()], this.#folderFaults);
  }

  #toPlan(): Item[] {
    const { planOnly } = this.#parts;
    return [...this.#items.values()].filter(({ read }) => planOnly === undefined || planOnly === read?.query.id);
  }

  #patienceFor({ seenAt }: Item): number {
    return seenAt + (this.#parts.patienceMs ?? patienceMs) - performance.now();
  }

  /** The first plans of a database that has just started take seconds; they go on after whoever waits has lost patience. */
  async #within(waitMs: number, planning: Promise<unknown> | undefined): Promise<void> {
    if (waitMs > 0) await Promise.race([planning, wait(waitMs, undefined, { ref: false })]);
  }

  async #look(): Promise<void> {
    const { shipped, own } = this.#parts;
    const looks = await Promise.all([
      this.#lookAt(shipped, 'shipped'),
      ...(own === undefined ? [] : [this.#lookAt(own, 'own')]),
    ]);
    this.#items = new Map(looks.flatMap(({ items }) => items).map((item) => [item.path, item]));
    this.#folderFaults = looks.flatMap(({ faults }) => faults);
    void this.#planner?.all();
  }
  async #lookAt(folder: QueryFolder, origin: Item['origin']): Promise<{ items: Item[]; faults: FileFault[] }> {
    try {
      const { entries, more } = await listFolder(folder);
      const items = await Promise.all(entries.map((entry) => this.#item(folder, origin, entry)));
      const message = `holds ${more} files more than are looked at: take some away`;
      return { items, faults: more === 0 ? [] : [{ path: folder.shown, line: 1, message }] };
    } catch (error) {
      return { items: [], faults: [{ path: folder.shown, line: 1, message: `cannot be read (${codeOf(error)})` }] };
    }
  }

  async #item(folder: QueryFolder, origin: Item['origin'], { name, stamp }: FolderEntry): Promise<Item> {
    const path = `${folder.shown}/${name}`;
    const known = this.#items.get(path);
    if (known?.stamp === stamp) return known;
    const file = await readQueryText(folder, name);
    const checked =
      'fault' in file
        ? faulty(path, [{ line: 1, message: file.fault }])
        : this.#check(file.text, { path, origin, name });
    const unasked = { askedAt: undefined, plannedAt: undefined, planFaults: [] };
    return { origin, path, name, stamp, seenAt: performance.now(), ...checked, ...unasked };
  }

  #check(text: string, { path, origin, name }: Pick<Item, 'path' | 'origin' | 'name'>) {
    const { known } = this.#parts;
    const read = readQuery({ path, origin, fileName: name }, text, known);
    if ('faults' in read) return { read: undefined, faults: read.faults };
    const faults = textFaults(read, known.vocabulary);
    return faults.length === 0 ? { read, faults: [] } : faulty(path, faults);
  }
}

/** Whether it is still to be planned for the first time. */
function isNew({ read, plannedAt, planFaults }: Item): boolean {
  return read !== undefined && plannedAt === undefined && planFaults.length === 0;
}

function faulty(path: string, faults: readonly Omit<FileFault, 'path'>[]) {
  return { read: undefined, faults: faults.map((fault) => ({ path, ...fault })) };
}

function catalogueOf(items: readonly Item[], folderFaults: readonly FileFault[]): Catalogue {
  const shippedIds = new Set(
    items.filter(({ origin }) => origin === 'shipped').map(({ name }) => name.replace(/\.cypher$/i, '')),
  );
  const sound: StoredQuery[] = [];
  const faults = [...folderFaults];
  for (const { origin, path, read, faults: ownFaults, planFaults, plannedAt } of items) {
    const all = [...ownFaults, ...planFaults];
    if (read !== undefined && origin === 'own' && shippedIds.has(read.query.id))
      all.push({
        path,
        line: read.frontMatter.lineOf(['id']),
        message: `id: ${read.query.id} is the id of a query that comes with the program: take another`,
      });
    faults.push(...all);
    // What comes with the program is served all the same where the database failed over it.
    const against = origin === 'shipped' && plannedAt === undefined ? ownFaults : all;
    if (read !== undefined && against.length === 0)
      sound.push({ query: read.query, text: read.text, body: read.body, planned: plannedAt !== undefined });
  }
  const unplanned = items.filter(isNew).length;
  sound.sort((a, b) => (a.query.id < b.query.id ? -1 : 1));
  faults.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  return { queries: new Map(sound.map((stored) => [stored.query.id, stored])), shippedIds, faults, unplanned };
}
