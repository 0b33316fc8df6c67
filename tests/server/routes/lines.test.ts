// Answers in lines of JSON: columns, portions, end; what goes wrong before the first line and after it.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerLineSchema, type AnswerLine } from '../../../server/contract/shapes.ts';
import type { AuditEntry, AuditOutcome } from '../../../server/guard/audit.ts';
import type { Database, Receiver } from '../../../server/neo4j/database.ts';
import { openEmptyDatabase, openWithFewConnections } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from '../queries/put-graph.ts';
import { openSlowReader, type SlowReader } from './slow-reader.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let database: Database;
let app: TestApp;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
  app = await startTestApp({ database });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const lines = { Accept: 'application/jsonl' };

async function ask(
  query: string,
  more: Record<string, unknown> = {},
): Promise<{ response: Response; lines: AnswerLine[] }> {
  const response = await app.post('/api/cypher', { query, parameters: {}, ...more }, lines);
  return { response, lines: parseLines(await response.text()) };
}

function parseLines(text: string): AnswerLine[] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const json: unknown = JSON.parse(line);
      expect(answerLineSchema.parse(json)).toEqual(json);
      return answerLineSchema.parse(json);
    });
}

const rowsIn = (all: readonly AnswerLine[]) => all.flatMap((line) => ('rows' in line ? line.rows : []));

describe('an answer in lines', () => {
  it('is columns, then rows, then the end with the limits that held', async () => {
    const { response, lines: all } = await ask('UNWIND range(1, 450) AS n RETURN n, -n AS m');
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    expect(response.headers.get('vary')).toContain('Accept');
    expect(all[0]).toEqual({ columns: ['n', 'm'] });
    expect(rowsIn(all)).toHaveLength(450);
    expect(rowsIn(all).at(-1)).toEqual([450, -450]);
    expect(all.at(-1)).toEqual({
      end: { rows: 450, truncated: false, rowLimit: 1_000, durationMs: expect.any(Number) as number },
    });
  });

  it('holds each entity and relation once, and the same rows and graph as the answer in one piece', async () => {
    const query = 'UNWIND range(1, 30) AS n MATCH (a:Country)-[r]->(b) RETURN n, r, a ORDER BY n, r.id';
    const { lines: all } = await ask(query);
    const whole = (await (await app.post('/api/cypher', { query, parameters: {} })).json()) as {
      rows: unknown[];
      graph: { nodes: { id: string }[]; relations: { id: string }[] };
    };
    const ids = (of: 'nodes' | 'relations') =>
      all.flatMap((line) => ('graph' in line ? line.graph[of].map(({ id }) => id) : [])).sort();
    expect(rowsIn(all)).toEqual(whole.rows);
    expect(all.filter((line) => 'graph' in line).length).toBeGreaterThan(2);
    expect(ids('nodes')).toEqual(whole.graph.nodes.map(({ id }) => id).sort());
    expect(ids('relations')).toEqual(whole.graph.relations.map(({ id }) => id).sort());
  });

  it('does not repeat an entity that was at the end of an earlier relation', async () => {
    const query =
      "MATCH (a {id: 'netherlands'})-[r:FINANCES]->() UNWIND range(1, 250) AS n RETURN CASE WHEN n > 220 THEN a ELSE r END AS x";
    const { lines: all } = await ask(query);
    const sent = all.flatMap((line) => ('graph' in line ? line.graph.nodes.map(({ id }) => id) : []));
    expect(sent).toContain('netherlands');
    expect(sent).toHaveLength(new Set(sent).size);
    expect(rowsIn(all).at(-1)).toMatchObject([{ $type: 'Entity', id: 'netherlands' }]);
  });

  it('says which limit cut it', async () => {
    const { lines: all } = await ask('UNWIND range(1, 50) AS n RETURN n', { rowLimit: 10 });
    expect(rowsIn(all)).toHaveLength(10);
    expect(all.at(-1)).toMatchObject({ end: { rows: 10, truncated: true, truncatedBy: 'rows', rowLimit: 10 } });
  });

  it('comes for a saved query, too', async () => {
    const response = await app.post('/api/queries/who-finances-what-for-whom/run', { parameters: {} }, lines);
    const all = parseLines(await response.text());
    expect(rowsIn(all)).toHaveLength(3);
    expect(all.at(-1)).toMatchObject({ end: { rows: 3, truncated: false } });
  });

  it('ends with a problem where something goes wrong after the first line', async () => {
    const { response, lines: all } = await ask('UNWIND range(0, 999) AS n RETURN 1 / (900 - n) AS x');
    expect(response.status).toBe(200);
    expect(all[0]).toEqual({ columns: ['x'] });
    expect(rowsIn(all).length).toBeGreaterThan(0);
    expect(all.at(-1)).toMatchObject({ code: 'query-failed', status: 400, instance: expect.any(String) as string });
  });

  it('is a problem document with its status where something goes wrong before', async () => {
    const response = await app.post('/api/cypher', { query: 'RETURN 1 AS', parameters: {} }, lines);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'query-syntax' });
  });

  it('comes while rows are still being made, compressed or not', async () => {
    const query = 'UNWIND range(1, 1000) AS n RETURN n, size([i IN range(1, 10000) WHERE i % 7 = n % 7]) AS s';
    for (const encoding of ['gzip', 'identity']) {
      const response = await app.post(
        '/api/cypher',
        { query, parameters: {} },
        { ...lines, 'Accept-Encoding': encoding },
      );
      const times: number[] = [];
      for await (const _ of response.body ?? []) times.push(performance.now());
      expect(response.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
      expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(200);
    }
  });

  it.each(['*/*', 'application/json', 'application/json, application/jsonl', 'text/html, */*'])(
    'is not what somebody gets who accepts %s',
    async (accept) => {
      const response = await app.post('/api/cypher', { query: 'RETURN 1 AS one', parameters: {} }, { Accept: accept });
      expect(await response.json()).toMatchObject({ columns: ['one'], rows: [[1]] });
    },
  );

  it('is described beside the other in the OpenAPI document', async () => {
    const { paths } = (await (await app.get('/api/openapi.json')).json()) as {
      paths: Record<string, { post: { responses: { 200: { content: object } } } }>;
    };
    for (const path of ['/api/cypher', '/api/queries/{id}/run'])
      expect(Object.keys(paths[path]?.post.responses[200].content ?? {})).toEqual([
        'application/json',
        'application/jsonl',
      ]);
  });
});

describe('a reader that stops', () => {
  const big = 'UNWIND range(1, 200) AS n RETURN [i IN range(1, 8000) | rand()] AS l';

  it.each(['identity', 'gzip'])('costs no connection to the database (%s)', { timeout: 30_000 }, async (encoding) => {
    const few = openWithFewConnections(2);
    const served = await startTestApp({ database: few });
    const readers: SlowReader[] = [];
    for (let at = 0; at < 3; at += 1) {
      const reader = openSlowReader(served.origin, { query: big, parameters: {}, timeoutMs: 100 }, encoding);
      await reader.begun;
      await wait(1_500);
      readers.push(reader);
    }
    const next = await served.post('/api/cypher', { query: 'RETURN 1 AS one', parameters: {} });
    expect(await next.json()).toMatchObject({ rows: [[1]] });
    for (const reader of readers) reader.leave();
    await served.close();
    await few.close();
  });

  it('is told that it did not read in time', async () => {
    const reader = openSlowReader(app.origin, { query: big, parameters: {}, timeoutMs: 100 }, 'identity');
    await reader.begun;
    await wait(1_500);
    const text = await reader.rest();
    expect(text).toContain('"code":"not-read-in-time"');
    expect(text).not.toContain('does not stop it');
  });

  it('keeps nobody who writes after the end waiting', async () => {
    let writing: Promise<void> = Promise.resolve();
    const served = await startTestApp({
      database: {
        async streamTo(_text, _parameters, _options, receiver) {
          writing = writeOnAndOn(receiver);
          await Promise.race([writing, wait(500)]);
          throw new Error('the time is up');
        },
      },
    });
    const reader = openSlowReader(served.origin, { query: 'RETURN 1 AS one', parameters: {} }, 'gzip');
    await reader.begun;
    await wait(600);
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
    reader.leave();
    await served.close();
  });
});

describe('a reader that goes', () => {
  it('just before the last line is written down as one that goes', async () => {
    const audited: (AuditEntry & AuditOutcome)[] = [];
    const served = await startTestApp({
      audit: { write: (line) => void audited.push(line), settled: () => Promise.resolve() },
      database: {
        async streamTo(_text, _parameters, { signal }, receiver) {
          await receiver.columns(['one']);
          await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
          return { rows: 0, truncated: false, elapsedMs: 1, updates: {} };
        },
      },
    });
    const reader = openSlowReader(served.origin, { query: 'RETURN 1 AS one', parameters: {} }, 'identity');
    await reader.begun;
    reader.leave();
    await expect.poll(() => audited).toMatchObject([{ outcome: 'cancelled', code: 'cancelled' }]);
    await served.close();
  });
});

async function writeOnAndOn(receiver: Receiver): Promise<void> {
  const row = Array.from({ length: 50_000 }, () => Math.random());
  for (;;) await receiver.portion({ rows: [[row]], nodes: [], relations: [] });
}
