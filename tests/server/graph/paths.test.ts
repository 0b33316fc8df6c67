// The best ways are those that one finds by trying all, and hubs are not swallowed.
import { describe, expect, it } from 'vitest';
import { bestWays, stepCost, type Way, type Ways } from '../../../server/graph/paths.ts';
import { randomFrom } from './make.ts';

function waysOf(edges: readonly (readonly [string, string])[], degrees: Record<string, number> = {}): Ways {
  const neighbours = new Map<string, string[]>();
  for (const [a, b] of [...edges, ...edges.map(([a, b]) => [b, a] as const)])
    neighbours.set(a, [...new Set([...(neighbours.get(a) ?? []), b])].sort());
  const counted = [...neighbours].map(([id, others]) => [id, others.length] as const);
  return { neighbours, degrees: new Map([...counted, ...Object.entries(degrees)]) };
}

/** Every way without a loop, by trying all. */
function everyWay(ways: Ways, from: string, to: string): Way[] {
  const found: Way[] = [];
  const walk = (ids: string[], cost: number): void => {
    const here = ids.at(-1) ?? '';
    if (here === to) found.push({ ids, cost });
    else
      for (const id of ways.neighbours.get(here) ?? [])
        if (!ids.includes(id)) walk([...ids, id], cost + stepCost(ways, id, to));
  };
  walk([from], 0);
  return found.sort((a, b) =>
    Math.abs(a.cost - b.cost) > 1e-9 ? a.cost - b.cost : a.ids.join() < b.ids.join() ? -1 : 1,
  );
}

const rounded = (found: readonly Way[]): number[] => found.map(({ cost }) => Math.round(cost * 1e6) / 1e6);

describe('bestWays', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('finds what trying all ways finds: graph %i', (seed) => {
    const random = randomFrom(seed);
    const count = 4 + Math.floor(random() * 5);
    const id = (): string => `n${Math.floor(random() * count)}`;
    const edges = Array.from({ length: count * 2 }, () => [id(), id()] as const).filter(([a, b]) => a !== b);
    const ways = waysOf(edges, { n2: 1 + Math.floor(random() * 50), n3: 1 + Math.floor(random() * 5) });
    const all = everyWay(ways, 'n0', 'n1');
    for (const k of [1, 3, 12, 500]) {
      const found = bestWays(ways, 'n0', 'n1', k);
      expect(rounded(found)).toEqual(rounded(all.slice(0, k)));
      expect(new Set(found.map(({ ids }) => ids.join())).size).toBe(found.length);
      expect(found.every(({ ids }) => new Set(ids).size === ids.length)).toBe(true);
    }
  });

  it('goes round a hub: the shortest way runs through NATO, the best one does not', () => {
    const ways = waysOf(
      [
        ['rutte', 'nato'],
        ['nato', 'crosetto'],
        ['rutte', 'meeting'],
        ['meeting', 'pistorius'],
        ['pistorius', 'crosetto'],
      ],
      { nato: 900, meeting: 2, pistorius: 2 },
    );
    expect(bestWays(ways, 'rutte', 'crosetto', 2)).toEqual([
      { ids: ['rutte', 'meeting', 'pistorius', 'crosetto'], cost: 5 },
      { ids: ['rutte', 'nato', 'crosetto'], cost: 2 + Math.log2(900) },
    ]);
  });

  it('puts equal ways in the order of their ids, whatever the order of the input', () => {
    const edges = [
      ['a', 'y'],
      ['y', 'b'],
      ['a', 'x'],
      ['x', 'b'],
    ] as const;
    const expected = [
      ['a', 'x', 'b'],
      ['a', 'y', 'b'],
    ];
    expect(bestWays(waysOf(edges), 'a', 'b', 5).map(({ ids }) => ids)).toEqual(expected);
    expect(bestWays(waysOf([...edges].reverse()), 'a', 'b', 5).map(({ ids }) => ids)).toEqual(expected);
  });

  it.each([
    ['no way', 'a', 'z', 3],
    ['the same end', 'a', 'a', 3],
    ['none wanted', 'a', 'b', 0],
    ['an id that is nowhere', 'a', 'nowhere', 1],
  ])('finds nothing: %s', (_, from, to, k) => {
    expect(
      bestWays(
        waysOf([
          ['a', 'b'],
          ['y', 'z'],
        ]),
        from,
        to,
        k,
      ),
    ).toEqual([]);
  });
});
