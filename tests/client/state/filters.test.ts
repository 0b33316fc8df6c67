// The legend's switches: what they leave to see.
import { beforeAll, describe, expect, it } from 'vitest';
import { Filters } from '../../../client/state/filters.svelte.ts';
import type { Shown } from '../../../client/state/shown.ts';
import type { GraphNode, GraphRelation } from '../../../data/model/graph.ts';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';

const node = (id: string, type: string): [string, GraphNode] => [
  id,
  { id, type, name: id, names: {}, aliases: [], certainty: 'explicit', disputed: false, properties: {}, evidence: [] },
];
const relation = (from: string, to: string, status: string): [string, GraphRelation] => {
  const id = `${from}--finances--${to}`;
  return [
    id,
    { id, type: 'FINANCES', from, to, status, certainty: 'explicit', disputed: false, properties: {}, evidence: [] },
  ];
};
const shown: Shown = {
  nodes: new Map([node('germany', 'Country'), node('contract', 'Agreement'), node('pledge', 'Pledge')]),
  relations: new Map([relation('germany', 'contract', 'promised'), relation('germany', 'pledge', 'delivered')]),
  positions: {},
};
let vocabulary: Vocabulary;

beforeAll(async () => void (vocabulary = await loadVocabulary()));

describe('the legend', () => {
  it('leaves everything while nothing is switched off', () => {
    expect(new Filters().apply(shown, vocabulary)).toBe(shown);
  });

  it('hides a type with the relations of its entities', () => {
    const filters = new Filters();
    filters.toggleTypes(['Pledge']);
    const left = filters.apply(shown, vocabulary);
    expect([...left.nodes.keys()]).toEqual(['germany', 'contract']);
    expect([...left.relations.keys()]).toEqual(['germany--finances--contract']);
  });

  it('hides a family whole, then shows it whole', () => {
    const filters = new Filters();
    filters.toggleTypes(['Agreement']);
    filters.toggleTypes(['Agreement', 'Pledge']);
    expect([...filters.types].sort()).toEqual(['Agreement', 'Pledge']);
    filters.toggleTypes(['Agreement', 'Pledge']);
    expect(filters.isActive).toBe(false);
  });

  it('hides lines of a style and leaves their ends', () => {
    const filters = new Filters();
    filters.toggleLine('dashed');
    const left = filters.apply(shown, vocabulary);
    expect(left.nodes.size).toBe(3);
    expect([...left.relations.keys()]).toEqual(['germany--finances--pledge']);
    filters.clear();
    expect(filters.apply(shown, vocabulary).relations.size).toBe(2);
  });
});
