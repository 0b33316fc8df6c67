// Saved queries over the API: listed, shown, run, with values suggested for their parameters and names resolved.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queries, query, resolveNames, runQuery, suggestValues } from '../../../server/contract/queries.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import { openSavedQueries } from '../../../server/queries/saved/saved-queries.ts';
import { useTurn } from '../../neo4j/support.ts';
import { ids, startGraphApp, type GraphApp } from './graph-app.ts';

useTurn();
const vocabulary = await loadVocabulary();
const home = mkdtempSync(join(tmpdir(), 'entente-routes-'));
mkdirSync(join(home, 'queries'));
const words = (text: string) => `{ en: ${text}, de: ${text} }`;
writeFileSync(
  join(home, 'queries/forms.cypher'),
  `/* ---
id: forms
title: ${words('Forms')}
description: ${words('One parameter of each kind that has suggestions.')}
parameters:
  - { name: agreement, kind: entity, label: ${words('A')}, types: [Agreement], required: false }
  - { name: theme, kind: entity, label: ${words('T')}, suggest: themes-of-agreement, required: false }
  - { name: paragraph, kind: text, label: ${words('P')}, suggest: paragraphs-of-agreement, required: false }
  - { name: office, kind: text, label: ${words('O')}, suggest: offices, required: false }
  - { name: anybody, kind: entities, label: ${words('E')}, types: [Country, Person], required: false }
  - { name: type, kind: entityType, label: ${words('Y')}, required: false }
  - { name: relations, kind: relationTypes, label: ${words('R')}, required: false }
  - { name: day, kind: date, label: ${words('D')}, required: false }
  - name: choice
    kind: enumeration
    label: ${words('C')}
    values: [{ value: a, label: { en: Alpha, de: Anfang } }, { value: b, label: { en: Beta, de: Ende } }]
    required: false
columns: [{ name: all, label: ${words('All')} }]
--- */
RETURN [$agreement, $theme, $paragraph, $office, $anybody, $type, $relations, $day, $choice] AS all
`,
);
writeFileSync(
  join(home, 'queries/values.cypher'),
  `/* ---
id: values
title: ${words('Values')}
description: ${words('What kinds of parameters become in the database.')}
parameters:
  - { name: day, kind: date, label: ${words('D')}, required: true }
  - { name: when, kind: edtf, label: ${words('W')}, required: true }
  - { name: period, kind: dateRange, label: ${words('P')}, required: true }
  - { name: share, kind: decimal, min: 0, max: 1, label: ${words('S')}, required: true }
  - { name: actors, kind: entities, types: [Country], label: ${words('A')}, required: true }
  - { name: relations, kind: relationTypes, label: ${words('R')}, required: true }
columns: [{ name: dates, label: ${words('D')} }, { name: others, label: ${words('O')} }]
--- */
RETURN
  [$day = date('2026-01-23'), $when.from = date('2026-01-01'), $when.to = date('2026-01-31'), $when.edtf,
   $period.from = date('2026-01-01'), $period.to IS NULL] AS dates,
  [$share / 2, $actors, $relations] AS others
`,
);
writeFileSync(join(home, 'queries/broken.cypher'), 'RETURN 1\n');

let graph: GraphApp;
beforeAll(async () => {
  graph = await startGraphApp((database) => ({
    savedQueries: openSavedQueries({
      vocabulary,
      shipped: { path: 'cypher/saved', shown: 'cypher/saved' },
      own: { path: join(home, 'queries'), shown: 'queries' },
      database,
      maxAgeMs: 0,
    }),
  }));
});
afterAll(async () => {
  rmSync(home, { recursive: true });
  await graph.close();
});
const call: GraphApp['call'] = (...given) => graph.call(...given);

describe('queries', () => {
  it('are listed by id, own ones among them, beside the faults of those that cannot be run', async () => {
    const list = await call(queries, '/api/queries');
    expect(ids(list.queries)).toEqual([...ids(list.queries)].sort());
    expect(list.queries.find(({ id }) => id === 'forms')?.origin).toBe('own');
    expect(list.queries.find(({ id }) => id === 'who-finances-what-for-whom')?.origin).toBe('shipped');
    expect(list.faults).toEqual([
      {
        path: 'queries/broken.cypher',
        line: 1,
        message: 'must begin with a comment /* --- … --- */ that says what it is',
      },
    ]);
  });

  it('are shown with their text, and run', async () => {
    expect((await call(query, '/api/queries/who-finances-what-for-whom')).text).toMatch(/^\/\* ---/);
    const run = '/api/queries/who-finances-what-for-whom/run';
    expect((await call(runQuery, run, { parameters: {} })).rows).toHaveLength(3);
    const refused = await graph.app.post(run, { parameters: { financier: 'nobody' } });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'parameters.financier' }] });
  });

  it('hand dates to the database as dates, within maps, too, and lists as lists, former ids as present ones', async () => {
    const given = {
      day: '2026-01-23',
      when: '2026-01',
      period: { from: '2026-01-01' },
      share: 1,
      relations: ['FINANCES'],
    };
    const run = '/api/queries/values/run';
    const { rows } = await call(runQuery, run, { parameters: { ...given, actors: ['turkiye', 'germany'] } });
    expect(rows).toEqual([
      [
        [true, true, true, '2026-01', true, true],
        [0.5, ['turkey', 'germany'], ['FINANCES']],
      ],
    ]);
    const response = await graph.app.post(run, { parameters: { ...given, actors: ['nato', 'germany', 'nobody'] } });
    expect(await response.json()).toMatchObject({
      errors: [
        {
          path: 'parameters.actors',
          message:
            'must be a Country, and "nato" is a Organisation; names no entity: there is none with the id "nobody"',
        },
      ],
    });
  });

  it('that are not there are a problem, and with faults the problem says which', async () => {
    const [missing, broken] = await Promise.all(['missing', 'broken'].map((id) => graph.app.get(`/api/queries/${id}`)));
    expect([missing?.status, broken?.status]).toEqual([404, 404]);
    expect((await broken?.json()) as object).toMatchObject({
      detail: expect.stringContaining('broken.cypher:1: must'),
    });
  });
});

describe('values for a parameter', () => {
  const suggest = async (parameter: string, more: object = {}) => {
    const body = { parameter, parameters: {}, ...more };
    const { values, truncated } = await call(suggestValues, '/api/queries/forms/suggestions', body);
    return { values: values.map(({ value }) => value), first: values[0], truncated };
  };

  it('that is an entity are of its types, best connected first where nothing was typed', async () => {
    const { values, first, truncated } = await suggest('agreement');
    expect(values).toEqual(['de-it-agreement', 'ua-raytheon-contract', 'ua-diehl-arrangement']);
    expect(first).toMatchObject({ type: 'Agreement', count: expect.any(Number) });
    expect(truncated).toBe(false);
    expect(await suggest('anybody', { limit: 1, lang: 'de' })).toMatchObject({
      first: { value: 'germany', label: 'Deutschland', count: 15 },
      truncated: true,
    });
  });

  it('that is an entity are found as they are typed, in any language, of its types only', async () => {
    expect((await suggest('anybody', { text: 'deutschl' })).values).toEqual(['germany']);
    expect((await suggest('anybody', { text: 'NATO' })).values).not.toContain('nato');
    expect((await suggest('agreement', { text: 'raytheon' })).values[0]).toBe('ua-raytheon-contract');
  });

  it('come from the statement that the query names, given the value of another parameter', async () => {
    const paragraphs = (agreement: string | null) => suggest('paragraph', { parameters: { agreement } });
    expect((await paragraphs('de-it-agreement')).values).toEqual(['1', '2', '9']);
    expect((await paragraphs('ua-raytheon-contract')).values).toEqual([]);
    expect((await paragraphs(null)).values).toEqual(['1', '2', '9']);
    expect((await suggest('theme', { parameters: { agreement: 'de-it-agreement' } })).first).toMatchObject({
      value: 'deterrence',
      type: 'Theme',
      count: 1,
    });
    expect((await suggest('theme', { parameters: { agreement: 'de-it-agreement' }, text: 'deter' })).values).toEqual([
      'deterrence',
    ]);
    expect((await suggest('theme', { text: 'nothing like it' })).values).toEqual([]);
  });

  it('come all the same where another value is not finished yet', async () => {
    expect((await suggest('paragraph', { parameters: { agreement: 7, type: 'Coun' } })).values).toEqual([
      '1',
      '2',
      '9',
    ]);
  });

  it('that are words of the vocabulary are in the language, and are found by it', async () => {
    const { first } = await suggest('office', { text: 'kanzler', lang: 'de' });
    expect(first).toMatchObject({ value: 'federal-chancellor', label: expect.stringContaining('kanzler'), count: 1 });
  });

  it('that are types come with their numbers, most first', async () => {
    expect((await suggest('type', { lang: 'de' })).first).toEqual({ value: 'Person', label: 'Person', count: 7 });
    expect((await suggest('type', { text: 'person' })).values).toEqual(['Person']);
    expect((await suggest('relations', { text: 'financ' })).values).toContain('FINANCES');
  });

  it('that are choices are in the language; dates have none', async () => {
    expect((await suggest('choice', { lang: 'de', text: 'end' })).first).toEqual({ value: 'b', label: 'Ende' });
    expect((await suggest('day')).values).toEqual([]);
  });

  it('are refused for what is no parameter', async () => {
    const response = await graph.app.post('/api/queries/forms/suggestions', { parameter: 'nothing', parameters: {} });
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'no-such-parameter' }]);
  });
});

describe('pasted names', () => {
  it('are certain, doubtful or unknown, in their order', async () => {
    const body = { names: ['Deutschland', 'Germny', 'nobody'], types: ['Country'], lang: 'de' };
    const { names } = await call(resolveNames, '/api/names', body);
    expect(names).toEqual([
      {
        name: 'Deutschland',
        outcome: 'certain',
        candidates: [{ id: 'germany', type: 'Country', name: 'Deutschland', matched: 'Deutschland' }],
      },
      {
        name: 'Germny',
        outcome: 'doubtful',
        candidates: [{ id: 'germany', type: 'Country', name: 'Deutschland', matched: 'Germany' }],
      },
      { name: 'nobody', outcome: 'unknown', candidates: [] },
    ]);
  });

  it.each([
    [{ names: [] }, 'body.names'],
    [{ names: Array.from({ length: 501 }, () => 'a') }, 'body.names'],
    [{ names: ['a'], types: ['Nation'] }, 'body.types'],
  ])('are refused where they are %o', async (body, path) => {
    const response = await graph.app.post('/api/names', body);
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ path }] }]);
  });
});
