// The Database over neo4j-driver: routed to readers or writers, bounded in time, with bookmarks shared in this process.
import neo4j from 'neo4j-driver';
import type { Config as DriverConfig, Driver, Session } from 'neo4j-driver';
import type { Database } from './database.ts';
import { tooOld } from './errors.ts';
import { planOf, readRows, runOnce, streamRows } from './reads.ts';
import { loadStatement } from './statements.ts';
import { writeAgain } from './writes.ts';

/** Pool, timeouts and retries, as measured: the driver's defaults let a page wait for a minute. */
export const driverConfig: DriverConfig = {
  maxConnectionPoolSize: 20,
  connectionAcquisitionTimeout: 5_000,
  connectionTimeout: 5_000,
  connectionLivenessCheckTimeout: 30_000,
  maxTransactionRetryTime: 5_000,
  fetchSize: 200,
  telemetryDisabled: true,
  notificationFilter: { minimumSeverityLevel: 'OFF' },
  userAgent: 'entente',
};

/** What a database is made of. */
export interface Connection {
  readonly driver: Pick<Driver, 'session' | 'close'>;
  /** The server's default if not said. */
  readonly database?: string;
  /** Called before each piece of work; throws where there is no use in trying, or takes bookmarks in. */
  readonly before?: (database: Pick<Database, 'useBookmarks'>) => Promise<void>;
  /** Called after each write with the bookmarks of this process. */
  readonly after?: (bookmarks: string[]) => Promise<void>;
}

/** A driver for this address, configured as measured; it connects at its first use. */
export function connect(uri: string, user: string, password: string): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), driverConfig);
}

/** A {@link Database} over a driver, which it closes. */
export function createDatabase(connection: Connection): Database {
  const bookmarkManager = neo4j.bookmarkManager();
  const open = (mode: 'READ' | 'WRITE') => (): Session =>
    connection.driver.session({
      defaultAccessMode: mode,
      bookmarkManager,
      disableAutoCommitRetries: true,
      ...(connection.database === undefined ? {} : { database: connection.database }),
    });
  const database: Database = {
    async read(statement, parameters = {}, options = {}) {
      await connection.before?.(database);
      return readRows(open('READ'), statement, parameters, options);
    },
    async stream(text, parameters, options) {
      await connection.before?.(database);
      return streamRows(open('READ'), text, parameters, options);
    },
    async explain(text, parameters, options = {}) {
      await connection.before?.(database);
      return planOf(open('READ'), text, parameters, options);
    },
    async write(work, options = {}) {
      await connection.before?.(database);
      const result = await writeAgain(open('WRITE'), work, options);
      await connection.after?.([...(await bookmarkManager.getBookmarks())]);
      return result;
    },
    async writeOnce(statement, parameters = {}, options = {}) {
      await connection.before?.(database);
      const rows = await runOnce(open('WRITE'), statement, parameters, options);
      await connection.after?.([...(await bookmarkManager.getBookmarks())]);
      return rows;
    },
    async ready() {
      const [row] = await database.read(loadStatement('admin/server-version'));
      const version = String(row?.['version'] ?? 'of an unknown version');
      if (!isRecent(version)) throw tooOld(version);
    },
    async lastBookmarks() {
      return [...(await bookmarkManager.getBookmarks())];
    },
    async useBookmarks(bookmarks) {
      await bookmarkManager.updateBookmarks([], bookmarks);
    },
    async close() {
      await connection.driver.close();
    },
  };
  return database;
}

/** 5.26 and later, calendar versions such as 2025.06 included. */
function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > 5 || (major === 5 && minor >= 26);
}
