// The guard over the real database: places in lanes, what a write does that no layer has stopped, limits of parameters.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { createGuard, type Guard } from '../../../server/guard/guard.ts';
import type { Layer } from '../../../server/guard/free-query.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { connectLanes, createDatabase } from '../../../server/neo4j/driver-database.ts';
import { databaseEnvironment, emptyDatabase, openEmptyDatabase } from '../../neo4j/support.ts';
import { startTestApp, type TestApp } from '../routes/test-app.ts';

const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = databaseEnvironment();
const limits = { timeoutMs: 10_000, rowLimit: 10 };
const unwind = (name: string) => `UNWIND range(1, 1000) AS ${name}`;
const endless = `${['a', 'b', 'c', 'd'].map(unwind).join(' ')} RETURN count(*) AS endless`;
let plain: Database;
let database: Database;
let app: TestApp;
beforeAll(async () => {
  plain = await openEmptyDatabase();
  database = createDatabase(connectLanes(uri, user, password));
  app = await startTestApp({ database });
});
afterEach(() => emptyDatabase(plain));
afterAll(async () => {
  await app.close();
  await database.close();
  await plain.close();
});

const running = async (text: string): Promise<unknown> =>
  (
    await plain.stream(
      'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $text RETURN count(*)',
      { text },
      limits,
    )
  ).rows[0]?.[0];

function post(query: string, gone?: AbortController): Promise<Response> {
  const sent = fetch(`${app.origin}/api/cypher`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, parameters: {} }),
    ...(gone === undefined ? {} : { signal: gone.signal }),
  });
  sent.catch(() => undefined);
  return sent;
}

describe('free queries', () => {
  it('run two at a time for one address; saved ones are answered meanwhile; places are free again when the callers go', async () => {
    const gone = [new AbortController(), new AbortController()];
    for (const one of gone) void post(endless.replaceAll('endless', 'twoAtATime'), one).catch(() => undefined);
    await expect.poll(() => running('twoAtATime'), { timeout: 5_000 }).toBe(2);
    const third = await post('RETURN 1');
    expect(third.status).toBe(429);
    expect(third.headers.get('retry-after')).toBe('3');
    expect(await third.json()).toMatchObject({ code: 'too-many-queries' });
    const saved = await app.post('/api/queries/who-finances-what-for-whom/run', { parameters: {} });
    expect(saved.status).toBe(200);
    for (const one of gone) one.abort();
    await expect.poll(() => running('twoAtATime'), { timeout: 1_000 }).toBe(0);
    await expect.poll(async () => (await post('RETURN 1')).status, { timeout: 5_000 }).toBe(200);
  });

  it('take parameters of a bounded size', async () => {
    const ask = (parameters: object) => app.post('/api/cypher', { query: 'RETURN $a', parameters });
    expect((await ask({ a: 'x'.repeat(100_000) })).status).toBe(200);
    const refused = await ask({ a: 'x'.repeat(140_000) });
    expect([refused.status, await refused.json()]).toMatchObject([413, { code: 'parameters-too-large' }]);
    const names = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`p${at}`, 1]));
    expect((await ask({ a: 1, ...names })).status).toBe(413);
  });
});

describe('a write that no other layer stops', () => {
  const logged: { level: number; msg: string; updates?: object }[] = [];
  const log = pino({}, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const writing = createDatabase({ ...connectLanes(uri, user, password), streamAccess: 'WRITE' });
  afterAll(() => writing.close());
  const guardWithout = (...without: Layer[]): Guard => createGuard({ database: writing, log, isLocal: false, without });

  it.each([
    ['a node', 'CREATE (n:Written) RETURN n'],
    ['a node beyond the rows that are asked for', 'UNWIND range(1, 100) AS i CREATE (n:Written) RETURN i'],
    ['a property', 'MERGE (n:Written) SET n.a = 1'],
    ['an index', 'CREATE INDEX written IF NOT EXISTS FOR (n:Written) ON (n.a)'],
  ])('of %s is an error, is told in the log, and switches free queries off', async (_, text) => {
    logged.length = 0;
    const guard = guardWithout('text', 'plan');
    const asker = guard.free.by('a');
    expect((await asker.stream('RETURN 1 AS one', {}, limits)).rows).toEqual([[1]]);
    await expect(asker.stream(text, {}, limits)).rejects.toMatchObject({ code: 'write-detected', status: 500 });
    expect(logged).toMatchObject([{ level: 50, msg: expect.stringContaining('free queries are off') as string }]);
    await expect(asker.stream('RETURN 1 AS one', {}, limits)).rejects.toMatchObject({
      code: 'free-cypher-off',
      status: 503,
    });
    await expect(guard.free.plan('b', 'RETURN 1', {})).rejects.toMatchObject({ code: 'free-cypher-off' });
    expect((await guard.saved('a').stream('RETURN 1 AS one', {}, limits)).rows).toEqual([[1]]);
  });

  it('is what the reading session stops by itself', async () => {
    const guard = createGuard({ database, log, isLocal: false, without: ['text', 'plan', 'counters'] });
    const write = guard.free.by('a').stream('CREATE (n:Written)', {}, limits);
    await expect(write).rejects.toMatchObject({ code: 'read-only', status: 403 });
  });
});
