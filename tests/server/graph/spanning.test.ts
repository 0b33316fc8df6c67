// The cheapest tree joins everything that can be joined, and nothing twice.
import { expect, it } from 'vitest';
import { cheapestTree } from '../../../server/graph/spanning.ts';

const link = (from: string, to: string, cost: number) => ({ from, to, cost });

it('takes the cheap links and leaves those that only close a circle', () => {
  const links = [link('a', 'b', 5), link('b', 'c', 1), link('c', 'a', 2), link('c', 'd', 9), link('d', 'a', 9.5)];
  expect(cheapestTree(links)).toEqual([link('b', 'c', 1), link('c', 'a', 2), link('c', 'd', 9)]);
});

it('gives several trees where nothing joins them, and keeps the order of equal links', () => {
  const links = [link('x', 'y', 1), link('a', 'b', 1), link('y', 'x', 1)];
  expect(cheapestTree(links)).toEqual([link('x', 'y', 1), link('a', 'b', 1)]);
  expect(cheapestTree([])).toEqual([]);
});
