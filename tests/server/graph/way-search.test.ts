// Looking around both ends finds what the whole graph holds, says when that is certain, and looks at little.
import { describe, expect, it } from 'vitest';
import { bestWays, type Ways } from '../../../server/graph/paths.ts';
import { searchWays } from '../../../server/graph/way-search.ts';
import { randomFrom } from './make.ts';

/** A graph with a hub that a third of all hang on. */
function randomWays(seed: number, count: number): Ways {
  const random = randomFrom(seed);
  const any = (): number => Math.floor(random() * count);
  const edges = Array.from({ length: Math.floor(count * 1.4) }, () => [any(), random() < 0.25 ? 0 : any()] as const);
  const neighbours = new Map<string, Set<string>>();
  for (const [a, b] of [...edges, ...edges.map(([a, b]) => [b, a] as const)])
    if (a !== b) neighbours.set(`n${a}`, (neighbours.get(`n${a}`) ?? new Set()).add(`n${b}`));
  return {
    neighbours: new Map([...neighbours].map(([id, others]) => [id, [...others].sort()])),
    degrees: new Map([...neighbours].map(([id, others]) => [id, others.size])),
  };
}

function looking(ways: Ways) {
  const looked: string[] = [];
  const look = async (ids: readonly string[]) => {
    looked.push(...ids);
    return ids.flatMap((here) =>
      (ways.neighbours.get(here) ?? []).map((there) => ({ here, there, degree: ways.degrees.get(there) ?? 1 })),
    );
  };
  return { look, looked };
}

const costs = (found: readonly { readonly cost: number }[]): number[] =>
  found.map(({ cost }) => Math.round(cost * 1e6));

describe('searchWays', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('finds what the whole graph holds: %i', async (seed) => {
    const ways = randomWays(seed, 12 + seed * 3);
    const { look, looked } = looking(ways);
    const found = await searchWays({ from: 'n1', to: 'n2', k: 4, look, mostSteps: 1e9 });
    expect(found.isProved).toBe(true);
    expect(costs(found.ways)).toEqual(costs(bestWays(ways, 'n1', 'n2', 4)));
    expect(new Set(looked).size).toBe(looked.length);
  });

  it('looks at a part of a large graph only', async () => {
    const ways = randomWays(5, 4000);
    const { look, looked } = looking(ways);
    const found = await searchWays({ from: 'n1', to: 'n2', k: 3, look, mostSteps: 1e9 });
    expect(found.ways).toHaveLength(3);
    expect(looked.length).toBeLessThan(ways.neighbours.size / 2);
  });

  it('says that nothing is proved where a look was cut', async () => {
    const ways = randomWays(3, 60);
    const { look } = looking(ways);
    const found = await searchWays({ from: 'n1', to: 'n2', k: 4, look, mostSteps: 1 });
    expect(found.isProved).toBe(false);
  });
});
