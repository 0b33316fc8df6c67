// As of a day each fact is one of six things, and none is turned into another.
import { describe, expect, it } from 'vitest';
import { graphAsOf, standingOf } from '../../../server/graph/as-of.ts';
import { makeNode, makeRelation, vocabulary } from './make.ts';

const attestedFrom = (value: string) => ({ properties: { attestedFrom: { $type: 'Date', value } } });

describe('standingOf', () => {
  it.each([
    ['a lasting fact on the day of its start', 'Agreement', '2026-01-23', '2026-01-23', 'holds'],
    ['a lasting fact the day before', 'Agreement', '2026-01-23', '2026-01-22', 'to-come'],
    ['a lasting fact years after: no end is stated', 'Agreement', '2026-01-23', '2031-01-01', 'holds'],
    ['a lasting fact after a stated end', 'Agreement', '2026-01-23/2026-06-30', '2026-07-01', 'over'],
    ['a lasting fact on its last day', 'Agreement', '2026-01-23/2026-06', '2026-06-30', 'holds'],
    ['a lasting fact with an open end', 'Agreement', '2026-01-23/..', '2099-01-01', 'holds'],
    ['a lasting fact with an unknown end', 'Agreement', '2026-01-23/', '2099-01-01', 'holds'],
    ['a lasting fact of which only the end is known', 'Agreement', '/2026-06', '1999-01-01', 'holds'],
    ['a lasting fact that starts in a month, within it', 'Agreement', '2026-01', '2026-01-02', 'holds'],
    ['a momentary fact on its day', 'Event', '2026-04-15', '2026-04-15', 'holds'],
    ['a momentary fact the day after', 'Event', '2026-04-15', '2026-04-16', 'over'],
    ['a momentary fact before', 'Event', '2026-04-15', '2026-04-14', 'to-come'],
    ['a momentary fact of some day in a month', 'Event', '2026-04', '2026-04-30', 'holds'],
    ['a momentary fact of several days', 'Event', '2026-04-14/2026-04-15', '2026-04-15', 'holds'],
  ])('%s', (_, type, date, day, expected) => {
    expect(standingOf(makeNode('a', { type, date }), day, vocabulary)).toBe(expected);
  });

  it.each([
    ['attested on the day', attestedFrom('2026-04-15'), '2026-04-15', 'attested'],
    ['attested only later', attestedFrom('2026-04-15'), '2026-04-14', 'not-yet-attested'],
    ['without any date', {}, '2026-04-14', 'undated'],
    [
      'with a date: what sources say when does not count',
      { date: '2026', ...attestedFrom('2020-01-01') },
      '2025-01-01',
      'to-come',
    ],
  ])('a relation %s', (_, rest, day, expected) => {
    expect(standingOf(makeRelation('a', 'MEMBER_OF', 'b', rest), day, vocabulary)).toBe(expected);
  });

  it('a signature is over the day after, an office is not', () => {
    const [signed, office] = ['SIGNED', 'HOLDS_OFFICE'].map((type) =>
      makeRelation('a', type, 'b', { date: '2026-01-23' }),
    );
    expect(signed && standingOf(signed, '2026-01-24', vocabulary)).toBe('over');
    expect(office && standingOf(office, '2026-01-24', vocabulary)).toBe('holds');
  });
});

describe('graphAsOf', () => {
  it('shows what holds, was attested or is undated, with both ends, and counts the rest', () => {
    const nodes = [
      makeNode('now', { type: 'Agreement', date: '2026-01' }),
      makeNode('later', { type: 'Agreement', date: '2027' }),
      makeNode('plain'),
    ];
    const relations = [
      makeRelation('now', 'PART_OF', 'plain'),
      makeRelation('plain', 'PARTY_TO', 'later'),
      makeRelation('plain', 'PARTY_TO', 'now', attestedFrom('2026-03-01')),
    ];
    const { counts, ...shown } = graphAsOf({ nodes, relations }, '2026-02-01', vocabulary);
    expect([shown.nodes.map(({ id }) => id), shown.relations.map(({ id }) => id)]).toEqual([
      ['now', 'plain'],
      ['now--part_of--plain'],
    ]);
    expect(counts).toEqual({ holds: 1, over: 0, 'to-come': 1, attested: 0, 'not-yet-attested': 1, undated: 3 });
  });
});
