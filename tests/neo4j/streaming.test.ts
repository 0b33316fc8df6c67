// How answers come: in portions, within limits of rows, bytes and cells, over plain and encrypted connections.
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect as connectTcp, type AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Portion, StreamOptions } from '../../server/neo4j/database.ts';
import { connectLanes, createDatabase } from '../../server/neo4j/driver-database.ts';
import { parseStatement } from '../../server/neo4j/statements.ts';
import { databaseEnvironment, openEmptyDatabase, openWithFewConnections } from './support.ts';

const limits: StreamOptions = { timeoutMs: 10_000, rowLimit: 10_000 };
const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = databaseEnvironment();
let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
  const graph = 'CREATE (a:Entity {id: "a", text: $text})-[:KNOWS {id: "a-b"}]->(b:Entity {id: "b", text: $text})';
  await database.writeOnce(parseStatement('test', graph), { text: 'x'.repeat(1_000) });
});
afterAll(() => database.close());

async function portionsOf(
  text: string,
  options: Partial<StreamOptions> = {},
  on: () => Promise<void> | void = () => undefined,
) {
  const portions: Portion[] = [];
  const columns: string[][] = [];
  const end = await database.streamTo(
    text,
    {},
    { ...limits, ...options },
    {
      columns: (names) => void columns.push(names),
      async portion(portion) {
        portions.push(portion);
        await on();
      },
    },
  );
  return { columns, portions, end };
}

describe('an answer in portions', () => {
  it('has its columns once, then all rows in order, then its end', async () => {
    const { columns, portions, end } = await portionsOf('UNWIND range(1, 1000) AS n RETURN n, n * 2 AS twice');
    expect(columns).toEqual([['n', 'twice']]);
    expect(portions.length).toBeGreaterThan(3);
    expect(portions.flatMap(({ rows }) => rows)).toEqual(
      Array.from({ length: 1_000 }, (_, at) => [at + 1, 2 * at + 2]),
    );
    expect(end).toMatchObject({ rows: 1_000, truncated: false, updates: {} });
    expect(end).not.toHaveProperty('truncatedBy');
  });

  it('has columns and no portion where there is no row', async () => {
    expect(await portionsOf('UNWIND [] AS n RETURN n')).toMatchObject({
      columns: [['n']],
      portions: [],
      end: { rows: 0 },
    });
  });

  it('holds each node and relationship once, with the ends that are known by then', async () => {
    const { portions } = await portionsOf('UNWIND range(1, 500) AS n MATCH (a)-[r:KNOWS]->(b) RETURN a, r, b');
    expect(portions.flatMap(({ nodes }) => nodes.map(({ properties }) => properties['id'])).sort()).toEqual(['a', 'b']);
    expect(portions.flatMap(({ relations }) => relations)).toHaveLength(1);
    expect(portions.at(-1)?.rows.at(-1)?.[1]).toMatchObject({ $type: 'Relationship', from: 'a', to: 'b' });
  });

  it('waits for whoever takes it: one portion at a time, and no row is lost', async () => {
    let taking = 0;
    let most = 0;
    const { portions } = await portionsOf('UNWIND range(1, 3000) AS n RETURN n', {}, async () => {
      taking += 1;
      most = Math.max(most, taking);
      await wait(20);
      taking -= 1;
    });
    expect(most).toBe(1);
    expect(portions.flatMap(({ rows }) => rows)).toHaveLength(3_000);
  });

  it('hands over the first rows while later ones are still being made', async () => {
    const rowsSeen: number[] = [];
    const slowly = 'UNWIND range(1, 1000) AS n RETURN n, reduce(s = 0, i IN range(1, 10000) | s + i) AS s';
    const { end } = await portionsOf(slowly, {}, () => void rowsSeen.push(performance.now()));
    const [first = 0, last = 0] = [rowsSeen[0], rowsSeen.at(-1)];
    expect(last - first).toBeGreaterThan(end.elapsedMs * 0.2);
  });

  it('ends with the error of whoever takes it', async () => {
    const broken = portionsOf('UNWIND range(1, 3000) AS n RETURN n', {}, () => Promise.reject(new Error('no more')));
    await expect(broken).rejects.toMatchObject({ cause: { message: 'no more' } });
  });

  it('ends at its time limit for whoever takes nothing, and gives its connection back', async () => {
    const few = openWithFewConnections(2);
    const query = 'UNWIND range(1, 9000) AS n RETURN [i IN range(1, 1000) | n] AS l';
    const options: StreamOptions = { timeoutMs: 100, rowLimit: 10_000, lane: 'free' };
    const never = (): Promise<void> => new Promise(() => undefined);
    for (const receiver of [
      { columns: never, portion: never },
      { columns: () => undefined, portion: never },
      { columns: () => undefined, portion: never },
    ])
      await expect(few.streamTo(query, {}, options, receiver)).rejects.toMatchObject({
        code: 'not-read-in-time',
        status: 504,
      });
    expect((await few.stream('RETURN 1 AS one', {}, { ...limits, lane: 'free' })).rows).toEqual([[1]]);
    await few.close();
  });

  it('blames the query for its time limit where the answer was taken at once', async () => {
    const slow = 'UNWIND range(1, 100000000) AS n WITH n WHERE n % 50000 = 0 RETURN n';
    await expect(portionsOf(slow, { timeoutMs: 1_000 })).rejects.toMatchObject({ code: 'query-timeout' });
  });

  it('ends with an error of the database that comes after rows', async () => {
    const rows: unknown[] = [];
    const late = database.streamTo('UNWIND range(0, 999) AS n RETURN 1 / (900 - n) AS x', {}, limits, {
      columns: () => undefined,
      portion: (portion) => void rows.push(...portion.rows),
    });
    await expect(late).rejects.toMatchObject({ code: 'query-failed', status: 400 });
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('the limit', () => {
  it.each([
    ['rows', 'UNWIND range(1, 100) AS n RETURN n', { rowLimit: 99 }, 99],
    ['bytes', 'UNWIND range(1, 100) AS n RETURN left("0123456789", 9) AS t', { byteLimit: 12 * 40 }, 40],
    [undefined, 'UNWIND range(1, 100) AS n RETURN n', { rowLimit: 100, byteLimit: 10_000 }, 100],
  ])('of %s cuts an answer visibly', async (truncatedBy, text, options, rows) => {
    const { portions, end } = await portionsOf(text, options);
    expect(portions.flatMap((portion) => portion.rows)).toHaveLength(rows);
    expect(end.truncatedBy).toBe(truncatedBy);
    expect(end.truncated).toBe(truncatedBy !== undefined);
    expect(await database.stream(text, {}, { ...limits, ...options })).toMatchObject({ truncated: end.truncated });
  });

  it('of bytes counts what is met again as a reference', async () => {
    const { end } = await portionsOf('UNWIND range(1, 100) AS n MATCH (a {id: "a"}) RETURN a', { byteLimit: 20_000 });
    expect(end).toMatchObject({ rows: 100, truncated: false });
  });

  it('of 16 MiB is there without being asked for', async () => {
    const big = 'UNWIND range(1, 40) AS n RETURN reduce(s = "x", i IN range(1, 19) | s + s) AS t';
    expect((await portionsOf(big)).end).toMatchObject({ rows: 31, truncatedBy: 'bytes' });
  });

  it.each([
    ['a text', 'RETURN 1 AS a, reduce(s = "x", i IN range(1, 20) | s + s) AS b', 'row 1, column b'],
    ['a list', 'UNWIND [1, 180000] AS n RETURN range(1, n) AS l', 'row 2, column l'],
    ['a map', 'RETURN {a: range(1, 200000)} AS m', 'row 1, column m'],
  ])('of a cell names row and column of %s', async (_, text, place) => {
    const refused = { code: 'cell-too-large', status: 422, message: expect.stringContaining(place) as string };
    await expect(portionsOf(text)).rejects.toMatchObject(refused);
  });

  it.each([
    [
      'a list that is cheap to make and not to send',
      'WITH [1, 2] AS l0 UNWIND [1] AS x WITH reduce(l = l0, i IN range(1, 21) | l + l) AS l RETURN l',
    ],
    ['a range', 'RETURN range(1, 3000000) AS r'],
    [
      'many cells',
      'WITH reduce(s = "x", i IN range(1, 19) | s + s) AS t RETURN t AS a, t AS b, t AS c, t AS d, t AS e',
    ],
  ])('of a row cuts the connection before %s is here as a whole', async (_, text) => {
    const before = process.memoryUsage().rss;
    await expect(portionsOf(text)).rejects.toMatchObject({ code: 'row-too-large', status: 422 });
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
    expect((await portionsOf('RETURN 1 AS one')).portions[0]?.rows).toEqual([[1]]);
  });

  it('of depth is told, and the process lives on', async () => {
    const deep = (levels: number) => `RETURN reduce(l = [], i IN range(1, ${levels}) | [l]) AS l`;
    expect((await portionsOf(deep(150))).end.rows).toBe(1);
    await expect(portionsOf(deep(400))).rejects.toMatchObject({ code: 'value-too-deep', status: 422 });
    await expect(portionsOf(deep(3_000))).rejects.toMatchObject({ code: 'value-too-deep', status: 422 });
    expect((await portionsOf('RETURN 1 AS one')).end.rows).toBe(1);
  });
});

describe('an encrypted connection', () => {
  it('is watched like a plain one', async () => {
    const pem = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url));
    const { hostname, port } = new URL(uri);
    const relay = createServer({ key: pem('key'), cert: pem('certificate') }, (socket) => {
      const plain = connectTcp(Number(port), hostname);
      socket.pipe(plain).pipe(socket);
      for (const end of [socket, plain]) end.on('error', () => [socket, plain].forEach((each) => each.destroy()));
    });
    await once(relay.listen(0, '127.0.0.1'), 'listening');
    const { port: secure } = relay.address() as AddressInfo;
    const encrypted = createDatabase(connectLanes(`bolt+ssc://127.0.0.1:${secure}`, user, password));
    expect((await encrypted.stream('RETURN 1 AS one', {}, { ...limits, lane: 'free' })).rows).toEqual([[1]]);
    const huge = encrypted.stream('RETURN range(1, 3000000) AS r', {}, { ...limits, lane: 'free' });
    await expect(huge).rejects.toMatchObject({ code: 'row-too-large' });
    await encrypted.close();
    relay.close();
  });
});
