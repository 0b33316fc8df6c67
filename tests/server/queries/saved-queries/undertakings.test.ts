// Saved queries on undertakings and themes, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, type Given } from './on-test-graph.ts';

const { rowsOf } = savedQueriesOnTestGraph(openEmptyDatabase);
const intends = ['intends', 'ua-diehl-arrangement-1a'];
const could = ['could', 'ua-diehl-arrangement-1b'];

describe('two-agreements-by-theme', () => {
  const id = 'two-agreements-by-theme';
  const [first, second] = ['de-it-agreement', 'ua-diehl-arrangement'];
  const will = ['will', 'de-it-agreement-1a'];
  const asAWhole = [null, 'de-it-agreement'];
  const airDefence = ['air-defence', ...asAWhole, ...intends];
  const deterrence = ['deterrence', ...will, ...could];
  const drones = ['drones', null, null, ...could];
  const none = [null, null];
  it.each([
    [{ first, second }, [airDefence, deterrence, drones]],
    [{ first, second, both: true }, [airDefence, deterrence]],
    [{ first, second, theme: 'deterrence' }, [airDefence, deterrence]],
    [{ first, second, theme: 'drones' }, [drones]],
    [
      { first, second, grouping: 'broadest' },
      [['deterrence', ...will, ...intends], ['deterrence', ...asAWhole, ...could], drones],
    ],
    [{ first: second, second: first, theme: 'air-defence' }, [['air-defence', ...intends, ...asAWhole]]],
    [
      { first, second: 'ua-raytheon-contract' },
      [
        ['air-defence', ...asAWhole, ...none],
        ['deterrence', ...will, ...none],
      ],
    ],
    [{ first, second: 'ua-raytheon-contract', both: true }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('everything-on-a-theme', () => {
  const id = 'everything-on-a-theme';
  const treated = [
    ...['Agreement', 'de-it-agreement', 'CONCERNS', 'air-defence'],
    ...['signed', ['germany', 'italy'], '2026-01-23'],
  ];
  const will = ['Commitment', 'de-it-agreement-1a', 'CONCERNS', 'deterrence', 'will', ['germany', 'italy'], null];
  const narrower = ['Commitment', intends[1], 'CONCERNS', 'air-defence', 'intends', ['ukraine'], null];
  const loose = ['Commitment', could[1], 'CONCERNS', 'deterrence', 'could', ['ukraine'], null];
  const onDrones = [
    ['Commitment', could[1], 'CONCERNS', 'drones', 'could', ['ukraine'], null],
    ['Pledge', 'nl-drone-money', 'OF_ITEM', 'drones', 'made-available', ['netherlands'], null],
    ['Pledge', 'uk-drones', 'OF_ITEM', 'drones', 'promised', ['united-kingdom'], '2026'],
  ];
  it.each([
    [{ theme: 'deterrence' }, [treated, will, narrower, loose]],
    [{ theme: 'deterrence', narrower: false }, [will, loose]],
    [{ theme: 'deterrence', type: 'Agreement' }, [treated]],
    [{ theme: 'drones' }, onDrones],
    [{ theme: 'drones', type: 'Event' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});
