// An entity's relations in groups, the numbers of their footnotes, and readings that differ: pure, for the inspector.
import type { EvidenceItem, GraphRelation } from '../../data/model/graph.ts';

/** The relations of one type in one direction, seen from an entity. */
export interface FactGroup {
  readonly type: string;
  readonly direction: 'out' | 'in';
  readonly relations: readonly GraphRelation[];
}

/** Groups relations by type and direction in the order of the vocabulary, forward before backward. */
export function factGroups(relations: readonly GraphRelation[], id: string, order: readonly string[]): FactGroup[] {
  const groups = new Map<string, { type: string; direction: 'out' | 'in'; relations: GraphRelation[] }>();
  for (const relation of relations) {
    const direction = relation.from === id ? 'out' : 'in';
    const key = `${relation.type} ${direction}`;
    const group = groups.get(key);
    if (group) group.relations.push(relation);
    else groups.set(key, { type: relation.type, direction, relations: [relation] });
  }
  const rank = ({ type, direction }: FactGroup) =>
    (order.indexOf(type) + 1 || order.length + 1) * 2 + (direction === 'in' ? 1 : 0);
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}

/** Numbers for all places that are cited, each place once, in the order in which they are read. */
export function footnoteNumbers(groups: readonly FactGroup[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { relations } of groups) {
    for (const { evidence } of relations) {
      for (const item of evidence) {
        const key = placeKey(item);
        if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
      }
    }
  }
  return numbers;
}

/** What makes two citations the same: source, place and grade. */
export function placeKey({ source, locator, grade }: EvidenceItem): string {
  return `${source} ${locator} ${grade}`;
}

/** What sources say of one property, where they say different things. */
export interface Disagreement {
  readonly field: string;
  readonly readings: readonly { readonly value: string; readonly evidence: readonly EvidenceItem[] }[];
}

/** The properties for which the evidence gives more than one value, each value with who gives it. */
export function disagreements(evidence: readonly EvidenceItem[]): Disagreement[] {
  const fields = new Map<string, Map<string, EvidenceItem[]>>();
  for (const item of evidence) {
    if (item.field === undefined || item.value === undefined) continue;
    const values = fields.get(item.field) ?? new Map<string, EvidenceItem[]>();
    fields.set(item.field, values);
    values.set(item.value, [...(values.get(item.value) ?? []), item]);
  }
  return [...fields]
    .filter(([, values]) => values.size > 1)
    .map(([field, values]) => ({
      field,
      readings: [...values].map(([value, items]) => ({ value, evidence: items })),
    }));
}
