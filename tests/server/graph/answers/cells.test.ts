// Cells of results: entities by name, relations as sentences, words of the vocabulary, texts as they are.
import { beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from '../../../../server/graph/answers/cells.ts';
import type { CellContext } from '../../../../server/graph/answers/cells.ts';
import type { GraphRelation } from '../../../../data/model/graph.ts';
import { loadVocabulary } from '../../../../server/ingest/vocabulary.ts';

const finances: GraphRelation = {
  id: 'germany--finances--ua-contract',
  type: 'FINANCES',
  from: 'germany',
  to: 'ua-contract',
  status: 'promised',
  certainty: 'explicit',
  disputed: false,
  properties: {},
  evidence: [],
};
const names: Record<string, string> = { germany: 'Germany', 'ua-contract': "Ukraine's contract" };
let context: CellContext;

beforeAll(async () => {
  const vocabulary = await loadVocabulary();
  const relations = new Map([[finances.id, finances]]);
  context = { vocabulary, relations, nameOf: (id) => names[id] ?? id, lang: 'en' };
});

const column = (more: object) => ({ name: 'c', label: { en: 'C' }, ...more });

describe('a cell', () => {
  it('names an entity and lets it be opened', () => {
    const parts = partsOf({ $type: 'Entity', id: 'germany', type: 'Country', name: 'Germany' }, undefined, context);
    expect(parts).toEqual([{ text: 'Germany', entity: 'germany' }]);
  });

  it('names an entity that was never met as the answer does', () => {
    const parts = partsOf({ $type: 'Entity', id: 'x', type: 'Country', name: 'Xland' }, undefined, context);
    expect(parts).toEqual([{ text: 'Xland', entity: 'x' }]);
  });

  it('says a relation as a sentence', () => {
    const { id, from, to } = finances;
    const [part] = partsOf([{ $type: 'Relation', id, type: 'FINANCES', from, to }], undefined, context);
    expect(part).toEqual({ text: "Germany finances Ukraine's contract (promised)", relation: { id, from, to } });
  });

  it('puts only values of the vocabulary into its words', () => {
    expect(partsOf('made-available', column({ vocabulary: true }), context)[0]?.text).toBe('made available');
    expect(partsOf('made-available', undefined, context)[0]?.text).toBe('made-available');
    expect(partsOf('FINANCES', column({ vocabulary: true }), context)[0]?.text).toBe('finances');
  });

  it("puts a query's own values into the query's words", () => {
    const own = column({ values: [{ value: 'a', label: { en: 'as customer' } }] });
    expect(partsOf('a', own, context)[0]?.text).toBe('as customer');
  });

  it('writes numbers out, keeps text of unknown kinds, and leaves nothing where there is nothing', () => {
    expect(partsOf(248000000, undefined, context)).toEqual([{ text: '248 million' }]);
    expect(partsOf(248000000, undefined, { ...context, isPlain: true })).toEqual([{ text: '248000000' }]);
    expect(partsOf({ $type: 'Integer', value: '9007199254740993' }, undefined, context)[0]?.text).toBe(
      '9007199254740993',
    );
    expect(partsOf(null, undefined, context)).toEqual([]);
    expect(partsOf([null, 'a'], undefined, context)).toEqual([{ text: 'a' }]);
  });
});
