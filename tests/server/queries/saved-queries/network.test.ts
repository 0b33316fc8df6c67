// Saved queries on paths and degrees, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, short, type Given } from './on-test-graph.ts';

const { rowsOf, run } = savedQueriesOnTestGraph(openEmptyDatabase);

describe('paths-between-two-actors', () => {
  const id = 'paths-between-two-actors';
  const [from, to] = ['raytheon', 'italy'];
  const contract = 'ua-raytheon-contract';
  const without = ['germany'];
  const byUkraine = [from, contract, 'ukraine', 'eu', to];
  it.each([
    [
      { from, to, steps: 3 },
      [
        [3, [from, 'diehl-defence', 'germany', to]],
        [3, [from, contract, 'germany', to]],
      ],
    ],
    [{ from, to, without }, [[4, byUkraine]]],
    [
      { from, to, without: ['germany', 'italy'], steps: 5 },
      [
        [4, byUkraine],
        [5, [from, 'diehl-defence', 'ua-diehl-arrangement', 'ukraine', 'eu', to]],
        [5, [from, 'patriot-missiles', contract, 'ukraine', 'eu', to]],
        [5, [from, contract, 'boris-pistorius', 'contact-group-meeting', 'rome-consultations', to]],
        [5, [from, contract, 'ukraine', 'eumam-ukraine', 'eu', to]],
      ],
    ],
    [
      { from: 'turkey', to, relations: ['MEMBER_OF'] },
      [
        [2, ['turkey', 'nato', to]],
        [4, ['turkey', 'nato', 'germany', 'eu', to]],
      ],
    ],
    [{ from, to, steps: 1 }, []],
    [{ from, to, relations: ['MEMBER_OF'], steps: 6 }, []],
    [{ from: 'duitslandweb', to: 'tagesschau', steps: 6 }, []],
    [{ from, to: from }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });

  it('are told once where several relations join the same two, and hold all of these', async () => {
    const { rows } = await run(id, { from: 'diehl-defence', to, steps: 2 });
    expect(rows.map((row) => row.map(short))).toEqual([
      [
        2,
        ['diehl-defence', 'germany', 'italy'],
        [
          'diehl-defence--based-in--germany',
          'germany--cooperates-with--italy',
          'germany--cooperates-with--italy--space',
        ],
      ],
    ]);
  });
});

describe('actors-by-number-of-relations', () => {
  const id = 'actors-by-number-of-relations';
  const partaking = ['PARTICIPATES_IN'];
  it.each([
    [
      { relations: partaking, least: 2 },
      [
        ['germany', 'Country', 5, 5, 5, 0, partaking],
        ['german-ministry-of-defence', 'Institution', 2, 2, 2, 0, partaking],
        ['italian-ministry-of-defence', 'Institution', 2, 2, 2, 0, partaking],
      ],
    ],
    [{ least: 18 }, [['germany', 'Country', 18, 17, 15, 3, ['PARTICIPATES_IN', 'COMMITS_TO', 'COOPERATES_WITH']]]],
    [
      { type: 'Company' },
      [
        ['diehl-defence', 'Company', 3, 3, 3, 0, ['BASED_IN', 'COOPERATES_WITH', 'PARTY_TO']],
        ['leonardo', 'Company', 3, 2, 3, 0, ['BASED_IN', 'PARTICIPATES_IN', 'SUPPLIES']],
        ['raytheon', 'Company', 3, 3, 2, 1, ['COOPERATES_WITH', 'PARTY_TO', 'SUPPLIES']],
      ],
    ],
    [
      { type: 'Programme', relations: ['BUILDS_ON'] },
      [
        ['eurodrone', 'Programme', 1, 1, 0, 1, ['BUILDS_ON']],
        ['eurofighter', 'Programme', 1, 1, 0, 1, ['BUILDS_ON']],
      ],
    ],
    [{ type: 'Outlet' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});
