// Saved queries on time, over the test graph: rows written by hand from its files.
import { beforeAll, describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, type Given } from './on-test-graph.ts';

const { rowsOf, change } = savedQueriesOnTestGraph(openEmptyDatabase);

describe('dated-or-attested-between', () => {
  const id = 'dated-or-attested-between';
  const supplied = ['leonardo--supplies--eurofighter', 'SUPPLIES', 'dated', '2020/2025'];
  const spd = ['spd', 'Party', 'attested', null];
  it.each([
    [
      { period: '2026-01-23', basis: 'dated' },
      [
        ['eumam-ukraine', 'Mission', 'both', '2022-11-15/..'],
        ['germany--participates-in--eumam-ukraine', 'PARTICIPATES_IN', 'both', '2022-11-15/..'],
        ['round-table', 'Event', 'both', '2026-01/2026-06'],
        ['uk-drones', 'Pledge', 'dated', '2026'],
        ['de-it-agreement', 'Agreement', 'both', '2026-01-23'],
        ['rome-consultations', 'Event', 'both', '2026-01-23'],
        ['official-text', 'Source', 'dated', '2026-01-23'],
      ],
    ],
    [{ period: '2021' }, [supplied]],
    [{ period: '2021', type: 'Company' }, [supplied]],
    [{ period: '2021', type: 'Programme' }, []],
    [{ period: '2026-04', type: 'Party' }, [spd]],
    [{ period: '2026-04', about: 'spd' }, [spd, ['boris-pistorius--member-of--spd', 'MEMBER_OF', 'attested', null]]],
    [{ period: '2026-02', basis: 'attested' }, []],
    [{ period: { from: null, to: '1990-01-01' } }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given, 'what', 'type', 'basis', 'date')).toEqual(rows);
  });
});

describe('facts-on-a-day', () => {
  const id = 'facts-on-a-day';
  const lent = (...kinds: string[]) => kinds.map((kind) => `nl-drone-money--${kind}`);
  const by = (who: string, kind: string) => `${who}--${kind}--nl-drone-money`;
  const timeless = [
    ...lent('announced-at--contact-group-meeting', 'benefits--ukraine'),
    by('netherlands', 'finances'),
    ...lent('of-item--drones'),
    by('netherlands', 'pledges'),
  ];
  const momentary = [by('dilan-yesilgoz', 'announced'), by('volodymyr-zelensky', 'comments-on')];
  const states = (state: string, facts: readonly string[]) => facts.map((fact) => [state, fact]);
  const about = 'nl-drone-money';
  it.each([
    [{ about, day: '2026-04-14' }, [...states('to-come', momentary), ...states('not-yet-attested', timeless)]],
    [{ about, day: '2026-04-15' }, [...states('holds', momentary), ...states('attested', timeless)]],
    [{ about, day: '2026-04-16' }, [...states('attested', timeless), ...states('over', momentary)]],
    [{ about, day: '2026-04-16', state: 'over' }, states('over', momentary)],
    [
      { about: 'leonardo', day: '2026-02-01' },
      [
        ['over', 'leonardo--supplies--eurofighter'],
        ['undated', 'leonardo--based-in--italy'],
        ['undated', 'leonardo--participates-in--eurofighter'],
      ],
    ],
    [
      { about: 'dutch-ministry-of-defence', day: '2026-05-01', state: 'holds' },
      [['holds', 'dutch-ministry-of-defence--party-to--ua-raytheon-contract']],
    ],
    [{ about: 'germany', day: '2026-02-01', state: 'holds' }, [['holds', 'germany--participates-in--eumam-ukraine']]],
    [{ about: 'duitslandweb', day: '2026-04-16' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given, 'state', 'fact')).toEqual(rows);
  });
});

describe('what-this-database-learned-since', () => {
  const id = 'what-this-database-learned-since';
  beforeAll(async () => {
    const held = 'SET n.recordedAt = datetime($on), n.updatedAt = datetime($on)';
    for (const [dataset, on] of [
      ['fixture', '2026-05-01T12:00:00Z'],
      ['supplement', '2026-06-01T00:00:00Z'],
    ] satisfies [string, string][]) {
      await change(`MATCH (n:Entity {dataset: $dataset}) ${held}`, { dataset, on });
      await change(`MATCH ()-[n {dataset: $dataset}]->() ${held}`, { dataset, on });
    }
    await change("MATCH (n:Entity {id: 'germany'}) SET n.updatedAt = datetime('2026-06-02T08:00:00Z')");
  });

  const [first, second] = ['ua-diehl-arrangement-1a', 'ua-diehl-arrangement-1b'];
  const june = ['new', '2026-06-01', '2026-06-01', 'supplement'];
  const changed = ['germany', 'Country', 'changed', '2026-05-01', '2026-06-02', 'fixture'];
  it.each([
    [
      { since: '2026-06-01', type: 'Commitment' },
      [
        [first, 'Commitment', ...june],
        [second, 'Commitment', ...june],
        [`${first}--concerns--air-defence`, 'CONCERNS', ...june],
        [`${second}--concerns--deterrence`, 'CONCERNS', ...june],
        [`${second}--concerns--drones`, 'CONCERNS', ...june],
      ],
    ],
    [
      { since: '2026-06-01', type: 'Country' },
      [
        changed,
        [`ukraine--commits-to--${first}`, 'COMMITS_TO', ...june],
        [`ukraine--commits-to--${second}`, 'COMMITS_TO', ...june],
        ['germany--participates-in--eumam-ukraine', 'PARTICIPATES_IN', ...june],
        ['germany--participates-in--eurodrone', 'PARTICIPATES_IN', ...june],
        ['germany--participates-in--eurofighter', 'PARTICIPATES_IN', ...june],
      ],
    ],
    [{ since: '2026-05-02', change: 'changed' }, [changed]],
    [{ since: '2026-06-03' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });

  it('counts all that came with the second data set as new', async () => {
    expect(await rowsOf(id, { since: '2026-06-01', change: 'new' }, 'what')).toHaveLength(22);
  });
});
