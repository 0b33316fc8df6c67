// The Database over neo4j-driver: routed to readers or writers, bounded in time, with bookmarks shared in this process.
import neo4j from 'neo4j-driver';
import type { Config as DriverConfig, Driver, Session, SessionConfig } from 'neo4j-driver';
import { EntenteError } from '../errors.ts';
import type { Database, Lane } from './database.ts';
import { tooOld } from './errors.ts';
import { planOf, readRows, runOnce } from './reads.ts';
import { loadStatement } from './statements.ts';
import { collectRows, streamRows } from './streaming.ts';
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

/** What a session that plans is told besides: warnings about the text. */
const withNotices: SessionConfig = { notificationFilter: { minimumSeverityLevel: 'INFORMATION' } };

type SessionSource = Pick<Driver, 'session' | 'close'>;

/** Connections for what people ask: so many queries run at once, and each that outlives its time keeps one. */
const laneConnections: Readonly<Record<Lane, number>> = { free: 24, saved: 16 };

/** What a database is made of. */
export interface Connection {
  readonly driver: SessionSource;
  /** Drivers with connections of their own for what people ask; the same one if not said. */
  readonly lanes?: Readonly<Record<Lane, SessionSource>>;
  /** How sessions for what people ask are opened; READ if not said. Only tests of the other layers of protection say WRITE. */
  readonly streamAccess?: 'READ' | 'WRITE';
  /** The server's default if not said. */
  readonly database?: string;
  /** Called before each piece of work; throws where there is no use in trying, or takes bookmarks in. */
  readonly before?: (database: Pick<Database, 'useBookmarks'>) => Promise<void>;
  /** What to tell instead where the database cannot be reached. */
  readonly outage?: () => EntenteError;
  /** Called after each write with the bookmarks of this process. */
  readonly after?: (bookmarks: string[]) => Promise<void>;
}

/** A driver for this address, configured as measured; it connects at its first use. */
export function connect(uri: string, user: string, password: string): Driver {
  // The driver writes into the configuration that it is given.
  return neo4j.driver(uri, neo4j.auth.basic(user, password), { ...driverConfig });
}

/** The same with connections of their own for each lane. */
export function connectLanes(
  uri: string,
  user: string,
  password: string,
): Required<Pick<Connection, 'driver' | 'lanes'>> {
  const lane = (name: Lane): Driver =>
    neo4j.driver(uri, neo4j.auth.basic(user, password), {
      ...driverConfig,
      maxConnectionPoolSize: laneConnections[name],
    });
  return { driver: connect(uri, user, password), lanes: { free: lane('free'), saved: lane('saved') } };
}

/** A {@link Database} over a driver, which it closes. */
export function createDatabase(connection: Connection): Database {
  const bookmarkManager = neo4j.bookmarkManager();
  const { streamAccess = 'READ' } = connection;
  const driverOf = (lane: Lane | undefined): SessionSource =>
    (lane === undefined ? undefined : connection.lanes?.[lane]) ?? connection.driver;
  const open =
    (mode: 'READ' | 'WRITE', lane?: Lane, more: SessionConfig = {}) =>
    (): Session =>
      driverOf(lane).session({
        ...more,
        defaultAccessMode: mode,
        bookmarkManager,
        disableAutoCommitRetries: true,
        ...(connection.database === undefined ? {} : { database: connection.database }),
      });
  const about = async <T>(work: () => Promise<T>): Promise<T> => {
    await connection.before?.(database);
    try {
      return await work();
    } catch (error) {
      const lost = error instanceof EntenteError && error.code === 'database-unreachable';
      throw lost ? (connection.outage?.() ?? error) : error;
    }
  };
  const leaveBookmarks = async <T>(result: T): Promise<T> => {
    await connection.after?.([...(await bookmarkManager.getBookmarks())]);
    return result;
  };
  const database: Database = {
    read: (statement, parameters = {}, options = {}) =>
      about(() => readRows(open('READ'), statement, parameters, options)),
    stream: (text, parameters, options) =>
      about(() => collectRows(open(streamAccess, options.lane), text, parameters, options)),
    streamTo: (text, parameters, options, receiver) =>
      about(() => streamRows(open(streamAccess, options.lane), text, parameters, options, receiver)),
    explain: (text, parameters, options = {}) =>
      about(() => planOf(open('READ', options.lane, withNotices), text, parameters, options)),
    write: async (work, options = {}) => leaveBookmarks(await about(() => writeAgain(open('WRITE'), work, options))),
    writeOnce: async (statement, parameters = {}, options = {}) =>
      leaveBookmarks(await about(() => runOnce(open('WRITE'), statement, parameters, options))),
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
      const { driver, lanes } = connection;
      const all = [driver, ...(lanes === undefined ? [] : [lanes.free, lanes.saved])];
      await Promise.all(all.map((each) => each.close()));
    },
  };
  return database;
}

/** 5.26 and later, calendar versions such as 2025.06 included. */
function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > 5 || (major === 5 && minor >= 26);
}
