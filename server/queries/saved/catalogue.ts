// Keeps the query files of the shipped and the user's own folder read and checked, and takes up whatever changes on disk.
import { setTimeout as wait } from 'node:timers/promises';
import type { FileFault } from '../../contract/queries.ts';
import type { SavedQuery } from '../../contract/shapes.ts';
import { EntenteError } from '../../errors.ts';
import type { Database } from '../../neo4j/database.ts';
import { planFaults, textFaults } from './guarded.ts';
import { codeOf, listFolder, readQueryText, type FolderEntry, type QueryFolder } from './query-folder.ts';
import type { KnownNames } from './query-schema.ts';
import { readQuery, type ReadQuery, type StoredQuery } from './read-query.ts';

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
}

/** What lies in the folders at one moment. */
export interface Catalogue {
  /** Queries without fault by id, in the order of their ids. */
  readonly queries: ReadonlyMap<string, StoredQuery>;
  /** Ids of the shipped ones, faulty ones included. */
  readonly shippedIds: ReadonlySet<string>;
  /** Sorted by path and line. */
  readonly faults: readonly FileFault[];
  /** How many of the queries the database has not said anything about yet. */
  readonly unplanned: number;
}

interface Item {
  readonly origin: SavedQuery['origin'];
  readonly path: string;
  readonly name: string;
  readonly stamp: string;
  readonly read: ReadQuery | undefined;
  readonly faults: readonly FileFault[];
  /** When the database last said what it has against the query. */
  plannedAt: number | undefined;
  planFaults: readonly FileFault[];
}

const planAgainMs = 30_000;
const databaseRestMs = 5_000;
const patienceMs = 1_000;

/**
 * Looks at the folders each time it is asked, at most every 200 ms. Events of the file system are not used: they are lost on
 * network drives and in containers, and a few dozen directory entries are looked at within a millisecond.
 */
export class CatalogueReader {
  readonly #parts: CatalogueParts;
  #items = new Map<string, Item>();
  #current: { readonly at: number; readonly catalogue: Promise<Catalogue> } | undefined;
  #databaseRestsUntil = 0;
  #planning: Promise<void> | undefined;

  constructor(parts: CatalogueParts) {
    this.#parts = parts;
  }

  /** What lies in the folders now, or did within the last 200 ms. Several who ask at once share one look. */
  read(): Promise<Catalogue> {
    const now = performance.now();
    if (this.#current === undefined || now - this.#current.at >= (this.#parts.maxAgeMs ?? 200)) {
      const before: Promise<unknown> = this.#current?.catalogue ?? Promise.resolve();
      this.#current = { at: now, catalogue: before.catch(() => undefined).then(() => this.#look()) };
    }
    return this.#current.catalogue;
  }

  /** Makes the next {@link read} look again, whatever the time. */
  forget(): void {
    if (this.#current !== undefined) this.#current = { ...this.#current, at: Number.NEGATIVE_INFINITY };
  }

  async #look(): Promise<Catalogue> {
    const { shipped, own } = this.#parts;
    const looks = await Promise.all([
      this.#lookAt(shipped, 'shipped'),
      ...(own === undefined ? [] : [this.#lookAt(own, 'own')]),
    ]);
    this.#items = new Map(looks.flatMap(({ items }) => items).map((item) => [item.path, item]));
    const patience = wait(this.#parts.patienceMs ?? patienceMs, undefined, { ref: false });
    await Promise.race([this.#plan(), patience]);
    return catalogueOf(
      [...this.#items.values()],
      looks.flatMap(({ faults }) => faults),
    );
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
    return { origin, path, name, stamp, ...checked, plannedAt: undefined, planFaults: [] };
  }

  #check(text: string, { path, origin, name }: Pick<Item, 'path' | 'origin' | 'name'>) {
    const { known } = this.#parts;
    const read = readQuery({ path, origin, fileName: name }, text, known);
    if ('faults' in read) return { read: undefined, faults: read.faults };
    const faults = textFaults(read, known.vocabulary);
    return faults.length === 0 ? { read, faults: [] } : faulty(path, faults);
  }

  /** Resolves when the database has said what it has against each query, or cannot. */
  async planned(): Promise<void> {
    await this.read();
    await this.#plan();
    this.forget();
  }

  /**
   * Has the database plan what is new and, after a while, what it had something against; goes on after whoever waits has lost
   * patience: the first plans of a database that has just started take seconds.
   */
  #plan(): Promise<void> {
    this.#planning ??= this.#planAll().finally(() => (this.#planning = undefined));
    // Whoever still waits is told; nobody else has to be.
    this.#planning.catch(() => undefined);
    return this.#planning;
  }

  /** One at a time, so that people's requests come between. */
  async #planAll(): Promise<void> {
    const { database } = this.#parts;
    if (database === undefined) return;
    for (let item = this.#nextDue(); item !== undefined; item = this.#nextDue())
      if (!(await this.#planOne(item, item.read, database))) return;
  }

  /** The next to be planned: the user's own first, which do not run before. */
  #nextDue(): (Item & { readonly read: ReadQuery }) | undefined {
    const { planOnly } = this.#parts;
    const now = performance.now();
    const due = [...this.#items.values()].filter(
      (item): item is Item & { readonly read: ReadQuery } =>
        item.read !== undefined &&
        (planOnly === undefined || planOnly === item.read.query.id) &&
        (item.plannedAt === undefined || (item.planFaults.length > 0 && now - item.plannedAt > planAgainMs)),
    );
    return due.find(({ origin }) => origin === 'own') ?? due[0];
  }

  /** False where the database cannot say: then it is left alone for a while. */
  async #planOne(item: Item, read: ReadQuery, database: Pick<Database, 'explain'>): Promise<boolean> {
    if (performance.now() < this.#databaseRestsUntil) return false;
    try {
      const faults = await planFaults(read, this.#parts.known.vocabulary, database);
      item.planFaults = faults.map((fault) => ({ path: item.path, ...fault }));
      item.plannedAt = performance.now();
      return true;
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      this.#databaseRestsUntil = performance.now() + databaseRestMs;
      return false;
    }
  }
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
    if (read !== undefined && all.length === 0)
      sound.push({ query: read.query, text: read.text, body: read.body, planned: plannedAt !== undefined });
  }
  const unplanned = items.filter(({ read, plannedAt }) => read !== undefined && plannedAt === undefined).length;
  sound.sort((a, b) => (a.query.id < b.query.id ? -1 : 1));
  faults.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  return { queries: new Map(sound.map((stored) => [stored.query.id, stored])), shippedIds, faults, unplanned };
}
