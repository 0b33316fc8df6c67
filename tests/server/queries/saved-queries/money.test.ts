// Saved queries on money and support, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, short, type Given } from './on-test-graph.ts';

const { rowsOf, run, change } = savedQueriesOnTestGraph(openEmptyDatabase);

describe('who-finances-what-for-whom', () => {
  const id = 'who-finances-what-for-whom';
  const promised = ['germany', 'promised', null, null];
  const diehl = [
    ...[...promised, 'ua-diehl-arrangement', ['iris-t-launchers'], ['36 launchers']],
    ...[['diehl-defence'], 'ukraine'],
  ];
  const raytheon = [
    ...[...promised, 'ua-raytheon-contract', ['patriot-missiles'], ['enkele honderden']],
    ...[['raytheon'], 'ukraine'],
  ];
  const dutch = ['netherlands', 'made-available', 248000000, 'EUR', 'nl-drone-money', ['drones'], [], [], 'ukraine'];
  it.each([
    [{}, [diehl, raytheon, dutch]],
    [{ financier: 'netherlands' }, [dutch]],
    [{ beneficiary: 'ukraine' }, [diehl, raytheon, dutch]],
    [{ beneficiary: 'italy' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });

  it('shows on the canvas who is in it and what joins them', async () => {
    const { graph, rows } = await run(id, { financier: 'netherlands' });
    expect(graph.nodes.map((node) => node.id).sort()).toEqual(['drones', 'netherlands', 'nl-drone-money', 'ukraine']);
    const facts = [
      'netherlands--finances--nl-drone-money',
      'nl-drone-money--benefits--ukraine',
      'nl-drone-money--of-item--drones',
    ];
    expect(graph.relations.map((relation) => relation.id).sort()).toEqual(facts);
    expect(short(rows[0]?.at(-1) ?? null)).toEqual(facts);
    expect(graph.relations.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });
});

describe('pledges-and-what-is-not-stated', () => {
  const id = 'pledges-and-what-is-not-stated';
  const dutch = [
    ...['nl-drone-money', 'financing', 'made-available', ['netherlands'], 248000000, 'EUR'],
    ...['drones', null, null, ['ukraine'], ['quantity', 'supplier'], '2026-04-15'],
  ];
  const diehl = [
    ...['ua-diehl-arrangement', 'arrangement', 'promised', ['germany'], null, null],
    ...['iris-t-launchers', 36, 'launchers', ['ukraine'], ['date'], '2026-04-15'],
  ];
  const raytheon = [
    ...['ua-raytheon-contract', 'contract', 'promised', ['germany'], null, null],
    ...['patriot-missiles', 'enkele honderden', null, ['ukraine'], ['amount', 'deliveryDate'], '2026-04-15'],
  ];
  const british = [
    ...['uk-drones', 'delivery', 'promised', ['united-kingdom'], null, null],
    ...['drones', 120000, 'drones', ['ukraine'], ['amount'], '2026-04-15'],
  ];
  it.each([
    [{}, [dutch, diehl, raytheon, british]],
    [{ givers: ['netherlands', 'united-kingdom'] }, [dutch, british]],
    [{ beneficiary: 'ukraine' }, [dutch, diehl, raytheon, british]],
    [{ amount: 248000000 }, [dutch]],
    [{ amount: 248000000.5 }, []],
    [{ missing: 'amount' }, [raytheon, british]],
    [{ missing: 'supplier', givers: ['germany'] }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('who-supports-a-country', () => {
  const id = 'who-supports-a-country';
  const diehl = [
    ...['Agreement', 'ua-diehl-arrangement', ['germany'], 'ukraine'],
    ...['not-stated', ['iris-t-launchers'], null],
  ];
  const raytheon = [
    ...['Agreement', 'ua-raytheon-contract', ['dutch-ministry-of-defence', 'germany'], 'ukraine'],
    ...['agreed', ['patriot-missiles'], null],
  ];
  const mission = ['Mission', 'eumam-ukraine', ['eu', 'germany'], 'ukraine', null, [], '2022-11-15/..'];
  const dutch = ['Pledge', 'nl-drone-money', ['netherlands'], 'ukraine', 'made-available', ['drones'], null];
  const british = ['Pledge', 'uk-drones', ['united-kingdom'], 'ukraine', 'promised', ['drones'], '2026'];
  const country = 'ukraine';
  it.each([
    [{ country }, [diehl, raytheon, mission, dutch, british]],
    [{ country, supporter: 'netherlands' }, [raytheon, dutch]],
    [{ country, supporter: 'eu' }, [mission]],
    [{ country: 'turkey' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });

  it('counts what benefits an organ, and support of the state itself (changes that come last)', async () => {
    const toOrgan = "MATCH (a {id: 'eumam-ukraine'}), (b {id: 'italian-ministry-of-defence'})";
    await change(`${toOrgan} CREATE (a)-[:BENEFITS {id: 'x'}]->(b)`);
    await change(
      "MATCH (a {id: 'turkey'}), (b {id: 'italy'}) CREATE (a)-[:SUPPORTS {id: 'y', status: 'planned'}]->(b)",
    );
    expect(await rowsOf(id, { country: 'italy' })).toEqual([
      ['Mission', 'eumam-ukraine', ['eu', 'germany'], 'italian-ministry-of-defence', null, [], '2022-11-15/..'],
      ['SUPPORTS', null, ['turkey'], 'italy', 'planned', [], null],
    ]);
  });
});
