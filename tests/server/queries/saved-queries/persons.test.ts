// Saved queries on persons, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, type Given } from './on-test-graph.ts';

const { rowsOf } = savedQueriesOnTestGraph(openEmptyDatabase);

describe('what-two-persons-have-in-common', () => {
  const id = 'what-two-persons-have-in-common';
  const merz = 'friedrich-merz';
  const pistorius = 'boris-pistorius';
  const instance = 'contact-group-meeting--instance-of--contact-group';

  it('is the state of which both hold offices, though in different organs', async () => {
    expect(await rowsOf(id, { first: merz, second: pistorius })).toEqual([
      [
        'state',
        'germany',
        null,
        ['friedrich-merz--holds-office--german-government', 'german-government--part-of--germany'],
        ['boris-pistorius--holds-office--german-ministry-of-defence', 'german-ministry-of-defence--part-of--germany'],
      ],
    ]);
  });

  it('is the same office in different states, and the event at which one took part and the other announced', async () => {
    expect(await rowsOf(id, { first: pistorius, second: 'dilan-yesilgoz' })).toEqual([
      [
        'office',
        null,
        'minister-of-defence',
        ['boris-pistorius--holds-office--german-ministry-of-defence'],
        ['dilan-yesilgoz--holds-office--dutch-ministry-of-defence'],
      ],
      [
        'event',
        'contact-group-meeting',
        null,
        ['boris-pistorius--participates-in--contact-group-meeting'],
        ['dilan-yesilgoz--announced--nl-drone-money', 'nl-drone-money--announced-at--contact-group-meeting'],
      ],
      [
        'format',
        'contact-group',
        null,
        ['boris-pistorius--participates-in--contact-group-meeting', instance],
        [instance, 'dilan-yesilgoz--announced--nl-drone-money', 'nl-drone-money--announced-at--contact-group-meeting'],
      ],
    ]);
  });

  it.each([
    [
      { first: merz, second: 'giorgia-meloni' },
      [
        ['agreement', 'de-it-agreement'],
        ['event', 'rome-consultations'],
      ],
    ],
    [{ first: pistorius, second: 'guido-crosetto' }, [['office', null]]],
    [
      { first: pistorius, second: 'guido-crosetto', states: true },
      [
        ['office', null],
        ['organisation', 'eu'],
        ['organisation', 'nato'],
        ['agreement', 'de-it-agreement'],
        ['event', 'rome-consultations'],
        ['format', 'de-it-2-plus-2'],
        ['other', 'eurodrone'],
      ],
    ],
    [{ first: 'giorgia-meloni', second: 'mykhailo-fedorov', states: true }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given, 'kind', 'common')).toEqual(rows);
  });
});

describe('offices-and-when-attested', () => {
  const id = 'offices-and-when-attested';
  const [january, april] = ['2026-01-23', '2026-04-15'];
  const office = 'minister-of-defence';
  const merz = ['federal-chancellor', 'friedrich-merz', 'german-government', 'germany'];
  const chancellor = [...merz, null, january, january, 1, 'A1', []];
  const dutch = [office, 'dilan-yesilgoz', 'dutch-ministry-of-defence', 'netherlands', null, april, april, 1, 'B2', []];
  const german = [
    office,
    'boris-pistorius',
    'german-ministry-of-defence',
    'germany',
    null,
    april,
    april,
    1,
    'B2',
    ['spd'],
  ];
  const italian = [office, 'guido-crosetto', 'italian-ministry-of-defence', 'italy', null, null, null, 1, 'F3', []];
  const president = ['president', 'volodymyr-zelensky', 'ukraine', 'ukraine', null, april, april, 1, 'B2', []];
  it.each([
    [{}, [chancellor, dutch, german, italian, president]],
    [{ office }, [dutch, german, italian]],
    [{ body: 'germany' }, [chancellor, german]],
    [{ attested: '2026-01' }, [chancellor]],
    [{ attested: '2026-02/..' }, [dutch, german, president]],
    [{ attested: '2025' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('what-speakers-are-reported-to-say', () => {
  const id = 'what-speakers-are-reported-to-say';
  const news = (place: string) => ['news-item', place, '2026-04-15', 'B2'];
  const contract = 'ua-raytheon-contract';
  const praise = ['boris-pistorius', 'indirect', [contract], 'The minister praises the contract.', ...news('¶2')];
  const promise = [
    ...['boris-pistorius', null, ['germany', contract]],
    ...['Germany promises to pay for the missiles.', ...news('¶2')],
  ];
  const sum = [
    ...['dilan-yesilgoz', null, ['netherlands', 'nl-drone-money']],
    ...['The sum is 248 million euros.', ...news('¶6')],
  ];
  const joy = [
    ...['volodymyr-zelensky', 'direct', ['nl-drone-money']],
    ...['The president is glad of the money.', ...news('¶3')],
  ];
  it.each([
    [{}, [praise, promise, sum, joy]],
    [{ speaker: 'dilan-yesilgoz' }, [sum]],
    [{ form: 'direct' }, [joy]],
    [{ about: 'ua-raytheon-contract' }, [praise, promise]],
    [{ speaker: 'italy' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});
