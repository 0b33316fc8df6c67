// Facts of the inspector: groups, footnote numbers, readings that differ.
import { describe, expect, it } from 'vitest';
import { disagreements, factGroups, footnoteNumbers } from '../../../client/panels/facts.ts';
import type { EvidenceItem, GraphRelation } from '../../../data/model/graph.ts';

const item = (source: string, locator: string, more: Partial<EvidenceItem> = {}): EvidenceItem => ({
  source,
  locator,
  statement: 'It is so.',
  certainty: 'explicit',
  grade: 'B2',
  ...more,
});
const relation = (from: string, type: string, to: string, evidence: EvidenceItem[] = []): GraphRelation => ({
  id: `${from}--${type}--${to}`,
  type,
  from,
  to,
  certainty: 'explicit',
  disputed: false,
  properties: {},
  evidence,
});

describe('facts', () => {
  it('are grouped by type and direction in the order of the vocabulary, forward first', () => {
    const relations = [
      relation('x', 'B', 'me'),
      relation('me', 'B', 'y'),
      relation('me', 'A', 'z'),
      relation('me', 'B', 'q'),
    ];
    const groups = factGroups(relations, 'me', ['A', 'B']);
    expect(groups.map(({ type, direction, relations: own }) => [type, direction, own.length])).toEqual([
      ['A', 'out', 1],
      ['B', 'out', 2],
      ['B', 'in', 1],
    ]);
  });

  it('put types that the vocabulary does not know at the end', () => {
    const groups = factGroups([relation('me', 'NEW', 'x'), relation('me', 'A', 'x')], 'me', ['A']);
    expect(groups.map(({ type }) => type)).toEqual(['A', 'NEW']);
  });

  it('number each cited place once, in the order of reading', () => {
    const groups = factGroups(
      [
        relation('me', 'A', 'x', [item('s', '¶3'), item('t', '§1')]),
        relation('me', 'A', 'y', [item('s', '¶3'), item('s', '¶4')]),
      ],
      'me',
      ['A'],
    );
    expect([...footnoteNumbers(groups)]).toEqual([
      ['s ¶3 B2', 1],
      ['t §1 B2', 2],
      ['s ¶4 B2', 3],
    ]);
  });
});

describe('disagreements', () => {
  it('list each value with who gives it', () => {
    const evidence = [
      item('s', '§2', { field: 'status', value: 'considered' }),
      item('t', '¶4', { field: 'status', value: 'planned' }),
      item('u', '¶1', { field: 'status', value: 'planned' }),
    ];
    const [found] = disagreements(evidence);
    expect(found?.field).toBe('status');
    expect(found?.readings.map(({ value, evidence: own }) => [value, own.length])).toEqual([
      ['considered', 1],
      ['planned', 2],
    ]);
  });

  it('are none where all say the same or nothing', () => {
    expect(
      disagreements([
        item('s', '1', { field: 'name', value: 'A' }),
        item('t', '2', { field: 'name', value: 'A' }),
        item('u', '3'),
      ]),
    ).toEqual([]);
  });
});
