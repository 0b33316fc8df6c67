// Who is told what when the database dies, and when strangers' queries pause for it; on a double that dies when it is told to.
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { EntenteError } from '../../../server/errors.ts';
import { FreeSwitch } from '../../../server/guard/free-switch.ts';
import { createGuard, type Guard } from '../../../server/guard/guard.ts';
import type { Plan, StreamedAnswer } from '../../../server/neo4j/database.ts';

const limits = { timeoutMs: 1_000, rowLimit: 1 };
const plan: Plan = { queryType: 'r', operators: [], procedures: [], columns: [], notices: [] };
const lost = () => new EntenteError({ code: 'connection-lost', status: 503, message: 'Lost.' });
let dying: (() => void)[];
let guard: Guard;
let planning: () => Promise<Plan>;
beforeEach(() => {
  dying = [];
  planning = async () => plan;
  guard = createGuard({
    database: {
      read: async () => [],
      explain: () => planning(),
      stream: () => new Promise<StreamedAnswer>((_, reject) => void dying.push(() => reject(lost()))),
      streamTo: () => Promise.reject(lost()),
    },
    log: pino({ level: 'silent' }),
    isLocal: true,
  });
});

/** Lets these run at once and the database die under them, one noticing it after the other; what each is answered. */
async function die(...kinds: ('free' | 'own' | 'saved')[]): Promise<unknown[]> {
  const outcomes = kinds.map((kind, at) => {
    const asker = kind === 'free' ? guard.free.by(`address ${at}`) : guard[kind](`address ${at}`);
    return asker.stream('RETURN 1', {}, limits).catch((error: unknown) => error);
  });
  await expect.poll(() => dying.length).toBe(kinds.length);
  for (const notice of dying.splice(0)) {
    notice();
    await new Promise(setImmediate);
  }
  return Promise.all(outcomes);
}

describe('when the database dies', () => {
  it('a query of a stranger that ran alone is told that it was it', async () => {
    const message = expect.stringContaining('while it ran this query') as string;
    for (const kind of ['free', 'own'] as const)
      expect(await die(kind)).toMatchObject([{ code: 'query-killed-database', status: 502, message }]);
  });

  it('several are each told that it was one of them, and one that comes with the program to come back', async () => {
    const message = expect.stringContaining('one of the queries that ran (3,') as string;
    const one = { code: 'query-killed-database', status: 502, message };
    const back = { code: 'database-starting-again', status: 503, details: { retryAfterSeconds: 10 } };
    expect(await die('free', 'saved', 'own', 'free')).toMatchObject([one, back, one, one]);
  });

  it('a query that comes with the program is never blamed', async () => {
    expect(await die('saved')).toMatchObject([{ code: 'database-starting-again', status: 503 }]);
  });

  it('while it plans a text, that is blamed just so', async () => {
    planning = () => Promise.reject(lost());
    const killed = { code: 'query-killed-database', status: 502 };
    await expect(guard.free.plan('a', 'RETURN 1', {})).rejects.toMatchObject(killed);
    await expect(guard.free.by('a').stream('RETURN 1', {}, limits)).rejects.toMatchObject(killed);
  });

  it('three times, what strangers write pauses, and the rest goes on; one death of several queries counts once', async () => {
    await die('free', 'free', 'own');
    await die('free');
    await die('saved');
    await die('own');
    const paused = { code: 'free-cypher-paused', status: 503, details: { retryAfterSeconds: 300 } };
    await expect(guard.free.by('a').stream('RETURN 1', {}, limits)).rejects.toMatchObject(paused);
    await expect(guard.free.plan('a', 'RETURN 1', {})).rejects.toMatchObject({ code: 'free-cypher-paused' });
    await expect(guard.own('a').stream('RETURN 1', {}, limits)).rejects.toMatchObject({ code: 'free-cypher-paused' });
    expect(await die('saved')).toMatchObject([{ code: 'database-starting-again' }]);
  });
});

describe('the switch', () => {
  it('pauses for five minutes after three kills within five', () => {
    let now = 1_000_000;
    const onOff = new FreeSwitch(() => now);
    expect([onOff.countKill(), onOff.countKill()]).toEqual([false, false]);
    now += 300_000;
    expect(onOff.countKill()).toBe(false);
    onOff.check();
    now += 299_999;
    expect([onOff.countKill(), onOff.countKill()]).toEqual([false, true]);
    expect(() => onOff.check()).toThrow('pause for five minutes');
    now += 299_999;
    expect(() => onOff.check()).toThrow('pause for five minutes');
    now += 1;
    onOff.check();
  });
});
