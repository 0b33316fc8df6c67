// The contract: every endpoint has a test here, is described in the OpenAPI document, and answers no other method.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../server/contract/endpoints.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    exporter: {
      render: async () => ({ contentType: 'image/png', bytes: Buffer.from([137, 80, 78, 71]), fileName: 'a.png' }),
    },
  });
});
afterAll(() => app.close());

/** Names by which the contract's modules export their endpoints. */
const folder = 'server/contract';
const exported = readdirSync(folder).flatMap((file) =>
  [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/export const (\w+) = endpoint\(\{\s*id: '(\w+)'/g)].map(
    ([, name = '', id = '']) => ({ name, id }),
  ),
);

describe('the contract', () => {
  it('lists every endpoint that is written down', () => {
    expect(endpoints.map(({ id }) => id).sort()).toEqual(exported.map(({ id }) => id).sort());
  });

  it('has every endpoint called by a test, which holds its answer against it', () => {
    const tests = readdirSync('tests/server/routes').filter((file) => file.endsWith('.test.ts'));
    const texts = tests.map((file) => readFileSync(`tests/server/routes/${file}`, 'utf8')).join('\n');
    const without = exported.filter(({ name }) => !new RegExp(`\\bcall\\(\\s*${name},`).test(texts));
    expect(without.map(({ name }) => name)).toEqual(['exportPicture']);
  });

  it('is described in the OpenAPI document', async () => {
    const response = await app.get('/api/openapi.json');
    const document: { openapi: string; paths: Record<string, Record<string, { operationId: string }>> } =
      await response.json();
    expect(document.openapi).toBe('3.1.0');
    const described = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((one) => one.operationId),
    );
    expect(described.sort()).toEqual(endpoints.map(({ id }) => id).sort());
  });

  it('answers a picture as the file that it is', async () => {
    const picture = await app.post('/api/export', { ids: ['germany'], format: 'png' });
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it.each([
    ['PATCH', '/api/queries/any', 'GET, HEAD, PUT, DELETE'],
    ['DELETE', '/api/queries', 'GET, HEAD, POST'],
    ['GET', '/api/names', 'POST'],
  ])('answers %s at %s with the methods that there are', async (method, path, allowed) => {
    const response = await app.send(method, path, method === 'GET' ? undefined : {});
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
  });
});
