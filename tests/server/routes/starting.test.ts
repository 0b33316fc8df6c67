// What answers while the database is being started: the page, and a plain "come back" for everything else.
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStartingApp } from '../../../server/app.ts';
import { ready } from '../../../server/contract/state.ts';
import { closeGracefully, listen } from '../../../server/listen.ts';
import { createGate } from '../../../server/routes/access.ts';

const pageFolder = fileURLToPath(new URL('../../fixtures/page', import.meta.url));
let server: Server;
let origin: string;
beforeAll(async () => {
  const access = { allowedHosts: [], trustedHops: 0 };
  const app = createStartingApp({
    log: pino({ level: 'silent' }),
    version: '1.2.3',
    pageFolder,
    access,
    gate: createGate({}),
  });
  const opened = await listen(app, { host: '127.0.0.1', port: 0 });
  server = opened.server;
  origin = opened.url.replace(/\/$/, '');
});
afterAll(() => closeGracefully(server, 200));

it('serves the page and is healthy', async () => {
  expect(await (await fetch(`${origin}/`)).text()).toContain('<title>Page</title>');
  expect(await (await fetch(`${origin}/api/health`)).json()).toMatchObject({ status: 'up', version: '1.2.3' });
});

it('is not ready, in the form that the contract gives', async () => {
  const response = await fetch(`${origin}/api/ready`);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(ready.response.parse(await response.json())).toMatchObject({ ready: false, database: 'starting' });
});

it.each([
  ['GET', '/api/overview'],
  ['POST', '/api/cypher'],
  ['GET', '/api/nope'],
])('asks %s %s to come back', async (method, path) => {
  const body = method === 'POST' ? '{"query":"RETURN 1"}' : null;
  const response = await fetch(origin + path, { method, body, headers: { 'Content-Type': 'application/json' } });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await response.json()).toMatchObject({ code: 'database-starting', status: 503 });
});
