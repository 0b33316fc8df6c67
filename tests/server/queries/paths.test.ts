// Ways between two entities of the test graph, worked out by hand from its files.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { findPaths, joinEntities, type PathRequest } from '../../../server/queries/paths.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from './put-graph.ts';

const vocabulary = await loadVocabulary();
let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
});
afterAll(() => database.close());

const find = (from: string, to: string, rest: Partial<PathRequest> = {}) =>
  findPaths({ database, vocabulary }, { from, to, k: 3, closedIds: [], closedTypes: [], ...rest });
const ways = (found: Awaited<ReturnType<typeof find>>): string[] => found.paths.map(({ ids }) => ids.join(' '));

describe('findPaths', () => {
  it('goes round a hub: the way with the fewest steps runs through Germany, the best one does not', async () => {
    const found = await find('deterrence', 'german-government', { k: 2 });
    expect(ways(found)).toEqual([
      'deterrence air-defence de-it-agreement friedrich-merz german-government',
      'deterrence de-it-agreement-1a germany german-government',
    ]);
    // air-defence has 2 relations, the agreement 9, Merz 2; the undertaking 5, Germany 15.
    expect(found.paths.map(({ cost }) => cost)).toEqual([
      expect.closeTo(4 + Math.log2(2 * 9 * 2), 9),
      expect.closeTo(3 + Math.log2(5 * 15), 9),
    ]);
    expect(found.isProved).toBe(true);
  });

  it('gives each step its cost and its relations, and all of them with evidence', async () => {
    const found = await find('dilan-yesilgoz', 'volodymyr-zelensky', { k: 1 });
    expect(found.paths).toEqual([
      {
        ids: ['dilan-yesilgoz', 'nl-drone-money', 'volodymyr-zelensky'],
        cost: expect.closeTo(2 + Math.log2(7), 9),
        steps: [
          { cost: expect.closeTo(1 + Math.log2(7), 9), relations: ['dilan-yesilgoz--announced--nl-drone-money'] },
          { cost: 1, relations: ['volodymyr-zelensky--comments-on--nl-drone-money'] },
        ],
      },
    ]);
    expect(found.nodes.map(({ id }) => id)).toEqual(['dilan-yesilgoz', 'nl-drone-money', 'volodymyr-zelensky']);
    expect(found.relations.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  it('shows every relation of a step that has several', async () => {
    const found = await find('netherlands', 'drones', { k: 1 });
    expect(found.paths[0]?.steps[0]?.relations).toEqual([
      'netherlands--finances--nl-drone-money',
      'netherlands--pledges--nl-drone-money',
    ]);
  });

  it.each<[string, Partial<PathRequest>]>([
    ['an entity', { closedIds: ['nl-drone-money'] }],
    ['a type', { closedTypes: ['Pledge'] }],
    ['all relation types but others', { relationTypes: ['HOLDS_OFFICE', 'COMMENTS_ON'] }],
    ['what is to come', { asOf: '2026-04-14' }],
  ])('does not pass through what is excluded: %s', async (_, rest) => {
    expect(ways(await find('dilan-yesilgoz', 'volodymyr-zelensky', rest))).toEqual([]);
  });

  it('goes round what is over', async () => {
    const found = await find('dilan-yesilgoz', 'volodymyr-zelensky', { k: 1, asOf: '2026-04-16' });
    expect(ways(found)).toEqual([
      'dilan-yesilgoz dutch-ministry-of-defence netherlands nl-drone-money ukraine volodymyr-zelensky',
    ]);
  });

  it('passes on the day itself', async () => {
    const found = await find('dilan-yesilgoz', 'volodymyr-zelensky', { k: 1, asOf: '2026-04-15' });
    expect(ways(found)).toEqual(['dilan-yesilgoz nl-drone-money volodymyr-zelensky']);
  });

  it.each<[string, Partial<PathRequest>, string]>([
    ['no choice', {}, 'raytheon patriot-missiles'],
    ['a source that says so', { source: 'cited-page' }, 'raytheon patriot-missiles'],
    ['a status that it has', { statuses: ['existing'] }, 'raytheon patriot-missiles'],
    ['another source', { source: 'news-item' }, 'raytheon ua-raytheon-contract patriot-missiles'],
    ['no status', { statuses: ['none'] }, 'raytheon ua-raytheon-contract patriot-missiles'],
    ['only what is explicit', { certainties: ['explicit'] }, 'raytheon ua-raytheon-contract patriot-missiles'],
  ])('takes relations of the choice only: %s', async (_, rest, expected) => {
    const found = await find('raytheon', 'patriot-missiles', { k: 1, ...rest });
    expect(ways(found)).toEqual([expected]);
    expect(found.paths[0]?.steps.every(({ relations }) => relations.length === 1)).toBe(true);
  });

  it('an end may be of an excluded type, and excluding an end itself has no effect', async () => {
    const found = await find('dilan-yesilgoz', 'nl-drone-money', {
      k: 1,
      closedTypes: ['Pledge'],
      closedIds: ['nl-drone-money'],
    });
    expect(ways(found)).toEqual(['dilan-yesilgoz nl-drone-money']);
  });

  it('finds no way between documents and the rest', async () => {
    expect(await find('news-item', 'germany')).toMatchObject({ paths: [], nodes: [], relations: [], isProved: true });
  });
});

describe('joinEntities', () => {
  const join = (...ids: string[]) => joinEntities({ database, vocabulary }, ids, { closedIds: [], closedTypes: [] });

  it('joins three by the two cheapest ways between them', async () => {
    const found = await join('dilan-yesilgoz', 'volodymyr-zelensky', 'drones');
    // All three hang on the drone money, which has 7 relations.
    expect(found.paths.map(({ ids }) => ids.join(' '))).toEqual([
      'dilan-yesilgoz nl-drone-money volodymyr-zelensky',
      'dilan-yesilgoz nl-drone-money drones',
    ]);
    expect(found.cost).toBeCloseTo(2 * (2 + Math.log2(7)), 9);
    expect(found.nodes).toHaveLength(4);
    expect(found.isProved).toBe(true);
  });

  it('leaves out whom nothing joins', async () => {
    const found = await join('dilan-yesilgoz', 'news-item', 'volodymyr-zelensky');
    expect(found.paths).toHaveLength(1);
  });
});
