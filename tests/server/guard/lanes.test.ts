// Lanes: how many run, who is refused, who waits and for how long.
import { describe, expect, it } from 'vitest';
import { Lane, savedLane } from '../../../server/guard/lanes.ts';

describe('a lane in which nobody waits', () => {
  it('lets two of an address run and refuses the third, until one has left', async () => {
    const lane = new Lane({ running: 8, runningEach: 2 });
    const leave = await lane.enter('a');
    await lane.enter('a');
    await expect(lane.enter('a')).rejects.toMatchObject({
      code: 'too-many-queries',
      status: 429,
      message: expect.stringContaining('2 of your queries') as string,
      details: { retryAfterSeconds: 3 },
    });
    leave();
    leave();
    await lane.enter('a');
    await expect(lane.enter('a')).rejects.toMatchObject({ status: 429 });
  });

  it('lets eight run in all', async () => {
    const lane = new Lane({ running: 8, runningEach: 2 });
    for (const address of 'aabbccdd') await lane.enter(address);
    expect(lane.running).toBe(8);
    await expect(lane.enter('e')).rejects.toMatchObject({
      status: 429,
      message: expect.stringContaining('8 queries') as string,
    });
  });
});

describe('a lane in which people wait', () => {
  it('leaves half of its places to others: who has four running waits, and somebody else does not', async () => {
    const lane = new Lane(savedLane);
    const leave = await lane.enter('a');
    for (let more = 0; more < 3; more += 1) await lane.enter('a');
    let fifth = false;
    const waiting = lane.enter('a').then(() => (fifth = true));
    await lane.enter('b');
    expect([fifth, lane.running]).toEqual([false, 5]);
    leave();
    await waiting;
    expect([fifth, lane.running]).toEqual([true, 5]);
  });

  const limits = { running: 1, waiting: 2, waitMs: 20_000 };

  it('lets them run in the order in which they came', async () => {
    const lane = new Lane(limits);
    const order: string[] = [];
    const run = async (name: string) => {
      const leave = await lane.enter(name);
      order.push(name);
      return leave;
    };
    const first = await run('first');
    const others = [run('second'), run('third')];
    expect(order).toEqual(['first']);
    first();
    (await others[0])?.();
    await others[1];
    expect(order).toEqual(['first', 'second', 'third']);
    expect(lane.running).toBe(1);
  });

  it('refuses who would be one too many', async () => {
    const lane = new Lane(limits);
    await lane.enter('a');
    for (const name of ['b', 'c']) lane.enter(name).catch(() => undefined);
    await expect(lane.enter('d')).rejects.toMatchObject({
      code: 'queries-waiting',
      status: 503,
      details: { retryAfterSeconds: 5 },
    });
  });

  it('sends away who has waited for too long, and forgets who has gone', async () => {
    const lane = new Lane({ ...limits, waitMs: 30 });
    const leave = await lane.enter('a');
    const gone = new AbortController();
    const left = lane.enter('b', gone.signal);
    gone.abort();
    await expect(left).rejects.toMatchObject({ code: 'cancelled' });
    await expect(lane.enter('c')).rejects.toMatchObject({ code: 'queries-waiting' });
    leave();
    expect(lane.running).toBe(0);
  });
});
