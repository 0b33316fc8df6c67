// Every error is a problem document, whatever the path and whatever went wrong.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../server/contract/problem.ts';
import { EntenteError } from '../../../server/errors.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    database: {
      ready: () => Promise.reject(new Error('not asked')),
      stream: () => Promise.reject(new TypeError('secret at /home/somebody/file.ts')),
      read: (statement) =>
        Promise.reject(
          new EntenteError(
            statement.name === 'read/search-names'
              ? { code: 'query-syntax', status: 400, message: 'Invalid input.' }
              : {
                  code: 'database-unreachable',
                  status: 503,
                  message: 'The database cannot be reached.',
                  advice: 'Wait.',
                },
          ),
        ),
    },
  });
});
afterAll(() => app.close());

const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const text = await response.text();
  expect(text).not.toMatch(/node_modules|\.ts:\d|\bat \w+ \(|<html/i);
  const problem = problemSchema.strict().parse(JSON.parse(text));
  expect(problem.status).toBe(response.status);
  expect(problem.type).toBe(`urn:entente:problem:${problem.code}`);
  expect(problem.instance).toBe(`urn:uuid:${response.headers.get('x-request-id')}`);
  return problem;
}

describe('a problem document', () => {
  it.each([
    ['/api/nope', 404, 'not-found'],
    ['/api', 404, 'not-found'],
    ['/nope', 404, 'not-found'],
    ['/assets/nope.js', 404, 'not-found'],
    ['/..%2f..%2fetc%2fpasswd', 404, 'not-found'],
    ['/api/entities/%E0%A4%A', 400, 'bad-request'],
    ['/%E0%A4%A', 404, 'not-found'],
    ['/api/search', 400, 'invalid-input'],
    ['/api/search?q=a&q=b', 400, 'invalid-input'],
    ['/api/search?q=a&limit=0', 400, 'invalid-input'],
    ['/api/search?q=a&unknown=1', 400, 'invalid-input'],
    ['/api/search?q=a&type=Nobody', 400, 'invalid-input'],
    [`/api/entities/${'x'.repeat(201)}`, 400, 'invalid-input'],
    ['/api/search?q=abc', 500, 'statement-refused'],
    ['/api/entities/germany', 503, 'database-unreachable'],
    ['/api/queries/nope', 404, 'no-such-query'],
  ])('answers GET %s with %i %s', async (path, status, code) => {
    const response = await app.get(path);
    expect(await problemOf(response)).toMatchObject({ status, code });
  });

  it.each([
    ['broken JSON', '{"query":', {}, 400, 'bad-json'],
    ['no object', '"query"', {}, 400, 'bad-json'],
    ['an empty body', '', {}, 400, 'invalid-input'],
    ['another kind', 'query=1', { 'Content-Type': 'text/plain' }, 415, 'unsupported-media-type'],
    ['another character set', '{}', { 'Content-Type': 'application/json; charset=koi8-r' }, 415, 'unsupported-charset'],
    ['another encoding', '{}', { 'Content-Encoding': 'zip' }, 415, 'unsupported-encoding'],
    ['too much', `{"query":"${'x'.repeat(3_000_000)}"}`, {}, 413, 'too-large'],
    ['too long a query', { query: 'x'.repeat(20_001) }, {}, 413, 'query-too-long'],
    ['a query beyond the contract', { query: 'x'.repeat(1_000_001) }, {}, 400, 'invalid-input'],
    ['an unknown key', { query: 'RETURN 1', mode: 'WRITE' }, {}, 400, 'invalid-input'],
    ['a prototype', '{"query":"RETURN 1","__proto__":{"a":1}}', {}, 400, 'invalid-input'],
    ['too deep a body', `{"query":"RETURN 1","parameters":{"a":${deep}}}`, {}, 400, 'invalid-input'],
    ['what fails inside', { query: 'RETURN 1' }, {}, 500, 'internal-error'],
  ])('answers a POST with %s', async (_, body, headers, status, code) => {
    const response = await app.post('/api/cypher', body, headers);
    expect(await problemOf(response)).toMatchObject({ status, code });
  });

  it.each([
    ['PUT', '/api/cypher', 'POST'],
    ['GET', '/api/cypher', 'POST'],
    ['DELETE', '/api/entities/germany', 'GET, HEAD'],
    ['OPTIONS', '/api/overview', 'GET, HEAD'],
  ])('answers %s %s with 405 and what is allowed', async (method, path, allow) => {
    const response = await fetch(app.origin + path, { method });
    expect(response.headers.get('allow')).toBe(allow);
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });

  it('names every fault of the input with its place', async () => {
    const response = await app.get('/api/search?q=a&limit=x&lang=fr');
    const { errors } = await problemOf(response);
    expect(errors?.map(({ path }) => path)).toEqual(['query.limit', 'query.lang']);
  });
});

describe('the checks', () => {
  const send = (headers: Record<string, string>, method = 'GET', path = '/api/health') =>
    new Promise<{ status: number; type: string }>((resolve, reject) => {
      const sent = request(app.origin + path, { method, headers, setHost: false }, (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '' });
      });
      sent.once('error', reject).end(method === 'POST' ? '{"query":"RETURN 1"}' : undefined);
    });
  const port = () => new URL(app.origin).port;

  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('let the host %s pass', async (name) => {
    expect((await send({ host: `${name}:${port()}` })).status).toBe(200);
  });

  it.each([
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '0.0.0.0',
    '2130706433',
  ])('refuse the host %s', async (name) => {
    const host = name.includes(':') || name === '127.0.0.1' ? name : `${name}:${port()}`;
    expect(await send({ host })).toEqual({ status: 403, type: 'application/problem+json; charset=utf-8' });
  });

  it.each([
    [{}, 500],
    [{ origin: 'OWN' }, 500],
    [{ origin: 'OWN', 'sec-fetch-site': 'same-origin' }, 500],
    [{ 'sec-fetch-site': 'none' }, 500],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://127.0.0.1:1' }, 403],
    [{ origin: 'https://OWN' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'OWN', 'sec-fetch-site': 'cross-site' }, 403],
  ] satisfies [Record<string, string>, number][])('answer a POST with %j with %i', async (given, status) => {
    const host = `127.0.0.1:${port()}`;
    const headers = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key, value === 'OWN' ? app.origin : value.replace('OWN', host)]),
    );
    const all = { host, 'content-type': 'application/json', ...headers };
    expect((await send(all, 'POST', '/api/cypher')).status).toBe(status);
  });
});
