// A double of the driver, for what no machine here has: a cluster. It records sessions and does as it is told.
import type { Driver, Session } from 'neo4j-driver';
import type { BookmarkManager } from 'neo4j-driver';

/** What a session was opened with. */
export interface SessionOptions {
  readonly defaultAccessMode?: string;
  readonly database?: string;
  readonly bookmarkManager?: BookmarkManager;
  readonly disableAutoCommitRetries?: boolean;
}

/** How the double behaves. */
export interface Behaviour {
  /** Called at each COMMIT; throws what the double shall throw. */
  readonly commit?: () => void;
  /** Called at each statement within a transaction. */
  readonly run?: () => void;
  /** The rows that every statement answers, by column. */
  readonly rows?: readonly Record<string, unknown>[];
}

/** A driver that keeps no connection, and the list of what its sessions were opened with. */
export function driverDouble(behaviour: Behaviour = {}): { driver: Driver; opened: SessionOptions[] } {
  const opened: SessionOptions[] = [];
  const records = (behaviour.rows ?? []).map((row) => ({ keys: Object.keys(row), get: (key: string) => row[key] }));
  const run = async (): Promise<unknown> => {
    behaviour.run?.();
    return { records };
  };
  const session = (options: SessionOptions): Session => {
    opened.push(options);
    const double = {
      run,
      executeRead: (work: (tx: unknown) => Promise<unknown>) => work({ run }),
      beginTransaction: async () => ({
        run,
        async commit() {
          behaviour.commit?.();
          await options.bookmarkManager?.updateBookmarks([], [`bookmark:${opened.length}`]);
        },
      }),
      close: async () => undefined,
    };
    return double as unknown as Session;
  };
  return { driver: { session, close: async () => undefined } as unknown as Driver, opened };
}
