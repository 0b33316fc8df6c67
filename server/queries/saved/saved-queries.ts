// The saved queries, shipped and the user's own: asked for, checked, kept, changed and taken away.
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import type { FileFault } from '../../contract/queries.ts';
import { EntenteError } from '../../errors.ts';
import type { Database } from '../../neo4j/database.ts';
import { loadStatement, statementNames } from '../../neo4j/statements.ts';
import { CatalogueReader } from './catalogue.ts';
import { planFaults, textFaults } from './guarded.ts';
import { createFile, expectVersion, queryExists, removeFile, replaceFile } from './own-files.ts';
import type { QueryFolder } from './query-folder.ts';
import { queryIdSchema, type KnownNames } from './query-schema.ts';
import { readQuery, type StoredQuery } from './read-query.ts';

/** Plans a text of somebody. */
type Planner = Pick<Database, 'explain'>;

/** What is wrong with a text, or the query that it is. */
export interface CheckedText {
  readonly stored?: StoredQuery;
  readonly faults: readonly FileFault[];
}

/** The saved queries of a program. Files that change, come or go are taken up within a fifth of a second. */
export interface SavedQueries {
  /** Queries without fault, in the order of their ids. */
  list(): Promise<StoredQuery[]>;
  /** @throws {EntenteError} `no-such-query`, with the faults of its file where there are some */
  get(id: string): Promise<StoredQuery>;
  /** Every fault of every file, by path and line. */
  faults(): Promise<readonly FileFault[]>;
  /** How many queries the database has not planned yet: all without a database, some while it is away. */
  unplanned(): Promise<number>;
  /** Resolves when the database has planned all, or cannot; until then shipped ones are served unplanned, own ones do not run. */
  planned(): Promise<void>;
  /** Checks a text in every way without keeping it; `planner` plans it where the database of the parts shall not. */
  check(text: string, planner?: Planner): Promise<CheckedText>;
  /** Keeps a new query. @throws {EntenteError} `faulty-query`, `query-exists`, `cannot-write`; what the planner throws */
  create(text: string, planner?: Planner): Promise<StoredQuery>;
  /**
   * Changes an own query that is still of this version; another id in the text renames it.
   *
   * @throws {EntenteError} `faulty-query`, `shipped-query`, `changed-on-disk`, `query-exists`, `no-such-query`, `cannot-write`
   */
  replace(id: string, text: string, version: string, planner?: Planner): Promise<StoredQuery>;
  /** Takes away an own query that is still of this version. @throws {EntenteError} as {@link replace} */
  remove(id: string, version: string): Promise<void>;
}

/** What the saved queries are made of. */
export interface SavedQueriesParts {
  readonly vocabulary: Vocabulary;
  readonly shipped: QueryFolder;
  /** Made when the first query is kept. Without one nothing can be kept. */
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

/** The saved queries of these folders. Nothing is read before it is asked for. */
export function openSavedQueries(parts: SavedQueriesParts): SavedQueries {
  const { vocabulary, own, database } = parts;
  const known: KnownNames = { vocabulary, suggestion: parametersOfSuggestion };
  const reader = new CatalogueReader({ ...parts, known });
  const inTurn = oneAfterAnother();

  async function check(text: string, planner = database): Promise<CheckedText> {
    const path = `${/^id:[ \t]*([a-z0-9-]+)/m.exec(text)?.[1] ?? 'query'}.cypher`;
    const read = readQuery({ path, origin: 'own' }, text, known);
    if ('faults' in read) return { faults: read.faults };
    const found = textFaults(read, vocabulary);
    const plan =
      found.length > 0 || database === undefined || planner === undefined
        ? undefined
        : await planFaults(read, vocabulary, planner).catch(nothingWhileAway);
    const faults = [...found, ...(plan ?? [])].map((fault) => ({ path, ...fault }));
    if (faults.length > 0) return { faults };
    return { stored: { query: read.query, text, body: read.body, planned: plan !== undefined }, faults };
  }

  /** Checks, then writes in turn with everything else that writes here; looks again afterwards. */
  async function keep(
    text: string,
    planner: Planner | undefined,
    write: (folder: QueryFolder, id: string) => Promise<void>,
  ): Promise<StoredQuery> {
    const folder = ownFolder(own);
    const { stored, faults } = await check(text, planner);
    if (stored === undefined) throw faultyQuery(faults);
    await inTurn(async () => {
      await refuseShipped(stored.query.id, queryExists);
      await write(folder, stored.query.id).finally(() => reader.forget());
    });
    return stored;
  }

  async function refuseShipped(id: string, refusal: (id: string) => EntenteError): Promise<void> {
    const { shippedIds } = await reader.read();
    if (shippedIds.has(id)) throw refusal(id);
    if (!queryIdSchema.safeParse(id).success) throw noSuchQuery(id, [], []);
  }

  return {
    async list() {
      return [...(await reader.readPlanned()).queries.values()];
    },
    async get(id) {
      const { queries, faults } = await reader.readWith(id);
      const stored = queries.get(id);
      if (stored === undefined) throw noSuchQuery(id, [...queries.keys()], faults);
      return stored;
    },
    async faults() {
      return (await reader.readPlanned()).faults;
    },
    async unplanned() {
      return (await reader.read()).unplanned;
    },
    planned: () => reader.planned(),
    check,
    create: (text, planner) => keep(text, planner, (folder, id) => createFile(folder, id, text)),
    async replace(id, text, version, planner) {
      await refuseShipped(id, shippedQuery);
      return keep(text, planner, async (folder, newId) => {
        if (newId === id) return replaceFile(folder, id, text, version);
        await expectVersion(folder, id, version);
        await createFile(folder, newId, text);
        await removeFile(folder, id, version);
      });
    },
    async remove(id, version) {
      await refuseShipped(id, shippedQuery);
      const folder = ownFolder(own);
      await inTurn(() => removeFile(folder, id, version).finally(() => reader.forget()));
    },
  };
}

const away = ['database-unreachable', 'database-starting-again', 'database-stopped'];

/** What is kept while the database is away is planned as soon as it is back, and told among the faults. */
function nothingWhileAway(error: unknown): undefined {
  if (error instanceof EntenteError && away.includes(error.code)) return undefined;
  throw error;
}

/** Parameters of a statement under `cypher/suggest`. */
function parametersOfSuggestion(name: string): readonly string[] | undefined {
  const path = `suggest/${name}`;
  return statementNames('suggest').includes(path) ? loadStatement(path).header.parameters : undefined;
}

/** Runs works one after another, whatever becomes of each. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

function ownFolder(own: QueryFolder | undefined): QueryFolder {
  if (own !== undefined) return own;
  throw new EntenteError({
    code: 'no-own-queries',
    status: 403,
    message: 'This program keeps no queries.',
    advice: 'Start it with a folder of its own (ENTENTE_HOME).',
  });
}

function noSuchQuery(id: string, ids: readonly string[], faults: readonly FileFault[]): EntenteError {
  const own = faults.filter(({ path }) => path.endsWith(`/${id}.cypher`));
  const lines = own.map(({ path, line, message }) => `${path}:${line}: ${message}`);
  return new EntenteError({
    code: 'no-such-query',
    status: 404,
    message:
      own.length === 0
        ? `There is no saved query "${id}".`
        : `The saved query "${id}" cannot be run because its file has faults: ${lines.join('; ')}.`,
    advice:
      own.length > 0 ? 'Correct its file.' : ids.length === 0 ? 'None is there.' : `Take one of ${ids.join(', ')}.`,
  });
}

function faultyQuery(faults: readonly FileFault[]): EntenteError {
  const lines = faults.map(({ path, line, message }) => `${path}:${line}: ${message}`);
  return new EntenteError({
    code: 'faulty-query',
    status: 400,
    message: `The query has faults: ${lines.join('; ')}.`,
    advice: 'Correct these lines; nothing was kept.',
    details: { errors: faults.map(({ line, message }) => ({ path: `text:${line}`, message })) },
  });
}

function shippedQuery(id: string): EntenteError {
  return new EntenteError({
    code: 'shipped-query',
    status: 403,
    message: `The query "${id}" comes with the program and stays as it is.`,
    advice: 'Keep a copy of your own under another id.',
  });
}
