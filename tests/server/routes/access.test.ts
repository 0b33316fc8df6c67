// Who gets in: the token as a bearer or by the cookie of a session, names that others may use, what proxies are believed in.
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, Endpoint } from '../../../server/contract/endpoint.ts';
import { closeSession, openSession, session } from '../../../server/contract/access.ts';
import { makeSession, sessionOf } from '../../../server/routes/session-cookie.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const token = 'correct-horse-battery-staple-0123456789';
const bearer = { Authorization: `Bearer ${token}` };
const apps: TestApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

async function closedApp(access: { allowedHosts?: string[]; trustedHops?: number } = {}): Promise<TestApp> {
  const app = await startTestApp({}, { token, allowedHosts: [], trustedHops: 0, ...access });
  apps.push(app);
  return app;
}

/** A request with headers that `fetch` does not let through. */
function send(app: TestApp, method: string, path: string, headers: Record<string, string>, body?: unknown) {
  return new Promise<{ status: number; code: unknown; cookie: string | undefined }>((resolve, reject) => {
    const sent = request(app.origin + path, { method, headers: { 'Content-Type': 'application/json', ...headers } });
    sent.once('error', reject).once('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        const code = text.startsWith('{') ? (JSON.parse(text) as { code?: unknown }).code : undefined;
        resolve({ status: response.statusCode ?? 0, code, cookie: response.headers['set-cookie']?.[0] });
      });
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** An answer, held against the contract. */
async function call<E extends Endpoint>(endpoint: E, answer: Promise<Response>): Promise<Answer<E>> {
  const response = await answer;
  expect(response.status).toBe(200);
  return endpoint.response.parse(await response.json()) as Answer<E>;
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
const signIn = (app: TestApp, given = token) => app.post('/api/session', { token: given });

describe('with a token', () => {
  it.each(['/', '/assets/page-1a2b3c.js', '/api/health'])('%s is open to everybody', async (path) => {
    expect((await (await closedApp()).get(path)).status).toBe(200);
  });

  it.each([
    ['GET', '/api/ready'],
    ['GET', '/api/session'],
    ['DELETE', '/api/session'],
    ['PUT', '/api/session'],
    ['POST', '/api/health'],
    ['GET', '/api/health/'],
    ['GET', '/api/openapi.json'],
    ['GET', '/API/READY'],
    ['GET', '/api/vocabulary?x=/api/health'],
    ['GET', '/api/nope'],
    ['POST', '/api/cypher'],
    ['GET', '/api/../api/ready'],
  ])('%s %s wants it', async (method, path) => {
    const app = await closedApp();
    expect(await send(app, method, path, {})).toMatchObject({ status: 401, code: 'token-needed' });
  });

  it('says so in a problem document with the scheme, before it reads a body', async () => {
    const response = await (await closedApp()).post('/api/cypher', '{ no json', {});
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Entente"']);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('lets the bearer in', async () => {
    const app = await closedApp();
    expect(await call(session, app.get('/api/session', bearer))).toEqual({ tokenInUse: true, signedIn: false });
    expect((await app.get('/api/session', { Authorization: `bearer  ${token}` })).status).toBe(200);
  });

  it.each([[token.slice(0, -1)], [`${token}x`], [token.toUpperCase()], ['x']])(
    'keeps out a bearer of %s',
    async (wrong) => {
      const response = await (await closedApp()).get('/api/session', { Authorization: `Bearer ${wrong}` });
      expect([response.status, await response.json()]).toMatchObject([401, { code: 'wrong-token' }]);
    },
  );

  it.each([['Basic dTpw'], [token], ['Bearer'], [`Bearer ${token} more`]])('takes %j for no token', async (header) => {
    const response = await (await closedApp()).get('/api/session', { Authorization: header });
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'token-needed' }]);
  });
});

describe('a session', () => {
  it('begins with the token and is kept in a strict cookie that does not hold it', async () => {
    const app = await closedApp();
    const response = await signIn(app);
    expect(await call(openSession, Promise.resolve(response))).toEqual({ tokenInUse: true, signedIn: true });
    const [value, ...rest] = response.headers.get('set-cookie')?.split('; ') ?? [];
    expect(value).toMatch(/^entente-session=[0-9a-f]{12}\.\d+\.[\w-]{43}$/);
    expect(value).not.toContain(token);
    expect(rest).toEqual(['Path=/', 'Max-Age=2592000', 'HttpOnly', 'SameSite=Strict']);
    const again = await app.get('/api/session', { Cookie: `theme=dark; ${cookieOf(response)}` });
    expect(await again.json()).toEqual({ tokenInUse: true, signedIn: true });
  });

  it('outlives a restart, but not another token', async () => {
    const cookie = cookieOf(await signIn(await closedApp()));
    expect((await (await closedApp()).get('/api/session', { Cookie: cookie })).status).toBe(200);
    const other = await startTestApp({}, { token: `${token}-changed`, allowedHosts: [], trustedHops: 0 });
    apps.push(other);
    expect((await other.get('/api/session', { Cookie: cookie })).status).toBe(401);
  });

  it('cannot be made longer or another one', async () => {
    const app = await closedApp();
    const cookie = cookieOf(await signIn(app));
    const [, id = '', end = '', signature = ''] = /=(\w+)\.(\d+)\.(.*)/.exec(cookie) ?? [];
    for (const forged of [
      `${id}.${Number(end) + 1}.${signature}`,
      `000000000000.${end}.${signature}`,
      `${id}.${end}.`,
      '',
    ]) {
      const response = await app.get('/api/session', { Cookie: `entente-session=${forged}` });
      expect([response.status, forged]).toEqual([401, forged]);
    }
  });

  it('ends after thirty days', () => {
    const began = Date.parse('2026-11-24T12:00:00Z');
    const day = 24 * 3600 * 1000;
    const header = `entente-session=${makeSession(token, began)}`;
    expect(sessionOf(header, token, began + 30 * day - 1)).toMatch(/^[0-9a-f]{12}$/);
    expect(sessionOf(header, token, began + 30 * day)).toBeUndefined();
  });

  it('ends by signing out', async () => {
    const app = await closedApp();
    const cookie = cookieOf(await signIn(app));
    const signOut = fetch(`${app.origin}/api/session`, { method: 'DELETE', headers: { Cookie: cookie } });
    expect(await call(closeSession, signOut)).toEqual({ tokenInUse: true, signedIn: false });
    const cleared = 'entente-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict';
    expect((await signOut).headers.get('set-cookie')).toBe(cleared);
  });

  it('is not begun by another token, or from another site', async () => {
    const app = await closedApp();
    const wrong = await signIn(app, 'x'.repeat(40));
    expect([wrong.status, await wrong.json()]).toMatchObject([401, { code: 'wrong-token' }]);
    expect(wrong.headers.get('set-cookie')).toBeNull();
    const foreign = await app.post('/api/session', { token }, { Origin: 'https://example.org' });
    expect([foreign.status, await foreign.json()]).toMatchObject([403, { code: 'foreign-origin' }]);
  });

  it('is not needed where there is no token', async () => {
    const app = await startTestApp({});
    apps.push(app);
    expect(await (await app.get('/api/session')).json()).toEqual({ tokenInUse: false, signedIn: false });
    const response = await signIn(app);
    expect(await response.json()).toEqual({ tokenInUse: false, signedIn: false });
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('wrong tokens', () => {
  it('are answered ten times a minute for one address; then even the right one waits, but sessions go on', async () => {
    const app = await closedApp();
    const cookie = cookieOf(await signIn(app));
    const statuses = [];
    for (let number = 0; number < 5; number += 1) {
      statuses.push((await signIn(app, `wrong-${number}`)).status);
      statuses.push((await app.get('/api/ready', { Authorization: `Bearer wrong-${number}` })).status);
    }
    expect(statuses).toEqual(Array(10).fill(401));
    const eleventh = await signIn(app);
    expect([eleventh.status, await eleventh.json()]).toMatchObject([429, { code: 'too-many-failures' }]);
    const wait = Number(eleventh.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect((await app.get('/api/session', bearer)).status).toBe(429);
    expect((await app.get('/api/session', { Cookie: cookie })).status).toBe(200);
  });

  it('do not count where nothing was guessed', async () => {
    const app = await closedApp();
    for (let number = 0; number < 15; number += 1) {
      expect((await app.get('/api/ready', { Cookie: 'entente-session=old' })).status).toBe(401);
    }
    expect((await signIn(app)).status).toBe(200);
  });

  it('count for the client that a trusted proxy names, and for the proxy where none is trusted', async () => {
    const guess = (app: TestApp, from: string) =>
      send(app, 'POST', '/api/session', { 'X-Forwarded-For': from }, { token: 'wrong' });
    const behind = await closedApp({ allowedHosts: ['entente.example.org'], trustedHops: 1 });
    for (let number = 0; number < 10; number += 1) await guess(behind, `198.51.100.${number}, 203.0.113.7`);
    expect((await guess(behind, '203.0.113.7')).status).toBe(429);
    expect((await guess(behind, '203.0.113.8')).status).toBe(401);
    for (let number = 0; number < 10; number += 1) await guess(behind, `2001:db8:0:1::${number}`);
    expect((await guess(behind, '2001:db8:0:1:ffff::1')).status).toBe(429);
    expect((await guess(behind, '2001:db8:0:2::1')).status).toBe(401);
    const alone = await closedApp();
    for (let number = 0; number < 10; number += 1) await guess(alone, `203.0.113.${number}`);
    expect((await guess(alone, '203.0.113.99')).status).toBe(429);
  });
});

describe('names and proxies', () => {
  const access = { allowedHosts: ['entente.example.org', '10.0.0.5:8080'], trustedHops: 1 };

  it.each([
    ['entente.example.org', 200],
    ['Entente.Example.org:443', 200],
    ['10.0.0.5:8080', 200],
    ['10.0.0.5', 403],
    ['10.0.0.5:80', 403],
    ['evil.example.org', 403],
    ['entente.example.org.evil.com', 403],
  ])('a request for %j is answered with %i', async (host, status) => {
    const app = await closedApp(access);
    expect((await send(app, 'GET', '/api/session', { ...bearer, Host: host })).status).toBe(status);
  });

  it('loopback keeps its names', async () => {
    expect((await (await closedApp(access)).get('/api/session', bearer)).status).toBe(200);
  });

  const names = { Host: 'entente.example.org', 'X-Forwarded-For': '203.0.113.7' };
  it('behind a trusted proxy that encrypts, the cookie is Secure and the origin https', async () => {
    const app = await closedApp(access);
    const encrypted = { ...names, 'X-Forwarded-Proto': 'https', Origin: 'https://entente.example.org' };
    const signedIn = await send(app, 'POST', '/api/session', encrypted, { token });
    expect(signedIn.status).toBe(200);
    expect(signedIn.cookie).toMatch(/; HttpOnly; SameSite=Strict; Secure$/);
    const plainOrigin = { ...encrypted, Origin: 'http://entente.example.org' };
    expect(await send(app, 'POST', '/api/session', plainOrigin, { token })).toMatchObject({
      status: 403,
      code: 'foreign-origin',
    });
  });

  it('a proxy that is not trusted is not believed to encrypt', async () => {
    const app = await closedApp({ ...access, trustedHops: 0 });
    const claimed = { ...names, 'X-Forwarded-Proto': 'https', Origin: 'http://entente.example.org' };
    const signedIn = await send(app, 'POST', '/api/session', claimed, { token });
    expect(signedIn.status).toBe(200);
    expect(signedIn.cookie).not.toContain('Secure');
  });
});

describe('a program without a token', () => {
  it.each(['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto'])(
    'answers nothing that a proxy passes on: %s',
    async (name) => {
      const app = await startTestApp({});
      apps.push(app);
      expect(await send(app, 'GET', '/api/health', { [name]: 'x' })).toMatchObject({
        status: 403,
        code: 'behind-a-proxy',
      });
      expect(await send(app, 'GET', '/api/health', {})).toMatchObject({ status: 200 });
      const closed = await closedApp();
      expect(await send(closed, 'GET', '/api/health', { [name]: 'x' })).toMatchObject({ status: 200 });
    },
  );
});
