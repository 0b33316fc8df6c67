// How entities are connected, over HTTP: answers after the contract, former ids, and what is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joining, paths } from '../../../server/contract/paths.ts';
import { useTurn } from '../../neo4j/support.ts';
import { startGraphApp, type GraphApp } from './graph-app.ts';

useTurn();
let graph: GraphApp;
beforeAll(async () => {
  graph = await startGraphApp();
});
afterAll(() => graph.close());
const call: GraphApp['call'] = (...given) => graph.call(...given);

describe('paths', () => {
  it('are told with their steps, a former id standing for its present one', async () => {
    const answer = await call(paths, '/api/paths', { from: 'turkiye', to: 'nato', k: 1 });
    expect(answer.paths).toEqual([
      { ids: ['turkey', 'nato'], cost: 1, steps: [{ cost: 1, relations: ['turkey--member-of--nato'] }] },
    ]);
    expect(answer.isProved).toBe(true);
  });

  it('join several', async () => {
    const answer = await call(joining, '/api/joining', { ids: ['turkiye', 'turkey', 'nato', 'germany'] });
    expect(answer.paths.map(({ ids }) => ids)).toEqual([
      ['turkey', 'nato'],
      ['nato', 'germany'],
    ]);
    expect(answer.cost).toBe(2);
  });

  it.each([
    ['/api/paths', { from: 'nobody', to: 'nato' }, 404, 'no-such-entity'],
    ['/api/paths', { from: 'nato', to: 'nato' }, 400, 'invalid-input'],
    ['/api/paths', { from: 'germany', to: 'nato', relationTypes: ['LOVES'] }, 400, 'invalid-input'],
    ['/api/paths', { from: 'germany', to: 'nato', closedTypes: ['Planet'] }, 400, 'invalid-input'],
    ['/api/paths', { from: 'germany', to: 'nato', asOf: '2026-02-30' }, 400, 'invalid-input'],
    ['/api/paths', { from: 'germany', to: 'nato', k: 51 }, 400, 'invalid-input'],
    ['/api/joining', { ids: ['turkiye', 'turkey'] }, 400, 'invalid-input'],
    ['/api/joining', { ids: ['nato'] }, 400, 'invalid-input'],
  ])('%s refuses %j', async (path, body, status, code) => {
    const response = await graph.app.post(path, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });
});
