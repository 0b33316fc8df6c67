// Saved queries on programmes, systems and suppliers, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, type Given } from './on-test-graph.ts';

const { rowsOf } = savedQueriesOnTestGraph(openEmptyDatabase);

describe('supply-chain-of-a-system', () => {
  const patriot = 'patriot-missiles';
  const contract = [patriot, 'ua-raytheon-contract', 'agreed', 'enkele honderden', []];
  const launchers = ['iris-t-launchers', 'ua-diehl-arrangement'];
  it.each([
    [
      patriot,
      [
        ['supplies', 'raytheon', patriot, null, 'existing', null, []],
        ['supplier', 'raytheon', ...contract],
        ['customer', 'ukraine', ...contract],
        ['party', 'dutch-ministry-of-defence', ...contract],
        ['finances', 'germany', patriot, 'ua-raytheon-contract', 'promised', 'enkele honderden', []],
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
        ['supplier', 'diehl-defence', ...launchers, 'not-stated', '36 launchers', ['germany']],
        ['customer', 'ukraine', ...launchers, 'not-stated', '36 launchers', []],
        ['finances', 'germany', ...launchers, 'promised', '36 launchers', []],
      ],
    ],
    [
      'eurofighter',
      [
        ['takes-part', 'germany', 'eurofighter', null, null, null, []],
        ['takes-part', 'leonardo', 'eurofighter', null, null, null, ['italy']],
        ['supplies', 'leonardo', 'eurofighter', null, 'ended', null, ['italy']],
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
    ['air-defence', [['whole', 'deterrence', 'air-defence', null, null, null, []]]],
  ] satisfies [string, unknown[][]][])('of %s', async (system, rows) => {
    expect(await rowsOf('supply-chain-of-a-system', { system })).toEqual(rows);
  });
});

const onEurodrone = ['germany', 'italian-ministry-of-defence'];
const onEurofighter = ['germany', 'leonardo'];

describe('programmes-by-domain', () => {
  const id = 'programmes-by-domain';
  const eurodrone = ['eurodrone', 'system', 'existing'];
  const eurofighter = ['air', 'eurofighter', 'system', 'existing', 'explicit', [], onEurofighter, []];
  const class212 = ['sea', 'class-212', 'class', 'existing', 'explicit', ['occar'], [], []];
  const launchers = [null, 'iris-t-launchers', 'component', null, null, [], [], []];
  const submarine = [null, 'near-future-submarine', 'variant', 'planned', null, [], [], ['class-212']];
  const inAir = [['air', ...eurodrone, 'inferred', [], onEurodrone, []], eurofighter];
  const patriot = ['patriot-missiles', 'missile', null];
  it.each([
    [{}, [...inAir, ['air-defence', ...patriot, 'inferred', [], [], []], class212, launchers, submarine]],
    [{ domain: 'air' }, inAir],
    [{ domain: 'air', stated: true }, [eurofighter]],
    [
      { stated: true },
      [
        eurofighter,
        class212,
        [null, ...eurodrone, null, [], onEurodrone, []],
        launchers,
        submarine,
        [null, ...patriot, null, [], [], []],
      ],
    ],
    [{ status: 'planned' }, [submarine]],
    [{ domain: 'cyber' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('programmes-by-managing-organisation', () => {
  const id = 'programmes-by-managing-organisation';
  const class212 = ['occar', 'class-212', 'class', 'existing', ['sea'], 'inferred', []];
  const inAir = [
    [null, 'eurodrone', 'system', 'existing', ['air'], null, onEurodrone],
    [null, 'eurofighter', 'system', 'existing', ['air'], null, onEurofighter],
  ];
  it.each([
    [{}, [class212]],
    [
      { unmanaged: true },
      [
        class212,
        ...inAir,
        [null, 'iris-t-launchers', 'component', null, [], null, []],
        [null, 'near-future-submarine', 'variant', 'planned', [], null, []],
        [null, 'patriot-missiles', 'missile', null, ['air-defence'], null, []],
      ],
    ],
    [{ unmanaged: true, domain: 'air' }, inAir],
    [{ manager: 'occar', unmanaged: true }, [class212]],
    [{ manager: 'eu' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('multinational-programmes', () => {
  const id = 'multinational-programmes';
  const eurodrone = ['eurodrone', ['germany', 'italy'], 2, [], [], [], 'existing', ['air']];
  const eurofighter = ['eurofighter', ['germany'], 1, ['leonardo'], [], ['leonardo'], 'existing', ['air']];
  it.each([
    [{}, [eurodrone]],
    [{ least: 1 }, [eurodrone, eurofighter]],
    [{ least: 1, partner: 'italy' }, [eurodrone]],
    [{ least: 3 }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('who-supplies-whom', () => {
  const id = 'who-supplies-whom';
  const none = [[], [], [], []];
  const diehl = [
    ...['diehl-defence', ['germany'], 'iris-t-launchers', '36 launchers', 'ua-diehl-arrangement', 'not-stated'],
    ...[['ukraine'], [], ['germany'], ['date']],
  ];
  const leonardo = ['leonardo', ['italy'], 'eurofighter', null, null, 'ended', ...none];
  const raytheon = [
    ...['raytheon', [], 'patriot-missiles', 'enkele honderden', 'ua-raytheon-contract', 'agreed'],
    ...[['ukraine'], [], ['germany'], ['amount', 'deliveryDate']],
  ];
  const withoutContract = ['raytheon', [], 'patriot-missiles', null, null, 'existing', ...none];
  it.each([
    [{}, [diehl, leonardo, raytheon, withoutContract]],
    [{ receiver: 'ukraine' }, [diehl, raytheon]],
    [{ supplier: 'raytheon' }, [raytheon, withoutContract]],
    [{ basedIn: 'italy' }, [leonardo]],
    [{ receiver: 'italy' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});
