// Puts the guard together: lanes for free and saved queries, and the watch over what outlives its time.
import type { Database } from '../neo4j/database.ts';
import { createFreeQueries, type FreeQueries, type Layer } from './free-query.ts';
import { FreeSwitch } from './free-switch.ts';
import { freeLane, Lane, savedLane } from './lanes.ts';
import { runInLane, type Place } from './runs.ts';
import { Suspects } from './suspects.ts';
import { askThrough, withoutUpdates, type Asker, type Updates } from './updates.ts';
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
  /** Queries that come with the program, of somebody at this address: in their own lane, where they wait for their turn. */
  saved(address: string): Asker;
  /** Queries that people have kept: in the same lane, but switched off and blamed like free ones. */
  own(address: string): Asker;
  stop(): void;
}

/** The guard over a database. */
export function createGuard(parts: GuardParts): Guard {
  const { database, isLocal, log, without } = parts;
  const watch = createWatch(parts);
  const onOff = new FreeSwitch();
  const suspects = new Suspects(() => {
    if (onOff.countKill()) log.error('queries of strangers killed the database again and again: free queries pause');
  });
  const onWrite = (updates: Updates): void => {
    onOff.turnOff();
    log.error({ updates }, 'a query changed the database: free queries are off');
  };
  const free = createFreeQueries({
    database,
    place: { lane: new Lane(freeLane), watch, isLocal, suspects },
    onOff,
    onWrite,
    ...(without === undefined ? {} : { without }),
  });
  const saved = { lane: new Lane(savedLane), watch, isLocal };
  const inSavedLane = (place: Place, address: string, check: () => void): Asker =>
    askThrough(database, async ({ signal }, put) => {
      check();
      return runInLane(place, address, signal, async (mark) => {
        check();
        return withoutUpdates(() => put({ lane: 'saved', mark }), onWrite);
      });
    });
  return {
    free,
    saved: (address) => inSavedLane(saved, address, () => undefined),
    own: (address) => inSavedLane({ ...saved, suspects }, address, () => onOff.check()),
    stop: () => watch.stop(),
  };
}
