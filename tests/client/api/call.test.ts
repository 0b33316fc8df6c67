// Calls to the server: addresses, checked answers, and what is thrown where something is wrong.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../../client/api/api.ts';
import { ApiError } from '../../../client/api/api-error.ts';
import { addressOf } from '../../../client/api/call.ts';
import { watched } from '../../../client/api/watched.ts';

const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const serve = (response: () => Response | Promise<Response>) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => response()),
  );

afterEach(() => void vi.unstubAllGlobals());

describe('an address', () => {
  it('has its parameters escaped, lists joined and what is absent left out', () => {
    const input = { params: { id: 'a/b?c' }, query: { type: ['A', 'B'], limit: 5, cursor: undefined } };
    expect(addressOf('/api/entities/{id}/neighbours', input)).toBe(
      '/api/entities/a%2Fb%3Fc/neighbours?type=A%2CB&limit=5',
    );
  });
});

describe('a call', () => {
  it('gives the checked answer', async () => {
    serve(() => answer({ queries: [], faults: [] }));
    expect(await api.queries()).toEqual({ queries: [], faults: [] });
  });

  it("throws the server's problem with its sentence", async () => {
    const problem = {
      type: 'urn:x',
      title: 'Gone',
      status: 503,
      detail: 'The database is starting again.',
      code: 'starting',
    };
    serve(() => answer(problem, 503));
    const error = await api.queries().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      kind: 'problem',
      status: 503,
      detail: 'The database is starting again.',
      isPassing: true,
    });
  });

  it.each([
    ['an error without a problem document', () => new Response('<html>', { status: 502 })],
    ['an answer that is no JSON', () => new Response('<html>', { status: 200 })],
    ['an answer of another shape', () => answer({ queries: [{ id: 7 }] })],
  ])('throws on %s', async (_, response) => {
    serve(response);
    await expect(api.queries()).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('says when nobody answers', async () => {
    serve(() => Promise.reject(new TypeError('failed')));
    await expect(api.queries()).rejects.toMatchObject({ kind: 'unreachable', isPassing: true });
  });

  it('takes a 503 of readiness for the answer that it is', async () => {
    serve(() => answer({ ready: false, database: 'starting-again', datasets: [] }, 503));
    expect((await api.ready()).database).toBe('starting-again');
  });

  it('is reported where it fails, and fails all the same', async () => {
    serve(() => Promise.reject(new TypeError('failed')));
    const seen: string[] = [];
    await expect(watched(api, (error) => seen.push(error.kind)).queries()).rejects.toThrow();
    expect(seen).toEqual(['unreachable']);
  });
});
