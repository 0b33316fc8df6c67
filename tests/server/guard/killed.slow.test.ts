// Queries that no time limit stops and queries that kill the database, against a database of our own that is started again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { EntenteError } from '../../../server/errors.ts';
import { createGuard, type Guard } from '../../../server/guard/guard.ts';
import { takeLease } from '../../../server/ingest/lease.ts';
import type { OpenDatabase } from '../../../server/neo4j/database.ts';
import { silentNotes } from '../../../server/neo4j/notes.ts';
import { openDatabase } from '../../../server/neo4j/open.ts';
import { ensureSchema } from '../../../server/neo4j/schema.ts';
import { useTurn } from '../../neo4j/support.ts';
import { startTestApp, type TestApp } from '../routes/test-app.ts';

useTurn();
const home = mkdtempSync(join(tmpdir(), 'entente-killed-'));
const log = pino({ level: 'silent' });
const patience = { timeout: 90_000, interval: 100 };
let opened: OpenDatabase;
let guard: Guard;
let app: TestApp;
beforeAll(async () => {
  const config = readConfig({ ...process.env, ENTENTE_HOME: home, NEO4J_URI: '' });
  opened = await openDatabase(config, silentNotes, { kind: 'serve', address: 'http://127.0.0.1:1/' });
  await ensureSchema(opened.db);
  // The policy on texts would refuse all of these: here it is seen what holds where it has a gap.
  guard = createGuard({
    database: opened.db,
    log,
    isLocal: true,
    without: ['text'],
    ...(opened.restart === undefined ? {} : { restart: opened.restart }),
    ...(opened.isShared === undefined ? {} : { isShared: opened.isShared }),
  });
  app = await startTestApp({ database: opened.db, guard, status: opened.status });
}, 120_000);
afterAll(async () => {
  await app.close();
  guard.stop();
  await opened.close();
  rmSync(home, { recursive: true, force: true });
}, 60_000);

const regex = "RETURN $t =~ '(.*a){25}$' AS hangs";
const letters = `${'a'.repeat(60)}b`;
const bomb = 'RETURN size(reduce(s = "ab", i IN range(1, 40) | s + s)) AS n';
const free = (query: string, more: object = {}) => app.post('/api/cypher', { query, parameters: {}, ...more });
const saved = () => app.post('/api/queries/who-finances-what-for-whom/run', { parameters: {} });
const state = () => opened.status().state;

/** How many run by now; planning one does not count. */
async function regexesRunning(): Promise<unknown> {
  const show = 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $regex RETURN count(*) AS running';
  return (await opened.db.stream(show, { regex }, { timeoutMs: 5_000, rowLimit: 1 })).rows[0]?.[0];
}

async function answersAgain(): Promise<void> {
  await expect.poll(state, patience).toBe('ready');
  await expect.poll(async () => (await free('RETURN 1 AS one')).status, patience).toBe(200);
}

describe('a query that ignores its time limit', () => {
  it('is answered at the limit, and the database is started again', { timeout: 180_000 }, async () => {
    const began = performance.now();
    const response = await free(regex, { parameters: { t: letters }, timeoutMs: 2_000 });
    const tookMs = performance.now() - began;
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({
      code: 'query-timeout',
      detail: expect.stringContaining('the database is started again') as string,
    });
    expect(tookMs).toBeLessThan(10_000);
    await expect.poll(state, patience).toBe('starting-again');
    const others = await saved();
    expect([others.status, others.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await others.json()).toMatchObject({ code: 'database-starting-again' });
    await answersAgain();
  });

  it('whose caller has gone is watched just so', { timeout: 180_000 }, async () => {
    const gone = new AbortController();
    const asked = guard.free
      .by('somebody')
      .stream(regex, { t: letters }, { timeoutMs: 60_000, rowLimit: 1, signal: gone.signal });
    asked.catch(() => undefined);
    await expect.poll(regexesRunning, patience).toBe(1);
    gone.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    await expect.poll(state, patience).toBe('starting-again');
    await answersAgain();
  });

  it('does not have it started again while somebody ingests', { timeout: 180_000 }, async () => {
    const lease = await takeLease(opened.db);
    await free(regex, { parameters: { t: letters }, timeoutMs: 1_000 });
    const until = performance.now() + 12_000;
    while (performance.now() < until) {
      expect(state()).toBe('ready');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect((await saved()).status).toBe(200);
    await lease.release();
    await expect.poll(state, patience).toBe('starting-again');
    await answersAgain();
  });
});

describe('a query that kills the database', () => {
  it(
    'is answered with that, others are told to come back, and the database answers again',
    { timeout: 180_000 },
    async () => {
      const killed = free(bomb, { timeoutMs: 60_000 });
      const seen: number[] = [];
      const watching = setInterval(
        () =>
          void free('RETURN 1 AS one').then(async (response) => {
            const problem: unknown = await response.json();
            seen.push(response.status);
            if (response.status === 503)
              expect([problem, response.headers.get('retry-after')]).toMatchObject([
                { code: 'database-starting-again' },
                '10',
              ]);
          }),
        500,
      );
      const response = await killed;
      expect(await response.json()).toMatchObject({ status: 502, code: 'query-killed-database' });
      await answersAgain();
      clearInterval(watching);
      expect(seen).toContain(503);
    },
  );

  it('of somebody who gets lines is told just so in the last one', { timeout: 180_000 }, async () => {
    const lines: unknown[] = [];
    const dying = guard.free
      .by('somebody')
      .streamTo(
        'UNWIND [1, 40] AS n RETURN size(reduce(s = "ab", i IN range(1, n) | s + s)) AS n',
        {},
        { timeoutMs: 60_000, rowLimit: 10 },
        { columns: (columns) => void lines.push(columns), portion: ({ rows }) => void lines.push(...rows) },
      );
    const error: unknown = await dying.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EntenteError);
    expect(error).toMatchObject({ code: 'query-killed-database' });
    await answersAgain();
  });
});
