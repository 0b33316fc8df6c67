// The user's own queries over the API: checked by the real database, kept, changed, renamed, taken away.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  checkQuery,
  createQuery,
  deleteQuery,
  queries,
  query,
  replaceQuery,
} from '../../../server/contract/queries.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { openSavedQueries, type SavedQueries } from '../../../server/queries/saved/saved-queries.ts';
import { useTurn } from '../../neo4j/support.ts';
import { ids, startGraphApp, type GraphApp } from './graph-app.ts';
import { startTestApp } from './test-app.ts';

useTurn();
const vocabulary = await loadVocabulary();
const home = mkdtempSync(join(tmpdir(), 'entente-own-'));
const folder = join(home, 'queries');
const fileOf = (id: string) => join(folder, `${id}.cypher`);

let graph: GraphApp;
let savedQueries: SavedQueries;
beforeAll(async () => {
  graph = await startGraphApp((database) => {
    savedQueries = openSavedQueries({
      vocabulary,
      shipped: { path: 'cypher/saved', shown: 'cypher/saved' },
      own: { path: folder, shown: 'queries' },
      database,
      maxAgeMs: 0,
    });
    return { savedQueries };
  });
});
afterAll(async () => {
  rmSync(home, { recursive: true });
  await graph.close();
});
beforeEach(() => rmSync(folder, { recursive: true, force: true }));
const call: GraphApp['call'] = (...given) => graph.call(...given);

const textOf = (id: string, cypher = 'MATCH (c:Country) RETURN c.id AS id ORDER BY id') => `/* ---
id: ${id}
title: { en: Mine, de: Meine }
description: { en: My own., de: Meine eigene. }
columns: [{ name: id, label: { en: Id, de: Id } }]
--- */
${cypher}
`;
const refusal = async (method: string, path: string, body?: unknown) => {
  const response = await graph.app.send(method, path, body);
  const { code, detail } = (await response.json()) as { code: string; detail: string };
  return { status: response.status, code, detail };
};

describe('a text', () => {
  it('is checked without being kept', async () => {
    const { query: checked, faults } = await call(checkQuery, '/api/queries/check', { text: textOf('mine') });
    expect([checked?.id, checked?.origin, faults]).toEqual(['mine', 'own', []]);
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['RETURN 1 AS id, 2 AS more', 5, 'columns: id are declared, and the query answers id, more'],
    ['RETURN 1 AS other', 5, 'columns: id are declared, and the query answers other'],
    ['MATCH (c:Country\nRETURN c.id AS id', 8, 'A bracket ( is never closed. Close it with ).'],
    ['MATCH (c:Country)\nRETURN d.id AS id', 8, expect.stringContaining('Variable `d` not defined')],
    ['CREATE (c:Country {id: 1}) RETURN c.id AS id', 7, expect.any(String)],
    ['\n\nMATCH (c)\nDETACH DELETE c RETURN 1 AS id', expect.any(Number), expect.any(String)],
    ['SHOW USERS YIELD user AS id', expect.any(Number), expect.any(String)],
    ['RETURN $missing AS id', 7, 'parameter missing is used and not declared'],
  ])('%j is told what is wrong, with its line', async (cypher, line, message) => {
    const answer = await call(checkQuery, '/api/queries/check', { text: textOf('mine', cypher) });
    expect(answer.query).toBeUndefined();
    expect(answer.faults[0]).toEqual({ path: 'mine.cypher', line, message });
  });

  it('with faults is not kept, and every fault is told by its line', async () => {
    const response = await graph.app.post('/api/queries', { text: textOf('mine', 'RETURN $a AS id,\n$b AS b') });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'faulty-query',
      errors: [{ path: 'text:7' }, { path: 'text:8' }],
    });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a text that somebody sends', () => {
  it.each([
    ['POST', '/api/queries/check', { text: textOf('mine') }],
    ['POST', '/api/queries', { text: textOf('mine') }],
    ['PUT', '/api/queries/mine', { text: textOf('mine'), version: 'v' }],
  ])('is planned within the limits of free Cypher: %s %s', async (method, path, body) => {
    const planned: unknown[] = [];
    let plan = (): void => undefined;
    const mayPlan = new Promise<void>((resolve) => (plan = resolve));
    const database: Partial<Database> = {
      ...graph.database,
      explain: async (text, parameters, options) => {
        planned.push([options?.lane, typeof options?.mark, options?.signal instanceof AbortSignal, options?.timeoutMs]);
        await mayPlan;
        return graph.database.explain(text, parameters, options);
      },
    };
    const app = await startTestApp({ database, savedQueries });
    const two = [app.send(method, path, body), app.send(method, path, body)];
    await expect.poll(() => planned.length).toBe(2);
    const third = await app.send(method, path, body);
    expect([third.status, await third.json()]).toMatchObject([429, { code: 'too-many-queries' }]);
    const limited = ['free', 'string', true, 5_000];
    expect(planned).toEqual([limited, limited]);
    plan();
    await Promise.all(two);
    await app.close();
  });

  it('is not kept, and a kept one does not run, once a query has changed something; shipped ones do', async () => {
    await call(createQuery, '/api/queries', { text: textOf('mine') });
    let updates: Record<string, number> = { nodesCreated: 1 };
    const database: Database = {
      ...graph.database,
      stream: async (...given) => ({ ...(await graph.database.stream(...given)), updates }),
    };
    const off = await startTestApp({ database, savedQueries });
    expect((await off.post('/api/cypher', { query: 'RETURN 1', parameters: {} })).status).toBe(500);
    updates = {};
    for (const [path, body] of [
      ['/api/queries/check', { text: textOf('other') }],
      ['/api/queries', { text: textOf('other') }],
      ['/api/queries/mine/run', { parameters: {} }],
    ] as const) {
      const refused = await off.post(path, body);
      expect([refused.status, await refused.json()], path).toMatchObject([503, { code: 'free-cypher-off' }]);
    }
    expect(readdirSync(folder)).toEqual(['mine.cypher']);
    expect((await off.post('/api/queries/who-finances-what-for-whom/run', { parameters: {} })).status).toBe(200);
    await off.close();
  });
});

describe('a query of the user’s own', () => {
  it('is kept as a file with exactly the text that was sent, and is there at once', async () => {
    const kept = await call(createQuery, '/api/queries', { text: textOf('mine') });
    expect(readFileSync(fileOf('mine'), 'utf8')).toBe(textOf('mine'));
    expect(readdirSync(folder)).toEqual(['mine.cypher']);
    expect(await call(query, '/api/queries/mine')).toEqual(kept);
    expect((await graph.app.post('/api/queries/mine/run', { parameters: {} })).status).toBe(200);
  });

  it('is refused where its id is taken, by a shipped one, an own one or a file by hand in capitals', async () => {
    await call(createQuery, '/api/queries', { text: textOf('mine') });
    writeFileSync(join(folder, 'Other.cypher'), 'by hand');
    for (const id of ['mine', 'other', 'who-finances-what-for-whom'])
      expect(await refusal('POST', '/api/queries', { text: textOf(id) })).toMatchObject({
        status: 409,
        code: 'query-exists',
      });
    expect(readFileSync(join(folder, 'Other.cypher'), 'utf8')).toBe('by hand');
  });

  it('is changed where its file is still the one that was opened', async () => {
    const { version } = await call(createQuery, '/api/queries', { text: textOf('mine') });
    const text = textOf('mine', "RETURN 'x' AS id");
    const changed = await call(replaceQuery, '/api/queries/mine', { text, version });
    expect(changed.version).not.toBe(version);
    expect(readFileSync(fileOf('mine'), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['mine.cypher']);
  });

  it('is not changed where its file has changed since: both versions are named, and nothing is lost', async () => {
    const { version } = await call(createQuery, '/api/queries', { text: textOf('mine') });
    const byHand = textOf('mine', "RETURN 'by hand' AS id");
    writeFileSync(fileOf('mine'), byHand);
    const onDisk = (await call(query, '/api/queries/mine')).version;
    const text = textOf('mine', "RETURN 'mine' AS id");
    for (const [method, path, body] of [
      ['PUT', '/api/queries/mine', { text, version }],
      ['PUT', '/api/queries/mine', { text: textOf('renamed'), version }],
      ['DELETE', `/api/queries/mine?version=${version}`, undefined],
    ] as const) {
      const refused = await refusal(method, path, body);
      expect(refused).toMatchObject({ status: 409, code: 'changed-on-disk' });
      expect(refused.detail).toContain(version);
      expect(refused.detail).toContain(onDisk);
    }
    expect(readFileSync(fileOf('mine'), 'utf8')).toBe(byHand);
    expect(readdirSync(folder)).toEqual(['mine.cypher']);
  });

  it('of two changes made from one version only the first is kept', async () => {
    const { version } = await call(createQuery, '/api/queries', { text: textOf('mine') });
    const texts = ['a', 'b'].map((letter) => textOf('mine', `RETURN '${letter}' AS id`));
    const outcomes = await Promise.all(
      texts.map(async (text) => (await graph.app.send('PUT', '/api/queries/mine', { text, version })).status),
    );
    expect([...outcomes].sort()).toEqual([200, 409]);
    expect(readFileSync(fileOf('mine'), 'utf8')).toBe(texts[outcomes.indexOf(200)]);
  });

  it('of two new ones of one id only the first is kept', async () => {
    const texts = ['a', 'b'].map((letter) => textOf('mine', `RETURN '${letter}' AS id`));
    const outcomes = await Promise.all(
      texts.map(async (text) => (await graph.app.post('/api/queries', { text })).status),
    );
    expect([...outcomes].sort()).toEqual([200, 409]);
    expect(readFileSync(fileOf('mine'), 'utf8')).toBe(texts[outcomes.indexOf(200)]);
  });

  it('is renamed by another id in its text, unless that is taken', async () => {
    const { version } = await call(createQuery, '/api/queries', { text: textOf('mine') });
    await call(createQuery, '/api/queries', { text: textOf('other') });
    for (const id of ['other', 'who-finances-what-for-whom'])
      expect(await refusal('PUT', '/api/queries/mine', { text: textOf(id), version })).toMatchObject({
        code: 'query-exists',
      });
    await call(replaceQuery, '/api/queries/mine', { text: textOf('renamed'), version });
    expect(readdirSync(folder).sort()).toEqual(['other.cypher', 'renamed.cypher']);
    expect(readFileSync(fileOf('renamed'), 'utf8')).toBe(textOf('renamed'));
  });

  it('is taken away', async () => {
    const { version } = await call(createQuery, '/api/queries', { text: textOf('mine') });
    expect(await call(deleteQuery, `/api/queries/mine?version=${version}`)).toEqual({ deleted: 'mine' });
    expect(readdirSync(folder)).toEqual([]);
    expect(ids((await call(queries, '/api/queries')).queries)).not.toContain('mine');
    expect((await refusal('DELETE', `/api/queries/mine?version=${version}`)).status).toBe(404);
    expect((await refusal('PUT', '/api/queries/mine', { text: textOf('mine'), version })).status).toBe(404);
  });

  it.each([
    ['PUT', 'who-finances-what-for-whom', 403, 'shipped-query'],
    ['DELETE', 'who-finances-what-for-whom', 403, 'shipped-query'],
    ['PUT', '..%2F..%2Foutside', 404, 'no-such-query'],
    ['DELETE', '..%2F..%2Foutside', 404, 'no-such-query'],
    ['DELETE', '%00', 404, 'no-such-query'],
  ])('%s of %s is refused', async (method, id, status, code) => {
    const outside = join(home, 'outside.cypher');
    writeFileSync(outside, textOf('outside'));
    const path = `/api/queries/${id}${method === 'DELETE' ? '?version=v' : ''}`;
    const body = method === 'PUT' ? { text: textOf('outside'), version: 'v' } : undefined;
    expect(await refusal(method, path, body)).toMatchObject({ status, code });
    expect(readFileSync(outside, 'utf8')).toBe(textOf('outside'));
  });

  it.each(['../outside', 'a/b', 'Mine', 'con', 'a'.repeat(101), ''])('may not be called %j', async (id) => {
    expect(await refusal('POST', '/api/queries', { text: textOf(id) })).toMatchObject({ code: 'faulty-query' });
    expect(existsSync(folder)).toBe(false);
  });

  it('is not kept where the folder cannot be made', async () => {
    writeFileSync(folder, 'a file in its place');
    expect(await refusal('POST', '/api/queries', { text: textOf('mine') })).toMatchObject({
      status: 500,
      code: 'cannot-write',
    });
  });

  it('of another site’s page is refused', async () => {
    const response = await graph.app.post('/api/queries', { text: textOf('mine') }, { Origin: 'https://example.org' });
    expect(response.status).toBe(403);
    expect(existsSync(folder)).toBe(false);
  });
});
