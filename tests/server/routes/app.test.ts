// The application around the routes: headers, log, page, health and readiness, closing.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready } from '../../../server/contract/state.ts';
import { EntenteError } from '../../../server/errors.ts';
import { closeGracefully } from '../../../server/listen.ts';
import type { DatabaseStatus } from '../../../server/neo4j/open.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let status: DatabaseStatus = { state: 'ready', sentence: 'The database answers.' };
let answers = true;
beforeAll(async () => {
  app = await startTestApp({
    status: () => status,
    database: {
      ready: () =>
        answers
          ? Promise.resolve()
          : Promise.reject(
              new EntenteError({ code: 'database-unreachable', status: 503, message: 'It is gone.', advice: 'Wait.' }),
            ),
      read: () => Promise.resolve([]),
      stream: (_text, _parameters, { signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            cancelled = true;
            reject(new EntenteError({ code: 'cancelled', status: 499, message: 'Nobody waits.' }));
          });
        }),
    },
    exporter: {
      render: async ({ format }) => ({
        contentType: 'image/svg+xml',
        bytes: Buffer.from(`<svg>${format}</svg>`),
        fileName: 'germany-2026-04-16.svg',
      }),
    },
  });
});
let cancelled = false;
afterAll(() => app.close());

describe('every answer', () => {
  it('has a policy that lets nothing in from elsewhere and nothing inline', async () => {
    const { headers } = await app.get('/api/health');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data: blob:",
      "manifest-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "worker-src 'self'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('is one line of the log, with the id that the answer has', async () => {
    app.logged.length = 0;
    const response = await app.get('/api/health');
    await response.text();
    const failed = await app.get('/api/nope');
    await failed.text();
    await expect.poll(() => app.logged.length).toBe(2);
    const id = response.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(app.logged).toMatchObject([
      { level: 30, req: { id, method: 'GET', url: '/api/health' }, res: { statusCode: 200 } },
      { level: 40, req: { id: failed.headers.get('x-request-id') }, res: { statusCode: 404 } },
    ]);
  });

  it('is compressed where the caller wants that', async () => {
    const response = await app.get('/api/openapi.json', { 'Accept-Encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('the page', () => {
  it('is asked for again each time, and its scripts never', async () => {
    const page = await app.get('/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(await page.text()).toContain('<title>Page</title>');
    const script = await app.get('/assets/page-1a2b3c.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('lets in styles that bear the nonce of this very response, and nothing else inline', async () => {
    const nonces = await Promise.all(
      ['/', '/'].map(async (path) => {
        const page = await app.get(path);
        const nonce = /<meta property="csp-nonce" nonce="([A-Za-z0-9+/=]{24})" \/>/.exec(await page.text())?.[1];
        const policy = page.headers.get('content-security-policy')?.split(';') ?? [];
        expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
        expect(policy).toContain("script-src 'self'");
        expect(policy).toContain("default-src 'none'");
        expect(policy).toHaveLength(11);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('says so where it has not been built', async () => {
    const bare = await startTestApp({ pageFolder: '/nowhere' });
    const response = await bare.get('/');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'page-not-built' });
    await bare.close();
  });
});

describe('health and readiness', () => {
  it('is healthy as long as the process runs', async () => {
    expect(await (await app.get('/api/health')).json()).toMatchObject({ status: 'up', version: '1.2.3' });
  });

  it.each([
    ['ready', true, 200, 'up', undefined],
    ['ready', false, 503, 'unreachable', 'It is gone. Wait.'],
    ['starting-again', false, 503, 'starting-again', 'The database is starting again.'],
    ['failed', false, 503, 'unreachable', 'The database is starting again.'],
  ] as const)('with the database %s (answers: %s) is %i %s', async (state, does, httpStatus, database, message) => {
    status = { state, sentence: 'The database is starting again.' };
    answers = does;
    const response = await app.get('/api/ready');
    expect(response.status).toBe(httpStatus);
    const body = ready.response.parse(await response.json());
    expect(body).toEqual({ ready: does, database, datasets: [], ...(message === undefined ? {} : { message }) });
  });
});

describe('a picture', () => {
  it('is an attachment that can run nothing', async () => {
    const response = await app.post('/api/export', { ids: ['germany'], format: 'svg' });
    expect(await response.text()).toBe('<svg>svg</svg>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-disposition': 'attachment; filename="germany-2026-04-16.svg"',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('a caller who goes away', () => {
  it('ends the query', async () => {
    const gone = new AbortController();
    const asked = fetch(`${app.origin}/api/cypher`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"query":"RETURN 1"}',
      signal: gone.signal,
    });
    setTimeout(() => gone.abort(), 100);
    await expect(asked).rejects.toThrow();
    await expect.poll(() => cancelled).toBe(true);
  });
});

describe('closing', () => {
  it('lets what is under way end, takes nothing new, and cuts off what does not end', async () => {
    let finish: () => void = () => undefined;
    const closing = await startTestApp({
      database: {
        ready: () => new Promise((resolve) => (finish = resolve)),
        read: () => Promise.resolve([]),
        stream: () => new Promise(() => undefined),
      },
    });
    const slow = closing.get('/api/ready');
    const stuck = new Promise((resolve) => {
      const sent = request(`${closing.origin}/api/cypher`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      sent.once('error', resolve).end('{"query":"RETURN 1"}');
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = Date.now();
    const closed = closeGracefully(closing.server, 500);
    finish();
    expect((await slow).status).toBe(200);
    await expect(closing.get('/api/health')).rejects.toThrow();
    await closed;
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(await stuck).toBeInstanceOf(Error);
  });
});
