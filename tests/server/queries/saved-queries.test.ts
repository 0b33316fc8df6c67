// The five saved queries over the small test graph: their rows, written by hand from its files.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../data/model/graph.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { runSavedQuery, runSavedQueryFromTexts } from '../../../server/queries/saved/run.ts';
import { openSavedQueries } from '../../../server/queries/saved/saved-queries.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from './put-graph.ts';

const vocabulary = await loadVocabulary();
const queries = openSavedQueries({ vocabulary, shipped: { path: 'cypher/saved', shown: 'cypher/saved' } });
let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
});
afterAll(() => database.close());

const run = async (id: string, parameters: Record<string, Json> = {}) =>
  runSavedQuery({ database, vocabulary }, await queries.get(id), parameters);

/** Rows with ids in place of references, and without the last columns, which hold facts. */
async function rowsOf(id: string, parameters: Record<string, Json> = {}, without = 1): Promise<Json[][]> {
  const { rows } = await run(id, parameters);
  return rows.map((row) => row.slice(0, row.length - without).map(short));
}

function short(value: Json): Json {
  if (Array.isArray(value)) return value.map(short);
  return typeof value === 'object' && value !== null && typeof value['id'] === 'string' ? value['id'] : value;
}

describe('who finances what for whom', () => {
  const diehl = [
    'germany',
    'promised',
    null,
    null,
    'ua-diehl-arrangement',
    ['iris-t-launchers'],
    ['36 launchers'],
    ['diehl-defence'],
    'ukraine',
  ];
  const raytheon = [
    'germany',
    'promised',
    null,
    null,
    'ua-raytheon-contract',
    ['patriot-missiles'],
    ['enkele honderden'],
    ['raytheon'],
    'ukraine',
  ];
  const dutch = ['netherlands', 'made-available', 248000000, 'EUR', 'nl-drone-money', ['drones'], [], [], 'ukraine'];
  it.each([
    [{}, [diehl, raytheon, dutch]],
    [{ financier: 'netherlands' }, [dutch]],
    [{ beneficiary: 'ukraine' }, [diehl, raytheon, dutch]],
    [{ beneficiary: 'italy' }, []],
  ] satisfies [Record<string, Json>, Json[][]][])('with %j', async (parameters, rows) => {
    expect(await rowsOf('who-finances-what-for-whom', parameters)).toEqual(rows);
  });

  it('shows on the canvas who is in it and what joins them', async () => {
    const { graph, rows } = await run('who-finances-what-for-whom', { financier: 'netherlands' });
    expect(graph.nodes.map(({ id }) => id).sort()).toEqual(['drones', 'netherlands', 'nl-drone-money', 'ukraine']);
    const facts = [
      'netherlands--finances--nl-drone-money',
      'nl-drone-money--benefits--ukraine',
      'nl-drone-money--of-item--drones',
    ];
    expect(graph.relations.map(({ id }) => id).sort()).toEqual(facts);
    expect(short(rows[0]?.at(-1) ?? null)).toEqual(facts);
    expect(graph.relations.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });
});

describe('who signed what on whose behalf', () => {
  const merz = [
    'de-it-agreement',
    '2026-01-23',
    'friedrich-merz',
    ['federal-chancellor'],
    ['germany'],
    ['rome-consultations'],
  ];
  const meloni = ['de-it-agreement', '2026-01-23', 'giorgia-meloni', [], ['italy'], ['rome-consultations']];
  it.each([
    [{}, [merz, meloni]],
    [{ party: 'italy' }, [meloni]],
    [{ party: 'ukraine' }, []],
  ] satisfies [Record<string, Json>, Json[][]][])('with %j', async (parameters, rows) => {
    expect(await rowsOf('who-signed-what-on-whose-behalf', parameters)).toEqual(rows);
  });
});

describe('undertakings by firmness', () => {
  const both = ['germany', 'italy'];
  const will = [8, 'will', 'werden', 'de-it-agreement-1a', null, both, ['deterrence'], '1', 'de-it-agreement'];
  const wishes = [5, 'wishes', 'möchten', 'de-it-agreement-2a', null, both, [], '2', 'de-it-agreement'];
  const examines = [
    2,
    'examines',
    'prüfen',
    'de-it-agreement-9a',
    'where appropriate',
    both,
    [],
    '9',
    'de-it-agreement',
  ];
  it.each([
    [{}, [will, wishes, examines]],
    [{ agreement: 'de-it-agreement' }, [will, wishes, examines]],
    [{ agreement: 'ua-raytheon-contract' }, []],
    [{ theme: 'deterrence' }, [will]],
    [{ theme: 'air-defence' }, []],
  ] satisfies [Record<string, Json>, Json[][]][])('with %j', async (parameters, rows) => {
    expect(await rowsOf('undertakings-by-firmness', parameters)).toEqual(rows);
  });
});

describe('supply chain of a system', () => {
  const patriot = 'patriot-missiles';
  const contract = ['ua-raytheon-contract'];
  it.each([
    [
      patriot,
      [
        ['supplies', 'raytheon', patriot, null, 'existing', null, []],
        ['supplier', 'raytheon', patriot, ...contract, 'agreed', 'enkele honderden', []],
        ['customer', 'ukraine', patriot, ...contract, 'agreed', 'enkele honderden', []],
        ['finances', 'germany', patriot, ...contract, 'promised', 'enkele honderden', []],
      ],
    ],
    [
      'class-212',
      [
        ['manages', 'occar', 'class-212', null, null, null, []],
        ['variant', 'near-future-submarine', 'class-212', null, 'planned', null, []],
      ],
    ],
    ['near-future-submarine', [['whole', 'class-212', 'near-future-submarine', null, 'existing', null, []]]],
    [
      'iris-t-launchers',
      [
        [
          'supplier',
          'diehl-defence',
          'iris-t-launchers',
          'ua-diehl-arrangement',
          'not-stated',
          '36 launchers',
          ['germany'],
        ],
        ['customer', 'ukraine', 'iris-t-launchers', 'ua-diehl-arrangement', 'not-stated', '36 launchers', []],
        ['finances', 'germany', 'iris-t-launchers', 'ua-diehl-arrangement', 'promised', '36 launchers', []],
      ],
    ],
    [
      'eurofighter',
      [
        ['could-build-on', 'germany', 'eurofighter', 'de-it-agreement-9a', 'examines', null, []],
        ['could-build-on', 'italy', 'eurofighter', 'de-it-agreement-9a', 'examines', null, []],
      ],
    ],
    [
      'drones',
      [
        ['finances', 'netherlands', 'drones', 'nl-drone-money', 'made-available', null, []],
        ['pledges', 'netherlands', 'drones', 'nl-drone-money', 'made-available', null, []],
        ['pledges', 'united-kingdom', 'drones', 'uk-drones', 'promised', '120000 drones', []],
      ],
    ],
  ] satisfies [string, Json[][]][])('of %s', async (system, rows) => {
    expect(await rowsOf('supply-chain-of-a-system', { system })).toEqual(rows);
  });
});

describe('what two entities have in common', () => {
  it('is what both are linked to, and by what', async () => {
    expect(await rowsOf('what-two-entities-have-in-common', { first: 'germany', second: 'ukraine' }, 0)).toEqual([
      ['eu', 2, ['germany--member-of--eu'], ['ukraine--seeks-to-join--eu']],
      [
        'ua-diehl-arrangement',
        2,
        ['germany--finances--ua-diehl-arrangement'],
        ['ukraine--party-to--ua-diehl-arrangement'],
      ],
      [
        'ua-raytheon-contract',
        2,
        ['germany--finances--ua-raytheon-contract'],
        ['ukraine--party-to--ua-raytheon-contract'],
      ],
    ]);
  });

  it('is no document', async () => {
    expect(await rowsOf('what-two-entities-have-in-common', { first: 'duitslandweb', second: 'cited-page' })).toEqual(
      [],
    );
  });
});

describe('a saved query', () => {
  it('answers the columns that its front matter names, in that order', async () => {
    for (const { query } of await queries.list()) {
      const required = query.parameters.filter((parameter) => parameter.required);
      const types: Record<string, string> = { system: 'eurofighter', first: 'germany', second: 'italy' };
      const given = Object.fromEntries(required.map(({ name }) => [name, types[name] ?? 'germany']));
      const { columns } = await run(query.id, given);
      expect(columns).toEqual(query.columns.map(({ name }) => name));
    }
  });

  it('takes a former id for the present one, and values typed as text', async () => {
    const stored = await queries.get('what-two-entities-have-in-common');
    const answer = await runSavedQueryFromTexts({ database, vocabulary }, stored, {
      first: 'turkiye',
      second: 'italy',
    });
    expect(answer.rows.map((row) => short(row[0] ?? null))).toEqual(['nato']);
  });

  it.each([
    ['supply-chain-of-a-system', {}, [['parameters.system', 'is required']]],
    [
      'supply-chain-of-a-system',
      { system: 'nobody' },
      [['parameters.system', 'names no entity: there is none with the id "nobody"']],
    ],
    [
      'supply-chain-of-a-system',
      { system: 'germany' },
      [['parameters.system', 'must be a Programme or Theme, and "germany" is a Country']],
    ],
    [
      'undertakings-by-firmness',
      { theme: 1, x: 2 },
      [
        ['parameters.x', 'is no parameter of this query'],
        ['parameters.theme', 'must be the id of an entity'],
      ],
    ],
  ] satisfies [string, Record<string, Json>, string[][]][])('%s refuses %j', async (id, parameters, faults) => {
    await expect(run(id, parameters)).rejects.toMatchObject({
      code: 'bad-parameters',
      status: 400,
      details: { errors: faults.map(([path, message]) => ({ path, message })) },
    });
  });
});

describe('in a graph with a narrower theme and an organ (which these tests add, and so come last)', () => {
  it('undertakings on a theme include those on the narrower one', async () => {
    await database.write((tx) => tx.run(addPart, { part: 'deterrence', whole: 'drones' }));
    const rows = await rowsOf('undertakings-by-firmness', { theme: 'drones' });
    expect(rows.map((row) => row[3])).toEqual(['de-it-agreement-1a']);
  });

  it('signatures for a body include those for its organ', async () => {
    await database.write((tx) => tx.run(addPart, { part: 'italy', whole: 'eu' }));
    const rows = await rowsOf('who-signed-what-on-whose-behalf', { party: 'eu' });
    expect(rows.map((row) => row[2])).toEqual(['giorgia-meloni']);
  });
});

const addPart = {
  name: 'test',
  text: `MATCH (part:Entity {id: $part}), (whole:Entity {id: $whole})
    CREATE (part)-[:PART_OF {id: $part + '--part-of--' + $whole}]->(whole)`,
  header: { question: '', parameters: [], columns: [], order: '', bound: '' },
};
