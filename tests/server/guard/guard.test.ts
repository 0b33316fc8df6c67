// The guard over the real database: places in lanes, what a write does that no layer has stopped, limits of parameters.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { createGuard, type Guard } from '../../../server/guard/guard.ts';
import { EntenteError } from '../../../server/errors.ts';
import { askHere } from '../../../server/guard/updates.ts';
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
    await expect(guard.own('a').stream('RETURN 1 AS one', {}, limits)).rejects.toMatchObject({
      code: 'free-cypher-off',
    });
    expect((await guard.saved('a').stream('RETURN 1 AS one', {}, limits)).rows).toEqual([[1]]);
  });

  const large = "CREATE (n:Written) RETURN reduce(s = 'abcd', i IN range(1, 18) | s + s) + 'more' AS large";
  it('is seen where the query ends in an error of ours: a value too large, or whoever takes the answer gives up', async () => {
    const first = guardWithout('text', 'plan').free.by('a');
    await expect(first.stream(large, {}, limits)).rejects.toMatchObject({ code: 'write-detected' });
    const second = guardWithout('text', 'plan').free.by('a');
    const gone = new EntenteError({ code: 'gone', message: 'Gone.' });
    const givesUp = { columns: () => Promise.reject(gone), portion: () => undefined };
    await expect(second.streamTo('CREATE (n:Written) RETURN 1', {}, limits, givesUp)).rejects.toMatchObject({
      code: 'write-detected',
    });
    expect((await plain.stream('MATCH (n:Written) RETURN count(*)', {}, limits)).rows).toEqual([[2]]);
  });

  it('leaves an error of ours as it is where nothing was written', async () => {
    const asker = guardWithout('text', 'plan').free.by('a');
    const reading = large.replace('CREATE (n:Written) ', '');
    await expect(asker.stream(reading, {}, limits)).rejects.toMatchObject({ code: 'cell-too-large', status: 422 });
    expect((await asker.stream('RETURN 1 AS one', {}, limits)).rows).toEqual([[1]]);
  });

  it.each(['saved', 'own'] as const)('of a query of the kind %s is seen as well', async (kind) => {
    logged.length = 0;
    const guard = guardWithout();
    await expect(guard[kind]('a').stream('CREATE (n:Written)', {}, limits)).rejects.toMatchObject({
      code: 'write-detected',
    });
    expect(logged).toMatchObject([{ level: 50 }]);
    await expect(guard.free.by('a').stream('RETURN 1', {}, limits)).rejects.toMatchObject({ code: 'free-cypher-off' });
  });

  it('of a query on the command line is seen, which runs with a mark', async () => {
    const told: unknown[] = [];
    const marks: unknown[] = [];
    const seen = {
      ...writing,
      stream: (...given: Parameters<Database['stream']>) => {
        marks.push(given[2].mark, given[2].lane);
        return writing.stream(...given);
      },
    };
    const asker = askHere(seen, (updates) => void told.push(updates));
    await expect(asker.stream('CREATE (n:Written)', {}, limits)).rejects.toMatchObject({ code: 'write-detected' });
    expect(told).toEqual([{ nodesCreated: 1, labelsAdded: 1 }]);
    expect(marks).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), 'saved']);
  });

  it('stops a query, too, that was being planned when it was seen', async () => {
    const ran: string[] = [];
    let write = async (): Promise<unknown> => undefined;
    const between = {
      ...writing,
      explain: async (...given: Parameters<Database['explain']>) => {
        await write();
        return writing.explain(...given);
      },
      stream: (...given: Parameters<Database['stream']>) => {
        ran.push(given[0]);
        return writing.stream(...given);
      },
    };
    const guard = createGuard({ database: between, log, isLocal: false });
    write = () =>
      guard
        .saved('b')
        .stream('CREATE (n:Written)', {}, limits)
        .catch(() => undefined);
    await expect(guard.free.by('a').stream('RETURN 1 AS one', {}, limits)).rejects.toMatchObject({
      code: 'free-cypher-off',
    });
    expect(ran).toEqual(['CREATE (n:Written)']);
  });

  it('is what the reading session stops by itself', async () => {
    const guard = createGuard({ database, log, isLocal: false, without: ['text', 'plan', 'counters'] });
    const write = guard.free.by('a').stream('CREATE (n:Written)', {}, limits);
    await expect(write).rejects.toMatchObject({ code: 'read-only', status: 403 });
  });
});
