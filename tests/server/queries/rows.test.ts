// Nodes and relationships of Neo4j as entities and relations of the API.
import { describe, expect, it } from 'vitest';
import { graphNodeSchema, graphRelationSchema } from '../../../data/model/graph.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import { isEntity, toGraphNode, toGraphRelation } from '../../../server/queries/rows.ts';

const vocabulary = await loadVocabulary();
const shaping = { vocabulary, evidence: true };
const evidence = {
  sources: ['news-item', 'official-text'],
  locators: ['¶6', 'title'],
  statements: ['It says so.', 'It says so, too.'],
  attributedTo: ['dilan-yesilgoz', ''],
  fields: ['', 'status'],
  values: ['', 'promised'],
  certainties: ['explicit', 'implied'],
  asOf: ['2026-04-15', ''],
  grades: ['B2', 'A1'],
  quotes: ['', ''],
  codedBy: ['', ''],
  reviewedBy: ['', ''],
  reviewedOn: ['', ''],
};
const pledge = {
  labels: ['Entity', 'Pledge'],
  properties: {
    ...evidence,
    id: 'nl-drone-money',
    name: 'Dutch drone money',
    nameNl: 'Nederlands dronegeld',
    kind: 'financing',
    aliases: ['248 million'],
    status: 'made-available',
    certainty: 'explicit',
    disputed: true,
    allNames: ['Dutch drone money'],
    hash: 'abc',
    notStated: ['supplier'],
    dateFrom: { $type: 'Date', value: '2026-04-15' },
  },
};

describe('a node', () => {
  it('becomes an entity with names by language, evidence as items and all else as properties', () => {
    const node = toGraphNode(pledge, shaping);
    expect(graphNodeSchema.parse(node)).toEqual(node);
    expect(node).toEqual({
      id: 'nl-drone-money',
      type: 'Pledge',
      kind: 'financing',
      name: 'Dutch drone money',
      names: { en: 'Dutch drone money', nl: 'Nederlands dronegeld' },
      aliases: ['248 million'],
      status: 'made-available',
      certainty: 'explicit',
      disputed: true,
      properties: { notStated: ['supplier'], dateFrom: { $type: 'Date', value: '2026-04-15' } },
      evidence: [
        {
          source: 'news-item',
          locator: '¶6',
          statement: 'It says so.',
          attributedTo: 'dilan-yesilgoz',
          certainty: 'explicit',
          asOf: '2026-04-15',
          grade: 'B2',
        },
        {
          source: 'official-text',
          locator: 'title',
          statement: 'It says so, too.',
          field: 'status',
          value: 'promised',
          certainty: 'implied',
          grade: 'A1',
        },
      ],
    });
  });

  it('leaves evidence out where a list does not want it', () => {
    expect(toGraphNode(pledge, { vocabulary, evidence: false }).evidence).toEqual([]);
  });

  it('without evidence, as a source, is explicit and undisputed', () => {
    const source = { labels: ['Entity', 'Source'], properties: { id: 'news-item', name: 'News item' } };
    expect(toGraphNode(source, shaping)).toMatchObject({ certainty: 'explicit', disputed: false, evidence: [] });
  });

  it.each([
    ['no label of ours', { labels: ['Person'], properties: { id: 'x', name: 'X' } }],
    ['no id', { labels: ['Entity'], properties: { name: 'X' } }],
    ['a number for a name', { labels: ['Entity'], properties: { id: 'x', name: 7 } }],
  ])('with %s is nobody of ours', (_, node) => {
    expect(isEntity(node)).toBe(false);
  });

  it('that does not fit the model is an error that says which', () => {
    expect(() => toGraphNode({ labels: ['Entity', 'Person'], properties: { id: 'x' } }, shaping)).toThrow(
      /an entity with the labels Entity, Person/,
    );
  });
});

describe('a relationship', () => {
  it('becomes a relation between ids', () => {
    const relation = toGraphRelation(
      {
        type: 'FINANCES',
        from: 'netherlands',
        to: 'nl-drone-money',
        properties: { ...evidence, id: 'n--finances--m', amount: 248000000, status: 'made-available', hash: 'x' },
      },
      { vocabulary, evidence: false },
    );
    expect(graphRelationSchema.parse(relation)).toEqual({
      id: 'n--finances--m',
      type: 'FINANCES',
      from: 'netherlands',
      to: 'nl-drone-money',
      status: 'made-available',
      certainty: 'explicit',
      disputed: false,
      properties: { amount: 248000000 },
      evidence: [],
    });
  });
});
