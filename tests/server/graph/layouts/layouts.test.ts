// The layouts that follow a rule keep it, whatever the graph, overlap nothing and give the same for the same.
import { describe, expect, it } from 'vitest';
import { boxesMeet, type Box } from '../../../../server/graph/boxes.ts';
import type { LayoutNode, Position } from '../../../../server/graph/layout.ts';
import { layLayered } from '../../../../server/graph/layouts/layered.ts';
import { layRings } from '../../../../server/graph/layouts/rings.ts';
import { layTimeline } from '../../../../server/graph/layouts/timeline.ts';
import { randomFrom, randomProblem, shuffled } from '../make.ts';

type Positions = Readonly<Record<string, Position>>;

const problems = Array.from({ length: 24 }, (_, seed) => {
  const count = 1 + Math.floor(randomFrom(seed)() * 140);
  return { seed, ...randomProblem(seed, count, Math.floor((count * (seed % 6)) / 2)) };
});
const at = (positions: Positions, id: string): Position => positions[id] ?? { x: Number.NaN, y: Number.NaN };

function overlaps(nodes: readonly LayoutNode[], positions: Positions): string[] {
  const boxes = nodes.map(({ id, width, height, radius }): Box => {
    const { x, y } = at(positions, id);
    return { left: x - width / 2, right: x + width / 2, top: y - radius, bottom: y - radius + height };
  });
  return nodes.flatMap((a, i) =>
    nodes.slice(0, i).flatMap((b, j) => (boxesMeet(boxes[i] as Box, boxes[j] as Box) ? [`${a.id} meets ${b.id}`] : [])),
  );
}

/** Ids that can be reached along edges. */
function reached(start: string, edges: readonly { from: string; to: string }[]): Set<string> {
  const seen = new Set([start]);
  for (const id of seen) for (const { from, to } of edges) if (from === id) seen.add(to);
  return seen;
}

function distances(centre: string, edges: readonly { from: string; to: string }[]): Map<string, number> {
  const found = new Map([[centre, 0]]);
  for (const [id, distance] of found)
    for (const { from, to } of edges)
      for (const [a, b] of [
        [from, to],
        [to, from],
      ] as const)
        if (a === id && !found.has(b)) found.set(b, distance + 1);
  return found;
}

/** A day for two nodes of three, several on one day. */
function daysOf(nodes: readonly LayoutNode[]): Record<string, string> {
  const day = (index: number): string => `20${10 + ((index * 7) % 9)}-0${1 + (index % 3)}-01`;
  return Object.fromEntries(nodes.flatMap(({ id }, index) => (index % 3 === 0 ? [] : [[id, day(index)]])));
}

describe.each(problems)('graph $seed', (problem) => {
  const { nodes, edges } = problem;
  const layouts: Record<string, (from: typeof problem) => Positions> = {
    layered: (from) => layLayered(from),
    timeline: (from) => layTimeline({ ...from, days: daysOf(nodes) }),
    rings: (from) => layRings({ ...from, centre: 'n0' }),
  };

  it.each(Object.keys(layouts))(
    '%s: places every node, no box meets another, the order of the input does not matter',
    (name) => {
      const positions = layouts[name]?.(problem) ?? {};
      expect(Object.keys(positions).sort()).toEqual(nodes.map(({ id }) => id).sort());
      expect(Object.values(positions).every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      expect(overlaps(nodes, positions)).toEqual([]);
      expect(layouts[name]?.({ ...problem, nodes: shuffled(nodes, 3), edges: shuffled(edges, 5) })).toEqual(positions);
    },
  );

  it('layered: no edge points upwards, and one on no circle points downwards', () => {
    const positions = layLayered(problem);
    const wrong = edges.filter(({ from, to }) => {
      const fall = at(positions, to).y - at(positions, from).y;
      return from !== to && (reached(to, edges).has(from) ? fall < 0 : fall <= 0);
    });
    expect(wrong).toEqual([]);
  });

  it('timeline: x grows with the date, and undated nodes lie below', () => {
    const days = daysOf(nodes);
    const positions = layTimeline({ ...problem, days });
    const dated = nodes.filter(({ id }) => days[id] !== undefined);
    const wrong = dated.flatMap((a) =>
      dated.filter((b) => (days[a.id] ?? '') < (days[b.id] ?? '') && at(positions, a.id).x >= at(positions, b.id).x),
    );
    expect(wrong).toEqual([]);
    const lowest = Math.max(-Infinity, ...dated.map(({ id }) => at(positions, id).y));
    expect(nodes.filter(({ id }) => days[id] === undefined && at(positions, id).y <= lowest)).toEqual([]);
  });

  it('rings: the farther in relations, the farther out', () => {
    const positions = layRings({ ...problem, centre: 'n0' });
    const ring = distances('n0', edges);
    const radius = (id: string): number => Math.hypot(at(positions, id).x, at(positions, id).y);
    const known = nodes.filter(({ id }) => ring.has(id));
    const wrong = known.flatMap((a) =>
      known.filter((b) => (ring.get(a.id) ?? 0) < (ring.get(b.id) ?? 0) && radius(a.id) >= radius(b.id)),
    );
    expect(wrong).toEqual([]);
    expect(at(positions, 'n0')).toEqual({ x: 0, y: 0 });
  });
});

it('three edges in a circle lie level, and what leads there lies above', () => {
  const box = { width: 50, height: 50, radius: 15 };
  const nodes = ['a', 'b', 'c', 'above'].map((id) => ({ id, ...box }));
  const edges = ['ab', 'bc', 'ca'].map(([from = '', to = '']) => ({ from, to }));
  const positions = layLayered({ nodes, edges: [...edges, { from: 'above', to: 'b' }] });
  expect(new Set(['a', 'b', 'c'].map((id) => at(positions, id).y)).size).toBe(1);
  expect(at(positions, 'above').y).toBeLessThan(at(positions, 'a').y);
});
