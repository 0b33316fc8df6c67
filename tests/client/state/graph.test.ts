// The network on the canvas: adding moves nothing, every change can be undone, a newer request ends the older.
import { describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../client/api/api.ts';
import { ApiError } from '../../../client/api/api-error.ts';
import { Graph } from '../../../client/state/graph.svelte.ts';
import type { Arrange, Positions } from '../../../client/state/shown.ts';
import type { GraphNode, GraphRelation } from '../../../data/model/graph.ts';

const node = (id: string): GraphNode => ({
  id,
  type: 'Country',
  name: id,
  names: { en: id },
  aliases: [],
  certainty: 'explicit',
  disputed: false,
  properties: {},
  evidence: [],
});
const relation = (from: string, to: string): GraphRelation => ({
  id: `${from}--x--${to}`,
  type: 'COOPERATES_WITH',
  from,
  to,
  certainty: 'explicit',
  disputed: false,
  properties: {},
  evidence: [],
});

/** Puts each entity where its name's length says, and keeps what is fixed. */
const arrange: Arrange = async (nodes, _relations, fixed) => {
  const fresh: Positions = Object.fromEntries([...nodes.keys()].map((id) => [id, { x: id.length * 10, y: 1 }]));
  return { ...fresh, ...fixed };
};

function graphOver(parts: Partial<Api>) {
  const all = [node('a'), node('bb')];
  const overview = vi.fn(async () => ({
    nodes: all,
    relations: [relation('a', 'bb'), relation('a', 'elsewhere')],
    total: 1,
    truncated: false,
    totalEntities: 9,
  }));
  const subgraph = vi.fn(async () => ({
    nodes: [],
    relations: [relation('a', 'ccc')],
    total: 1,
    truncated: false,
    missing: [],
  }));
  return new Graph({ overview, subgraph, ...parts } as unknown as Api, arrange);
}

describe('the network', () => {
  it('starts with the overview, without relations whose end is not there', async () => {
    const graph = graphOver({});
    await graph.showOverview(70);
    expect([...graph.shown.nodes.keys()]).toEqual(['a', 'bb']);
    expect([...graph.shown.relations.keys()]).toEqual(['a--x--bb']);
    expect(graph.totalEntities).toBe(9);
    expect(graph.isEverything).toBe(false);
    expect(graph.canUndo).toBe(false);
  });

  it('adds an entity with its links to what is shown, and moves nothing', async () => {
    const graph = graphOver({});
    await graph.showOverview(70);
    graph.move({ a: { x: 500, y: 500 } });
    await graph.add({ nodes: [node('ccc')], relations: [] });
    expect(graph.shown.relations.has('a--x--ccc')).toBe(true);
    expect(graph.shown.positions).toMatchObject({ a: { x: 500, y: 500 }, bb: { x: 20, y: 1 }, ccc: { x: 30, y: 1 } });
  });

  it('takes an entity off with its relations, and undoes step by step', async () => {
    const graph = graphOver({});
    await graph.showOverview(70);
    const first = graph.shown;
    await graph.add({ nodes: [node('ccc')], relations: [] });
    graph.remove('a');
    expect([...graph.shown.nodes.keys()]).toEqual(['bb', 'ccc']);
    expect(graph.shown.relations.size).toBe(0);
    graph.undo();
    graph.undo();
    expect(graph.shown).toBe(first);
    expect(graph.canUndo).toBe(false);
    graph.undo();
    expect(graph.shown).toBe(first);
  });

  it('keeps what is shown where a call fails, and says so', async () => {
    const graph = graphOver({});
    await graph.showOverview(70);
    const before = graph.shown;
    const failing = graphOver({ subgraph: () => Promise.reject(new ApiError('unreachable', {})) });
    await failing.showOverview(70);
    await failing.add({ nodes: [node('ccc')], relations: [] });
    expect(failing.progress).toMatchObject({ state: 'failed', error: { kind: 'unreachable' } });
    expect([...failing.shown.nodes.keys()]).toEqual([...before.nodes.keys()]);
  });

  it('lets a newer request end the older', async () => {
    const signals: AbortSignal[] = [];
    const overview = (limit: number, _evidence: boolean, signal?: AbortSignal) => {
      if (signal) signals.push(signal);
      const nodes = [node(`of-${limit}`)];
      return new Promise((resolve) =>
        setTimeout(() => resolve({ nodes, relations: [], total: 0, truncated: false, totalEntities: 1 }), limit),
      );
    };
    const graph = graphOver({ overview: overview as unknown as Api['overview'] });
    await Promise.all([graph.showOverview(40), graph.showOverview(5)]);
    expect([...graph.shown.nodes.keys()]).toEqual(['of-5']);
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
  });
});
