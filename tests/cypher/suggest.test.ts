// The statements under cypher/suggest as artefacts: heads, parameters, plans, and what each answers on the test graph.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import type { Database } from '../../server/neo4j/database.ts';
import { loadStatement, statementNames } from '../../server/neo4j/statements.ts';
import { structuralNames } from '../../server/queries/reading.ts';
import { openEmptyDatabase } from '../neo4j/support.ts';
import { fixtureGraph, putGraph } from '../server/queries/put-graph.ts';

const { types: documents, relations: structural } = structuralNames(await loadVocabulary());
let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
});
afterAll(() => database.close());

const limit = 1000;
const counted = (value: string, count: number) => ({ value, count });

/** For each statement: parameters, and all its rows (or the first two) as written by hand from the files of the test graph. */
const cases: Record<string, [parameters: Record<string, unknown>, rows: Record<string, unknown>[]]> = {
  'agreements-of-party': [{ party: 'germany' }, [{ value: 'de-it-agreement' }]],
  'best-connected': [
    { types: ['Country'], documents, structural, limit: 2 },
    [counted('germany', 15), { value: 'italy' }],
  ],
  currencies: [{}, [counted('EUR', 1)]],
  'disputed-fields': [{}, [{ value: expect.any(String) }]],
  domains: [{}, [{ value: expect.any(String) }]],
  'holders-of-office': [{ office: 'federal-chancellor' }, [{ value: 'friedrich-merz' }]],
  'managers-of-programmes': [{ domain: null }, [{ value: expect.any(String) }]],
  'match-exact-names': [
    {
      names: [
        { place: 0, id: 'x', phrase: '"Turkiye"', size: 7, slack: 3 },
        { place: 1, id: 'nato', phrase: '"-"', size: 4, slack: 3 },
      ],
      types: [],
    },
    [
      { place: 0, id: 'turkey', type: 'Country' },
      { place: 1, id: 'nato', type: 'Organisation' },
    ],
  ],
  'match-similar-names': [
    { names: [{ place: 7, query: '+(germny~1)' }], types: ['Country'] },
    [{ place: 7, id: 'germany' }],
  ],
  'modalities-of-agreement': [
    { agreement: 'de-it-agreement' },
    [counted('will', 1), counted('wishes', 1), counted('examines', 1)],
  ],
  'not-stated': [{}, [{ value: expect.any(String) }]],
  offices: [{}, [{ value: expect.any(String) }]],
  'paragraphs-of-agreement': [{ agreement: 'de-it-agreement' }, [counted('1', 1), counted('2', 1), counted('9', 1)]],
  'places-in-source': [{ source: 'official-text' }, [{ value: 'title' }]],
  'sharing-with-first': [{ first: 'germany' }, [{ value: 'italy' }]],
  'themes-of-agreement': [{ agreement: 'de-it-agreement' }, [{ value: 'deterrence', count: 1 }]],
};

describe('the statements that suggest values', () => {
  it('are all tried here', () => {
    expect(statementNames('suggest')).toEqual(Object.keys(cases).map((name) => `suggest/${name}`));
  });

  it.each(statementNames('suggest'))('%s says what it asks, takes and answers', (name) => {
    const { header, text } = loadStatement(name);
    expect(header.question).toMatch(/\?$/);
    expect(header.order).not.toBe('');
    expect(header.bound).toMatch(/\$limit/);
    const body = text.replace(/\/\/.*/g, '');
    const used = new Set([...body.matchAll(/\$(\w+)/g)].map((match) => match[1]));
    expect([...header.parameters].sort()).toEqual([...used].sort());
    expect(body).toMatch(/ORDER BY/);
  });

  it.each(Object.entries(cases))('%s answers', async (name, [parameters, expected]) => {
    const statement = loadStatement(`suggest/${name}`);
    const rows = await database.read(statement, { limit, ...parameters });
    expect(rows.slice(0, expected.length)).toMatchObject(expected);
    if (rows[0] !== undefined) expect(Object.keys(rows[0])).toEqual(statement.header.columns);
    expect((await database.explain(statement.text, { limit, ...parameters })).queryType).toBe('r');
  });

  it.each(['agreements-of-party', 'paragraphs-of-agreement', 'themes-of-agreement', 'modalities-of-agreement'])(
    '%s answers for all where it is not said for which',
    async (name) => {
      const rows = await database.read(loadStatement(`suggest/${name}`), { party: null, agreement: null, limit });
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  it('keeps agreements that an organ is party to', async () => {
    const rows = await database.read(loadStatement('suggest/agreements-of-party'), { party: 'nobody', limit });
    expect(rows).toEqual([]);
  });
});
