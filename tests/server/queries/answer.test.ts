// What a query answered, as rows with references and a graph.
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import { entitiesAmong, graphOf, missingEnds, References, referRows } from '../../../server/queries/answer.ts';

const vocabulary = await loadVocabulary();
const raw = (elementId: string, id: string, labels = ['Entity', 'Country']) => ({
  elementId,
  labels,
  properties: { id, name: id.toUpperCase() },
});
const germany = raw('4:0', 'germany');
const italy = raw('4:1', 'italy');
const foreign = raw('4:2', 'invoice-7', ['Invoice']);
const cooperates = {
  elementId: '5:0',
  type: 'COOPERATES_WITH',
  fromElementId: '4:0',
  toElementId: '4:1',
  properties: { id: 'germany--cooperates-with--italy' },
};
const pays = { ...cooperates, elementId: '5:1', type: 'PAYS', toElementId: '4:2', properties: { id: 'pays-1' } };
const inRow = ({ labels, properties }: typeof germany) => ({ $type: 'Node', labels, properties });
const relationInRow = {
  $type: 'Relationship',
  type: cooperates.type,
  from: null,
  to: null,
  properties: cooperates.properties,
};

describe('an answer', () => {
  it('says which ends of its relations it lacks', () => {
    expect(missingEnds({ nodes: [germany], relations: [cooperates] })).toEqual(['4:1']);
  });

  it('has entities and relations between them in its graph, and nothing foreign', () => {
    const graph = graphOf([cooperates, pays], entitiesAmong([germany, italy, foreign], vocabulary), vocabulary);
    expect(graph.nodes.map(({ id }) => id)).toEqual(['germany', 'italy']);
    expect(graph.relations.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['germany--cooperates-with--italy', 'germany', 'italy'],
    ]);
  });

  it('refers to entities and relations in rows, within lists, maps and paths, and leaves foreign ones whole', () => {
    const graph = graphOf([cooperates], entitiesAmong([germany, italy], vocabulary), vocabulary);
    const entity = { $type: 'Entity', id: 'germany', type: 'Country', name: 'GERMANY' };
    const relation = {
      $type: 'Relation',
      id: 'germany--cooperates-with--italy',
      type: 'COOPERATES_WITH',
      from: 'germany',
      to: 'italy',
    };
    const path = { $type: 'Path', nodes: [inRow(germany)], relations: [relationInRow] };
    const big = { $type: 'Integer', value: '9007199254740993' };
    expect(
      referRows(
        [[inRow(germany), [relationInRow], { a: inRow(germany) }, path, inRow(foreign), big]],
        new References().add(graph),
      ),
    ).toEqual([
      [
        entity,
        [relation],
        { a: entity },
        { $type: 'Path', nodes: [entity], relations: [relation] },
        inRow(foreign),
        big,
      ],
    ]);
  });
});
