// What the rest of the program knows of the database: statements in, plain JSON out, no driver in sight.

/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * One row of an answer, by column. Values are plain JSON: integers within 2^53 are numbers, what JSON cannot hold is
 * `{ $type, value }` (see `values.ts`), a node is `{ $type: 'Node', labels, properties }`, a relationship
 * `{ $type: 'Relationship', type, from, to, properties }`, where `from` and `to` are the `id` properties of its ends if the
 * same answer holds those nodes, and null otherwise.
 */
export type Row = Record<string, Json>;

/**
 * Values for a statement's parameters: plain JSON, `undefined` left out. Whole numbers go to the database as integers, others
 * as floats; `{ $type: 'Date', value: '2026-01-23' }` and its kin (see `values.ts`) become what they say.
 */
export type Parameters = Readonly<Record<string, unknown>>;

/** What the comment at the head of a statement's file says. */
export interface StatementHeader {
  /** The question that the statement answers. */
  readonly question: string;
  /** Names of its parameters, without `$`. */
  readonly parameters: readonly string[];
  /** Names of the columns of its answer. */
  readonly columns: readonly string[];
  /** In which order the rows come, in words. */
  readonly order: string;
  /** What limits the number of rows, in words. */
  readonly bound: string;
}

/** One statement, as its file under `cypher/` holds it. */
export interface Statement {
  /** Path below `cypher/` without extension, `read/find-entity`. */
  readonly name: string;
  readonly text: string;
  readonly header: StatementHeader;
}

/** Connections of their own for queries that people ask: what strangers type must not keep saved ones waiting. */
export type Lane = 'free' | 'saved';

/** Limits of one read. */
export interface ReadOptions {
  /** When the database gives up; 10,000 if not said. */
  readonly timeoutMs?: number;
  /** Aborting it ends the query in the database, too. */
  readonly signal?: AbortSignal;
  /** Whose connections are used; those of our own reads if not said. */
  readonly lane?: Lane;
  /** By which its transaction is known in the database while it runs. */
  readonly mark?: string;
}

/** Limits of one query that somebody wrote. */
export interface StreamOptions extends ReadOptions {
  readonly timeoutMs: number;
  /** At most so many rows come back; `truncated` says whether there were more. */
  readonly rowLimit: number;
  /** At most so many bytes of JSON come back, whole rows of them; 16 MiB if not said. */
  readonly byteLimit?: number;
}

/** A node as the database has it; `elementId` joins it to relations of the same answer and means nothing afterwards. */
export interface RawNode {
  readonly elementId: string;
  readonly labels: string[];
  readonly properties: { [key: string]: Json };
}

/** A relationship as the database has it, its ends by element id. */
export interface RawRelation {
  readonly elementId: string;
  readonly type: string;
  readonly fromElementId: string;
  readonly toElementId: string;
  readonly properties: { [key: string]: Json };
}

/** Some rows of an answer, in the order of its columns, and what they hold that no earlier portion held. */
export interface Portion {
  readonly rows: Json[][];
  /** Every node in the rows, also those within paths, lists and maps, once in an answer. */
  readonly nodes: RawNode[];
  /** Every relationship in the rows, once in an answer. */
  readonly relations: RawRelation[];
}

/** Takes an answer as it comes; what it returns is waited for before more is read from the database. */
export interface Receiver {
  columns(columns: string[]): Promise<void> | void;
  portion(portion: Portion): Promise<void> | void;
}

/** How an answer ended. */
export interface StreamEnd {
  /** How many rows there were. */
  readonly rows: number;
  readonly truncated: boolean;
  /** The limit that cut the answer, where one did. */
  readonly truncatedBy?: 'rows' | 'bytes';
  readonly elapsedMs: number;
  /** What the database says that the query changed, by the names of its counters; empty for whatever only reads. */
  readonly updates: Readonly<Record<string, number>>;
}

/** The whole answer to a query that somebody wrote. */
export interface StreamedAnswer extends Portion, Omit<StreamEnd, 'rows'> {
  readonly columns: string[];
}

/** One step of a plan with the steps that feed it. */
export interface PlanStep {
  /** Name without `@neo4j`. */
  readonly operator: string;
  /** What it does, in the planner's notation; empty where it says nothing. */
  readonly details: string;
  readonly estimatedRows: number;
  readonly children: readonly PlanStep[];
}

/** What the planner has to say about a text, and about which part of it. */
export interface PlanNotice {
  readonly message: string;
  /** Index of the letter (UTF-16, from 0) in the text that it is about. */
  readonly offset?: number;
}

/** What the database would do, found out without doing it. */
export interface Plan {
  /** `r`, `w`, `rw` or `s` (schema and administration). */
  readonly queryType: string;
  /** Names of all operators, without `@neo4j`, sorted, each once. */
  readonly operators: string[];
  /** Names of all procedures called, sorted, each once. */
  readonly procedures: string[];
  /** Names of the columns of the answer. */
  readonly columns: readonly string[];
  /** The last step; what it needs is below it. */
  readonly root?: PlanStep;
  readonly notices: readonly PlanNotice[];
}

/** How a write may behave. */
export interface WriteOptions {
  /** When the database gives up on the whole transaction; 120,000 if not said. */
  readonly timeoutMs?: number;
  /** For how long lost connections and deadlocks are answered by doing the work again; 30,000 if not said. */
  readonly retryForMs?: number;
  readonly signal?: AbortSignal;
}

/** The open transaction that a write works in. */
export interface WriteTransaction {
  /** Runs one statement and returns all its rows. */
  run(statement: Statement, parameters?: Parameters): Promise<Row[]>;
}

/** A database that statements can be put to. Every error it throws is an `EntenteError`. */
export interface Database {
  /** Answers one of our own reads, all rows; retried within 5 s where the fault is passing. */
  read(statement: Statement, parameters?: Parameters, options?: ReadOptions): Promise<Row[]>;
  /** Runs a text that somebody wrote, once, without retry, in a session that cannot write. */
  stream(text: string, parameters: Parameters, options: StreamOptions): Promise<StreamedAnswer>;
  /** Does the same, and hands over columns and portions of rows as they come. */
  streamTo(text: string, parameters: Parameters, options: StreamOptions, receiver: Receiver): Promise<StreamEnd>;
  /** Plans a text without running it. */
  explain(text: string, parameters: Parameters, options?: ReadOptions): Promise<Plan>;
  /**
   * Does the work in one transaction and commits it; anything thrown rolls it back. Work may be run again after a deadlock or
   * a connection lost before COMMIT, so it must have no effect but through its transaction. A COMMIT whose answer is lost is
   * thrown as `commit-unknown` and never repeated.
   */
  write<T>(work: (tx: WriteTransaction) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** Runs one statement that brings its own transaction, once: schema, lease. */
  writeOnce(statement: Statement, parameters?: Parameters, options?: ReadOptions): Promise<Row[]>;
  /** Resolves when the database answers and is recent enough; throws what is wrong and what to do otherwise. */
  ready(): Promise<void>;
  /** Bookmarks of what this process has written; another that uses them reads its writes. */
  lastBookmarks(): Promise<string[]>;
  /** Makes later reads wait for these bookmarks. */
  useBookmarks(bookmarks: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** How the database is at this moment; `sentence` is for people wherever it is not ready. */
export interface DatabaseStatus {
  readonly state: 'ready' | 'starting-again' | 'stopped' | 'failed';
  readonly sentence: string;
}

/** An open database and who answers for it. */
export interface OpenDatabase {
  readonly db: Database;
  /** Elsewhere, started by this program, or started by another one that runs. */
  readonly where: 'remote' | 'own' | 'joined';
  /** What `/api/ready` tells while the database cannot answer. */
  status(): DatabaseStatus;
  /** Ends the database and starts it again; resolves when it answers. Only where this program started it. */
  restart?(): Promise<void>;
  /** Whether other programs use the database that this one started. */
  isShared?(): Promise<boolean>;
  /** Closes the connections and stops what this program started, by force after `withinMs` where that is said. */
  close(withinMs?: number): Promise<void>;
}

/** What the database is opened for. */
export interface Purpose {
  /** A program that serves people and of which there is one per home, or a command that is soon over. */
  readonly kind: 'serve' | 'command';
  /** Address that a serving program can be found at, for the message of a second one. */
  readonly address?: string;
}
