// The statements under cypher/read as artefacts: heads, parameters, plans, and what each answers on the test graph.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import type { Database } from '../../server/neo4j/database.ts';
import { loadStatement, statementNames } from '../../server/neo4j/statements.ts';
import { structuralNames } from '../../server/queries/reading.ts';
import { openEmptyDatabase } from '../neo4j/support.ts';
import { fixtureGraph, putGraph } from '../server/queries/put-graph.ts';

const { types: structuralTypes, relations: structural } = structuralNames(await loadVocabulary());
let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
});
afterAll(() => database.close());

const relation = (id: string) => ({ properties: { id } });
const named = (id: string) => ({ $type: 'Node', properties: { id } });
const page = { direction: 'both', types: [], structural, afterDegree: null, afterId: null };

/** For each statement: parameters, and its first rows as written by hand from the files of the test graph. */
const cases: Record<string, [parameters: Record<string, unknown>, rows: Record<string, unknown>[]]> = {
  'count-entities-by-source': [
    { ids: ['cited-page', 'news-item'] },
    [{ source: 'news-item', entities: expect.any(Number) }],
  ],
  'count-entity-types': [
    {},
    [
      { type: 'Agreement', entities: 3 },
      { type: 'Commitment', entities: 3 },
    ],
  ],
  'count-relation-types': [
    {},
    [
      { type: 'ANNOUNCED', relations: 1 },
      { type: 'ANNOUNCED_AT', relations: 1 },
    ],
  ],
  'count-relations-by-source': [
    { ids: ['official-text'] },
    [{ source: 'official-text', relations: expect.any(Number) }],
  ],
  'count-relations-of': [{ id: 'eurodrone' }, [{ type: 'BUILDS_ON', direction: 'in', relations: 1 }]],
  'find-entity': [{ id: 'nato' }, [{ entity: named('nato') }]],
  'find-former-id': [{ id: 'turkiye' }, [{ id: 'turkey' }]],
  'list-datasets': [{}, [{ dataset: { labels: ['DataSet'], properties: { id: 'fixture' } } }]],
  'list-entities': [{ ids: ['nato', 'nobody', 'eu', 'nato'] }, [{ entity: named('eu') }, { entity: named('nato') }]],
  'list-entities-by-source': [
    { id: 'official-text', limit: 1 },
    [{ entity: { labels: expect.arrayContaining(['Entity']) }, total: expect.any(Number) }],
  ],
  'list-former-ids': [{ ids: ['nobody', 'turkiye'] }, [{ formerId: 'turkiye', id: 'turkey' }]],
  'list-functions': [
    { names: ['tolower', 'abs', 'no.such'] },
    [{ name: 'abs', signature: expect.stringContaining('abs(input') }, { name: 'toLower' }],
  ],
  'list-neighbours': [
    { id: 'spd', relationTypes: ['MEMBER_OF'], limit: 5, relationLimit: 10, ...page },
    [
      {
        neighbour: named('boris-pistorius'),
        relations: [{ type: 'MEMBER_OF', from: 'boris-pistorius', to: 'spd' }],
        degree: 3,
        total: 1,
        more: false,
      },
    ],
  ],
  'list-nodes-by-element-id': [{ elementIds: [] }, []],
  'list-procedures': [
    { names: ['db.labels', 'no.such'] },
    [{ name: 'db.labels', signature: 'db.labels() :: (label :: STRING)' }],
  ],
  'list-property-keys': [{ limit: 1 }, [{ key: expect.any(String) }]],
  'list-relations-among': [
    { ids: ['italy', 'nato', 'eu'], structural, limit: 1 },
    [{ relation: relation('italy--member-of--eu'), total: 2 }],
  ],
  'list-relations-by-source': [
    { id: 'official-text', limit: 1 },
    [{ relation: { type: expect.any(String) }, total: expect.any(Number) }],
  ],
  'list-relations-of': [
    { id: 'spd', limit: 500 },
    [
      {
        relation: { type: 'MEMBER_OF', from: 'boris-pistorius', to: 'spd' },
        other: named('boris-pistorius'),
        total: 1,
      },
    ],
  ],
  'list-sources': [{ limit: 1 }, [{ source: named('cited-page'), total: 4 }]],
  'list-steps': [
    {
      ids: ['raytheon'],
      ends: [],
      relationTypes: ['SUPPLIES', 'PARTY_TO'],
      closedIds: [],
      closedTypes: [],
      certainties: null,
      statuses: null,
      source: null,
      day: null,
      lasting: [],
      limit: 10,
    },
    [
      { here: 'raytheon', there: 'patriot-missiles', degree: 2 },
      { here: 'raytheon', there: 'ua-raytheon-contract', degree: 5 },
    ],
  ],
  'rank-entities': [
    { structuralTypes, structural, limit: 2 },
    [
      { id: 'germany', type: 'Country', degree: 15, total: 54 },
      { id: 'italy', type: 'Country', total: 54 },
    ],
  ],
  'search-names': [
    { query: '+(yesil*)', types: [], structural, limit: 10 },
    [{ id: 'dilan-yesilgoz', names: expect.arrayContaining(['Dilan Yeşilgöz']), degree: 2 }],
  ],
};

describe('the statements that routes use', () => {
  it('are all tried here', () => {
    expect(statementNames('read')).toEqual(Object.keys(cases).map((name) => `read/${name}`));
  });

  it.each(statementNames('read'))('%s says what it asks, takes and answers', (name) => {
    const { header, text } = loadStatement(name);
    expect(header.question).toMatch(/\?$/);
    expect(header.order).not.toBe('');
    expect(header.bound).not.toBe('');
    const body = text.replace(/\/\/.*/g, '');
    const used = new Set([...body.matchAll(/\$(\w+)/g)].map((match) => match[1]));
    expect([...header.parameters].sort()).toEqual([...used].sort());
    expect(body.includes('ORDER BY') || header.bound === '1').toBe(true);
  });

  it.each(Object.entries(cases))('%s answers', async (name, [parameters, expected]) => {
    const statement = loadStatement(`read/${name}`);
    const rows = await database.read(statement, parameters);
    expect(rows.length).toBeGreaterThanOrEqual(expected.length);
    expect(rows.slice(0, expected.length)).toMatchObject(expected);
    if (rows[0] !== undefined) expect(Object.keys(rows[0])).toEqual(statement.header.columns);
  });

  it.each(Object.entries(cases))(
    '%s is planned as a read that starts from an index where it names an id',
    async (name, [parameters]) => {
      const { text } = loadStatement(`read/${name}`);
      const plan = await database.explain(text, parameters);
      expect(plan.queryType).toBe('r');
      const oneEntity = /\{id: (\$id|id)\}/.test(text);
      const scans = plan.operators.filter((operator) => /^(AllNodesScan|NodeByLabelScan)$/.test(operator));
      if (oneEntity) expect(scans).toEqual([]);
    },
  );
});
