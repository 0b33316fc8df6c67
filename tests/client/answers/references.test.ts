// What rows name, and an answer as JSON line by line.
import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../../client/answers/json-view.ts';
import { graphOfRows, idsIn } from '../../../client/answers/references.ts';
import type { GraphNode, GraphRelation, Json } from '../../../data/model/graph.ts';

const shared = { certainty: 'explicit', disputed: false, properties: {}, evidence: [] };
const node = (id: string): GraphNode => ({ id, type: 'Country', name: id, names: { en: id }, aliases: [], ...shared });
const relation = (from: string, to: string): GraphRelation => ({
  id: `${from}--x--${to}`,
  type: 'X',
  from,
  to,
  ...shared,
});
const entity = (id: string): Json => ({ $type: 'Entity', id, type: 'Country', name: id });
const link = (from: string, to: string): Json => ({ $type: 'Relation', id: `${from}--x--${to}`, type: 'X', from, to });
const graph = { nodes: ['a', 'b', 'c', 'd'].map(node), relations: [relation('a', 'b'), relation('c', 'd')] };

describe('a row', () => {
  it('names entities and relations, within lists, maps and paths too', () => {
    const path: Json = { $type: 'Path', nodes: [entity('b'), entity('c')], relations: [link('b', 'c')] };
    expect(idsIn([entity('a'), { inner: [link('a', 'b')] }, path, 'text', null])).toEqual([
      'a',
      'a--x--b',
      'b',
      'c',
      'b--x--c',
    ]);
  });

  it('brings the part of the network that it names, with both ends of its relations', () => {
    const part = graphOfRows(graph, [[link('c', 'd')], ['text']]);
    expect(part.nodes.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(part.relations.map(({ id }) => id)).toEqual(['c--x--d']);
  });
});

describe('an answer as JSON', () => {
  it.each<[string, Json[][], Record<string, Json>]>([
    [
      'with rows',
      [
        [1, 'a'],
        [null, entity('a')],
      ],
      { truncated: false, rowLimit: 10 },
    ],
    ['without rows', [], {}],
  ])('is, line by line, the whole answer (%s)', (_, rows, rest) => {
    const { count, line } = jsonLines({ columns: ['one', 'two'], rows, graph, rest });
    const text = Array.from({ length: count }, (__, at) => line(at)).join('\n');
    expect(JSON.parse(text)).toEqual({ columns: ['one', 'two'], rows, graph, ...rest });
  });
});
