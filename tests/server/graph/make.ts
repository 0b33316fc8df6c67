// Makes nodes, relations and random graphs for tests, and loads the vocabulary that is shipped.
import type { EvidenceItem, GraphNode, GraphRelation } from '../../../data/model/graph.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { LayoutInput, LayoutNode } from '../../../server/graph/layout.ts';

export const vocabulary = await loadVocabulary();

/** A measure without a font: every character is as wide as the next. */
export const evenMeasure = (text: string) => [...text].length * 6;

export function makeNode(id: string, rest: Partial<GraphNode> = {}): GraphNode {
  const name = rest.name ?? id;
  const fixed = { aliases: [], certainty: 'explicit', disputed: false, properties: {}, evidence: [] };
  return { id, type: 'Country', name, names: { en: name }, ...fixed, ...rest };
}

export function makeRelation(from: string, type: string, to: string, rest: Partial<GraphRelation> = {}): GraphRelation {
  const fixed = { certainty: 'explicit', disputed: false, properties: {}, evidence: [] };
  return { id: `${from}--${type.toLowerCase()}--${to}`, type, from, to, ...fixed, ...rest };
}

export function makeItem(source: string, rest: Partial<EvidenceItem> = {}): EvidenceItem {
  return { source, locator: '¶3', statement: 'It says so.', certainty: 'explicit', grade: 'B2', ...rest };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A layout problem with boxes as labels make them and a few hubs. */
export function randomProblem(seed: number, count: number, edgeCount: number): LayoutInput & { nodes: LayoutNode[] } {
  const random = randomFrom(seed);
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    width: 40 + random() * 70,
    height: 43 + random() * 28,
    radius: 13 + random() * 9,
  }));
  const edges = Array.from({ length: edgeCount }, () => ({
    from: `n${Math.floor(random() * random() * count)}`,
    to: `n${Math.floor(random() * count)}`,
  }));
  return { nodes, edges };
}

/** A list in another order, the same for the same seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomFrom(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
