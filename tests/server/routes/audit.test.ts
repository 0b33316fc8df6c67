// What the API writes down: a line for each text that is checked or kept, each query taken away, each refusal and each wrong token.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessConfig } from '../../../server/config.ts';
import { EntenteError } from '../../../server/errors.ts';
import { hashOf, type Audit } from '../../../server/guard/audit.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Plan } from '../../../server/neo4j/database.ts';
import { openSavedQueries } from '../../../server/queries/saved/saved-queries.ts';
import { createGate } from '../../../server/routes/access.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const vocabulary = await loadVocabulary();
const token = 'correct-horse-battery-staple-0123456789';
const reads: Plan = { queryType: 'r', operators: [], procedures: [], columns: ['id'], notices: [] };
const writes: Plan = { ...reads, queryType: 'rw', operators: ['Create'] };
const textOf = (id: string, cypher = 'MATCH (c:Country) RETURN c.id AS id ORDER BY id') => `/* ---
id: ${id}
title: { en: Mine, de: Meine }
description: { en: My own., de: Meine eigene. }
columns: [{ name: id, label: { en: Id, de: Id } }]
--- */
${cypher}
`;

let home: string;
let app: TestApp | undefined;
let lines: unknown[];
let explain: () => Promise<Plan>;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'entente-noted-'));
  lines = [];
  explain = async () => reads;
});
afterEach(async () => {
  await app?.close();
  rmSync(home, { recursive: true });
});

const audit: Audit = { write: (line) => void lines.push(line), settled: async () => undefined };
async function start(access: AccessConfig = { allowedHosts: [], trustedHops: 0 }): Promise<TestApp> {
  const database = { explain: () => explain() };
  const savedQueries = openSavedQueries({
    vocabulary,
    shipped: { path: 'cypher/saved', shown: 'cypher/saved' },
    own: { path: join(home, 'queries'), shown: 'queries' },
    database,
  });
  app = await startTestApp({ audit, database, savedQueries, gate: createGate(access, audit) }, access);
  return app;
}
const by = { who: 'anyone', address: '127.0.0.1', durationMs: expect.any(Number) as number };

describe('a text that somebody sends', () => {
  it('is a line when it is checked, kept, changed and taken away', async () => {
    const { post, send } = await start();
    const [first, second] = [textOf('mine'), textOf('mine', "RETURN 'x' AS id")];
    await post('/api/queries/check', { text: first });
    const { version } = (await (await post('/api/queries', { text: first })).json()) as { version: string };
    const changed = await send('PUT', '/api/queries/mine', { text: second, version });
    const { version: later } = (await changed.json()) as { version: string };
    expect((await send('DELETE', `/api/queries/mine?version=${later}`)).status).toBe(200);
    expect(lines).toEqual([
      { ...by, kind: 'check', query: 'mine', hash: hashOf(first), outcome: 'done' },
      { ...by, kind: 'create', query: 'mine', hash: hashOf(first), outcome: 'done' },
      { ...by, kind: 'replace', query: 'mine', hash: hashOf(second), outcome: 'done' },
      { ...by, kind: 'delete', query: 'mine', outcome: 'done' },
    ]);
  });

  it('is a line where the policy on texts refuses it', async () => {
    const { post, send } = await start();
    const text = textOf('mine', 'MATCH (c) DETACH DELETE c RETURN 1 AS id');
    await post('/api/queries/check', { text });
    await post('/api/queries', { text });
    await send('PUT', '/api/queries/mine', { text, version: 'v' });
    await send('DELETE', '/api/queries/who-finances-what-for-whom?version=v');
    expect(lines).toMatchObject([
      { kind: 'check', hash: hashOf(text), outcome: 'refused', code: 'faulty-query' },
      { kind: 'create', hash: hashOf(text), outcome: 'refused', code: 'faulty-query' },
      { kind: 'replace', query: 'mine', outcome: 'refused', code: 'faulty-query' },
      { kind: 'delete', query: 'who-finances-what-for-whom', outcome: 'refused', code: 'shipped-query' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('DETACH');
  });

  it('is a line where its plan is refused, or the database fails over it', async () => {
    const { post } = await start();
    explain = async () => writes;
    await post('/api/queries/check', { text: textOf('mine') });
    explain = () => Promise.reject(new EntenteError({ code: 'query-timeout', status: 504, message: 'Late.' }));
    await post('/api/queries', { text: textOf('mine') });
    expect(lines).toMatchObject([
      { kind: 'check', outcome: 'refused', code: 'faulty-query' },
      { kind: 'create', outcome: 'failed', code: 'query-timeout' },
    ]);
  });

  it('is a line where it is free Cypher that is too long, and refused with 413', async () => {
    const { post } = await start();
    const query = `RETURN '${'x'.repeat(20_000)}'`;
    expect((await post('/api/cypher', { query })).status).toBe(413);
    expect((await post('/api/cypher', { query }, { Accept: 'application/jsonl' })).status).toBe(413);
    await post('/api/cypher/plan', { query });
    const line = { hash: hashOf(query), outcome: 'refused', code: 'query-too-long' };
    expect(lines).toMatchObject([
      { ...line, kind: 'free' },
      { ...line, kind: 'free' },
      { ...line, kind: 'plan' },
    ]);
  });
});

it('a wrong token is a line without the token, ten times a minute at most', async () => {
  const { get, post } = await start({ token, allowedHosts: [], trustedHops: 0 });
  await get('/api/ready', { Authorization: 'Bearer wrong-secret' });
  await post('/api/session', { token: 'wrong-secret' });
  await post('/api/session', { token });
  const line = { ...by, kind: 'access', outcome: 'refused', code: 'wrong-token' };
  expect(lines).toEqual([line, line]);
  for (let time = 0; time < 12; time += 1) await post('/api/session', { token: 'wrong-secret' });
  expect(lines).toEqual(Array(10).fill(line));
});
