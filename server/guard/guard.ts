// Puts the guard together: lanes for free and saved queries, and the watch over what outlives its time.
import type { Database } from '../neo4j/database.ts';
import { createFreeQueries, type FreeQueries, type Layer } from './free-query.ts';
import { freeLane, Lane, savedLane } from './lanes.ts';
import { runInLane, type Asker } from './runs.ts';
import { createWatch, type WatchParts } from './watch.ts';

/** What a guard is made of. */
export interface GuardParts extends Omit<WatchParts, 'database'> {
  readonly database: Pick<Database, 'read' | 'explain' | 'stream' | 'streamTo'>;
  /** Whether the database runs on this machine, so that a connection that is lost means that it has died. */
  readonly isLocal: boolean;
  /** Layers that are left out, for tests of the others. */
  readonly without?: readonly Layer[];
}

/** Whoever asks something that people wrote asks it here. */
export interface Guard {
  readonly free: FreeQueries;
  /** Saved queries of somebody at this address: in their own lane, where they wait for their turn. */
  saved(address: string): Asker;
  stop(): void;
}

/** The guard over a database. */
export function createGuard(parts: GuardParts): Guard {
  const { database, isLocal, log, without } = parts;
  const watch = createWatch(parts);
  const lanes = { free: new Lane(freeLane), saved: new Lane(savedLane) };
  const free = createFreeQueries({
    database,
    place: { lane: lanes.free, watch, isLocal, isSuspect: () => true },
    onWrite: (updates) => log.error({ updates }, 'a free query changed the database: free queries are off'),
    ...(without === undefined ? {} : { without }),
  });
  const place = { lane: lanes.saved, watch, isLocal, isSuspect: () => lanes.free.running === 0 };
  return {
    free,
    saved: (address) => ({
      stream: (text, parameters, options) =>
        runInLane(place, address, options.signal, (mark) =>
          database.stream(text, parameters, { ...options, lane: 'saved', mark }),
        ),
      streamTo: (text, parameters, options, receiver) =>
        runInLane(place, address, options.signal, (mark) =>
          database.streamTo(text, parameters, { ...options, lane: 'saved', mark }, receiver),
        ),
    }),
    stop: () => watch.stop(),
  };
}
