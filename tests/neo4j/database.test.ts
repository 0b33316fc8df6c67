// What the database promises, against the real one: limits, refusals, transactions.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { EntenteError } from '../../server/errors.ts';
import type { Database } from '../../server/neo4j/database.ts';
import { openRemoteDatabase } from '../../server/neo4j/remote-database.ts';
import { parseStatement } from '../../server/neo4j/statements.ts';
import { databaseEnvironment, emptyDatabase, openEmptyDatabase } from './support.ts';

let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
});
beforeEach(() => emptyDatabase(database));
afterAll(() => database.close());

const limits = { timeoutMs: 5_000, rowLimit: 10 };
const create = parseStatement('test', 'CREATE (n:Entity {id: $id})');
const count = parseStatement('test', 'MATCH (n:Entity) RETURN count(n) AS count');
const countNodes = async (): Promise<unknown> => (await database.read(count))[0]?.['count'];

describe('a free query', () => {
  it.each([
    [9, 9, false],
    [10, 10, false],
    [11, 10, true],
    [100_000, 10, true],
  ])('of %i rows gives %i of them, truncated: %s', async (total, given, truncated) => {
    const answer = await database.stream('UNWIND range(1, $total) AS i RETURN i', { total }, limits);
    expect(answer.columns).toEqual(['i']);
    expect(answer.rows).toHaveLength(given);
    expect(answer.truncated).toBe(truncated);
  });

  it.each([
    ['RETURN 1 AS', 'query-syntax', 400],
    ['/* never closed', 'query-syntax', 400],
    ['CREATE (:Entity)', 'read-only', 403],
    ['CREATE INDEX wrong FOR (e:Entity) ON (e.wrong)', 'read-only', 403],
    ['RETURN $missing', 'parameter-missing', 400],
    ['RETURN 1 / 0', 'query-failed', 400],
    ['RETURN noSuchFunction(1)', 'query-syntax', 400],
    ["LOAD CSV FROM 'http://127.0.0.1:1/x' AS line RETURN line", 'query-failed', 400],
  ])('that is wrong is refused: %s', async (text, code, status) => {
    await expect(database.stream(text, {}, limits)).rejects.toMatchObject({ code, status });
  });

  it('cannot load from any address, because the configuration forbids it', async () => {
    const load = database.stream("LOAD CSV FROM 'http://127.0.0.1:1/x' AS line RETURN line", {}, limits);
    await expect(load).rejects.toThrow(/internal\.dbms\.cypher_ip_blocklist/);
  });

  it('with a fault in its syntax says where', async () => {
    const error: unknown = await database.stream('MATCH (n)\nRETRUN n', {}, limits).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'query-syntax', details: { line: 2, column: 1, offset: 10 } });
    expect((error as EntenteError).message).toMatch(/^Invalid input 'RETRUN'.*\.$/);
  });

  it('is cut when its time is up, within a second and a half', async () => {
    const began = performance.now();
    const endless = database.stream(
      'UNWIND range(1, 10000000000) AS i RETURN count(i)',
      {},
      { ...limits, timeoutMs: 500 },
    );
    await expect(endless).rejects.toMatchObject({ code: 'query-timeout' });
    expect(performance.now() - began).toBeLessThan(2_500);
  });

  it('is gone from the database when nobody waits any more', async () => {
    const leave = new AbortController();
    const marked = 'UNWIND range(1, 10000000000) AS leftBehind RETURN count(leftBehind)';
    const endless = database.stream(marked, {}, { timeoutMs: 20_000, rowLimit: 1, signal: leave.signal });
    setTimeout(() => leave.abort(), 300);
    await expect(endless).rejects.toMatchObject({ code: 'cancelled', status: 499 });
    const show = 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $marked RETURN currentQuery';
    await expect.poll(async () => (await database.stream(show, { marked }, limits)).rows).toEqual([]);
  });

  it('that eats memory is refused and not tried again', async () => {
    const began = performance.now();
    const hungry = 'UNWIND range(1, 100000000) AS i RETURN collect(toString(i) + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")';
    const eaten = database.stream(hungry, {}, { timeoutMs: 20_000, rowLimit: 1 });
    await expect(eaten).rejects.toMatchObject({ code: 'query-memory', status: 422 });
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe('a plan', () => {
  it.each([
    ['MATCH (n) RETURN n', 'r', 'AllNodesScan', []],
    ['CREATE (n)', 'w', 'Create', []],
    [
      'CALL db.labels() YIELD label RETURN EXISTS { CALL dbms.info() YIELD id RETURN id }',
      's',
      'ProcedureCall',
      ['db.labels', 'dbms.info'],
    ],
    ['CALL db.labels() YIELD label RETURN label', 'r', 'ProcedureCall', ['db.labels']],
    ['SHOW TRANSACTIONS', 'r', 'ShowTransactions', []],
  ])('of %s tells what it would do', async (text, queryType, operator, procedures) => {
    const plan = await database.explain(text, {});
    expect(plan.queryType).toBe(queryType);
    expect(plan.operators).toContain(operator);
    expect(plan.procedures).toEqual(procedures);
  });

  it('runs nothing', async () => {
    await database.explain('CREATE (:Entity {id: "planned"})', {});
    expect(await countNodes()).toBe(0);
  });
});

describe('a write', () => {
  it('is all or nothing', async () => {
    const half = database.write(async (tx) => {
      await tx.run(create, { id: 'a' });
      throw new EntenteError({ code: 'changed-my-mind', message: 'No.' });
    });
    await expect(half).rejects.toMatchObject({ code: 'changed-my-mind' });
    expect(await countNodes()).toBe(0);
  });

  it('gives back what its work gives and is seen by the next read', async () => {
    const given = await database.write(async (tx) => {
      await tx.run(create, { id: 'a' });
      return (await tx.run(count))[0];
    });
    expect(given).toEqual({ count: 1 });
    expect(await countNodes()).toBe(1);
    expect(await database.lastBookmarks()).toHaveLength(1);
  });

  it('is done again when two wait for each other', async () => {
    await database.write(async (tx) => {
      await tx.run(create, { id: 'a' });
      await tx.run(create, { id: 'b' });
    });
    const touch = parseStatement('test', 'MATCH (n:Entity {id: $id}) SET n.touched = coalesce(n.touched, 0) + 1');
    let met = 0;
    const crossing = (first: string, second: string): Promise<void> =>
      database.write(async (tx) => {
        await tx.run(touch, { id: first });
        met += 1;
        await expect.poll(() => met).toBeGreaterThanOrEqual(2);
        await tx.run(touch, { id: second });
      });
    await Promise.all([crossing('a', 'b'), crossing('b', 'a')]);
    expect(met).toBeGreaterThan(2);
    const touched = await database.stream('MATCH (n:Entity) RETURN n.id, n.touched ORDER BY n.id', {}, limits);
    expect(touched.rows).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });
});

describe('a database elsewhere', () => {
  const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = databaseEnvironment();
  const open = (changes: object) =>
    openRemoteDatabase({ kind: 'remote', uri, user, password, ...changes }, '/nonexistent/entente');

  it('is opened and answers', async () => {
    const opened = await open({});
    expect(opened.where).toBe('remote');
    await opened.close();
  });

  it('says when the password is wrong, names no such database, or is not there', async () => {
    await expect(open({ password: 'wrong' })).rejects.toMatchObject({ code: 'wrong-password' });
    await expect(open({ database: 'nosuch' })).rejects.toMatchObject({ code: 'no-such-database' });
    await expect(open({ uri: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({ code: 'database-unreachable' });
  });

  it('says when something else answers at its address', async () => {
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await once(web.listen(0, '127.0.0.1'), 'listening');
    const { port } = web.address() as AddressInfo;
    await expect(open({ uri: `bolt://127.0.0.1:${port}` })).rejects.toMatchObject({
      code: 'database-too-old',
    });
    web.close();
  });
});
