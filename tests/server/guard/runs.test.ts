// A query in its lane: whose place stays taken until the query has ended in the database.
import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../../server/errors.ts';
import { Lane } from '../../../server/guard/lanes.ts';
import { runInLane } from '../../../server/guard/runs.ts';

/** Runs a query that ends with an error of this code; its end in the database is never told. */
async function laneAfter(code: string): Promise<{ lane: Lane; error: unknown }> {
  const lane = new Lane({ running: 1 });
  const watch = { after: () => new Promise<void>(() => undefined), isRestarting: () => false, stop: () => undefined };
  const place = { lane, watch, isLocal: true };
  const error: unknown = await runInLane(place, 'somebody', undefined, () =>
    Promise.reject(new EntenteError({ code, status: 504, message: 'It ended.' })),
  ).catch((thrown: unknown) => thrown);
  await new Promise(setImmediate);
  return { lane, error };
}

describe('the place of a query', () => {
  it.each(['cancelled', 'row-too-large', 'connection-lost', 'not-read-in-time'])(
    'that ended with %s stays taken until the database has ended it',
    async (code) => {
      expect((await laneAfter(code)).lane.running).toBe(1);
    },
  );

  it('that the database itself has ended is free at once', async () => {
    expect((await laneAfter('query-failed')).lane.running).toBe(0);
  });
});

describe('a query that was not read in time', () => {
  it('is not told that it made the database start again', async () => {
    expect((await laneAfter('not-read-in-time')).error).toMatchObject({ message: 'It ended.' });
  });
});
