// The saved query that compares any two entities, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, type Given } from './on-test-graph.ts';

const { rowsOf, runFromTexts } = savedQueriesOnTestGraph(openEmptyDatabase);

describe('what-two-entities-have-in-common', () => {
  const id = 'what-two-entities-have-in-common';
  const contract = 'ua-raytheon-contract';
  it.each([
    [
      { first: 'germany', second: 'ukraine' },
      [
        ['eu', 2, ['germany--member-of--eu'], ['ukraine--seeks-to-join--eu']],
        ['eumam-ukraine', 2, ['germany--participates-in--eumam-ukraine'], ['eumam-ukraine--benefits--ukraine']],
        [
          'ua-diehl-arrangement',
          2,
          ['germany--finances--ua-diehl-arrangement'],
          ['ukraine--party-to--ua-diehl-arrangement'],
        ],
        [contract, 2, ['germany--finances--ua-raytheon-contract'], ['ukraine--party-to--ua-raytheon-contract']],
      ],
    ],
    [{ first: 'germany', second: 'netherlands' }, []],
    [
      { first: 'germany', second: 'netherlands', organs: true },
      [
        [
          contract,
          2,
          ['germany--finances--ua-raytheon-contract'],
          ['dutch-ministry-of-defence--party-to--ua-raytheon-contract'],
        ],
      ],
    ],
    [{ first: 'duitslandweb', second: 'cited-page' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });

  it('takes a former id for the present one, and values typed as text', async () => {
    const { rows } = await runFromTexts(id, { first: 'turkiye', second: 'italy' });
    expect(rows.map((row) => row[0])).toMatchObject([{ id: 'nato' }]);
  });
});
