// Saved queries on states and their memberships, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, type Given } from './on-test-graph.ts';

const { rowsOf } = savedQueriesOnTestGraph(openEmptyDatabase);

describe('everything-a-state-does', () => {
  const id = 'everything-a-state-does';
  const agreement = 'de-it-agreement';
  const ministry = 'german-ministry-of-defence';

  it('is what the state does, then its organs, then those who sign for it, by kind of relation', async () => {
    expect(await rowsOf(id, { state: 'germany' })).toEqual([
      ['germany', 'MEMBER_OF', 'eu', 'founding-member', null, null, []],
      ['germany', 'MEMBER_OF', 'nato', 'ally', null, null, []],
      ['germany', 'PARTY_TO', agreement, 'participant', 'signed', '2026-01-23', ['german-government']],
      ['germany', 'FINANCES', 'ua-diehl-arrangement', null, 'promised', null, []],
      ['germany', 'FINANCES', 'ua-raytheon-contract', null, 'promised', null, [ministry]],
      ['germany', 'COOPERATES_WITH', 'italy', null, null, null, []],
      ['germany', 'COOPERATES_WITH', 'italy', null, null, null, []],
      ['germany', 'PARTICIPATES_IN', 'contact-group-meeting', 'inviting', 'held', '2026-04-15', []],
      ['germany', 'PARTICIPATES_IN', 'eumam-ukraine', 'participant', null, '2022-11-15/..', []],
      ['germany', 'PARTICIPATES_IN', 'eurodrone', 'participant', 'existing', null, []],
      ['germany', 'PARTICIPATES_IN', 'eurofighter', 'participant', 'existing', null, []],
      ['germany', 'PARTICIPATES_IN', 'rome-consultations', 'participant', 'held', '2026-01-23', []],
      ['germany', 'COMMITS_TO', 'de-it-agreement-1a', null, 'will', null, []],
      ['germany', 'COMMITS_TO', 'de-it-agreement-2a', null, 'wishes', null, [ministry]],
      ['germany', 'COMMITS_TO', 'de-it-agreement-9a', null, 'examines', null, []],
      [ministry, 'PARTICIPATES_IN', 'contact-group-meeting', 'participant', 'held', '2026-04-15', []],
      [ministry, 'PARTICIPATES_IN', 'de-it-2-plus-2', 'participant', 'planned', null, []],
      ['friedrich-merz', 'SIGNED', agreement, null, 'signed', '2026-01-23', ['germany']],
    ]);
  });

  const italianMinistry = 'italian-ministry-of-defence';
  it.each([
    [
      { state: 'italy', relations: ['PARTICIPATES_IN'] },
      [
        ['italy', 'PARTICIPATES_IN', 'rome-consultations'],
        [italianMinistry, 'PARTICIPATES_IN', 'de-it-2-plus-2'],
        [italianMinistry, 'PARTICIPATES_IN', 'eurodrone'],
      ],
    ],
    [
      { state: 'italy', relations: ['COOPERATES_WITH'] },
      [
        ['italy', 'COOPERATES_WITH', 'germany'],
        ['italy', 'COOPERATES_WITH', 'germany'],
      ],
    ],
    [
      { state: 'netherlands' },
      [
        ['netherlands', 'PLEDGES', 'nl-drone-money'],
        ['netherlands', 'FINANCES', 'nl-drone-money'],
        ['dutch-ministry-of-defence', 'PARTY_TO', 'ua-raytheon-contract'],
        ['dilan-yesilgoz', 'ANNOUNCED', 'nl-drone-money'],
      ],
    ],
    [
      { state: 'germany', holders: true, relations: ['COMMENTS_ON', 'MEMBER_OF', 'SIGNED'] },
      [
        ['germany', 'MEMBER_OF', 'eu'],
        ['germany', 'MEMBER_OF', 'nato'],
        ['boris-pistorius', 'MEMBER_OF', 'spd'],
        ['boris-pistorius', 'COMMENTS_ON', 'ua-raytheon-contract'],
        ['friedrich-merz', 'SIGNED', 'de-it-agreement'],
      ],
    ],
    [{ state: 'turkey', relations: ['PLEDGES'] }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given, 'actor', 'does', 'what')).toEqual(rows);
  });
});

describe('who-belongs-to-what', () => {
  const id = 'who-belongs-to-what';
  const seen = ['2026-01-23', '2026-01-23', 'A1'];
  const news = ['2026-04-15', '2026-04-15', 'B2'];
  const inEu = [
    ['eu', 'germany', 'founding-member', null, ...seen],
    ['eu', 'italy', 'founding-member', null, ...seen],
    ['eu', 'ukraine', 'candidate', null, ...news],
  ];
  const inNato = [
    ['nato', 'germany', 'ally', null, ...seen],
    ['nato', 'italy', 'ally', null, ...seen],
    ['nato', 'turkey', 'ally', null, ...news],
  ];
  it.each([
    [{}, [...inEu, ...inNato, ['spd', 'boris-pistorius', 'member', null, ...news]]],
    [{ body: 'eu' }, inEu],
    [{ member: 'germany' }, [inEu[0] ?? [], inNato[0] ?? []]],
    [{ body: 'occar' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});
