// The layout overlaps nothing, gives the same for the same, leaves fixed nodes where they are and fills the space it is given.
import { describe, expect, it } from 'vitest';
import { boxAround, boxesMeet, type Box } from '../../../server/graph/boxes.ts';
import { layOut, type LayoutInput, type LayoutNode, type Position } from '../../../server/graph/layout.ts';
import { segmentMeetsBox, segmentsCross } from '../../../server/graph/segments.ts';
import { randomFrom, randomProblem, shuffled } from './make.ts';

type Positions = Readonly<Record<string, Position>>;

function boxOf(node: LayoutNode, positions: Positions): Box {
  const { x, y } = positions[node.id] ?? { x: Number.NaN, y: Number.NaN };
  const top = y - node.radius;
  return { left: x - node.width / 2, right: x + node.width / 2, top, bottom: top + node.height };
}

function overlaps(nodes: readonly LayoutNode[], positions: Positions): string[] {
  const boxes = nodes.map((node) => boxOf(node, positions));
  return nodes.flatMap((a, i) => {
    return nodes.slice(0, i).flatMap((b, j) => {
      return boxesMeet(boxes[i] as Box, boxes[j] as Box) ? [`${a.id} meets ${b.id}`] : [];
    });
  });
}

function extent(nodes: readonly LayoutNode[], positions: Positions) {
  const box = boxAround(nodes.map((node) => boxOf(node, positions)));
  return { width: box.right - box.left, height: box.bottom - box.top };
}

const problems: [name: string, problem: LayoutInput & { nodes: LayoutNode[] }][] = [
  ...[1, 2, 3, 4].map((seed): [string, ReturnType<typeof randomProblem>] => {
    const random = randomFrom(seed);
    const count = 2 + Math.floor(random() * 110);
    return [`random graph ${seed}`, randomProblem(seed, count, Math.floor(random() * 2.5 * count))];
  }),
  ['no edges', { ...randomProblem(7, 40, 0) }],
  ['one node', { ...randomProblem(8, 1, 0) }],
  [
    'a star',
    { ...randomProblem(9, 60, 0), edges: Array.from({ length: 59 }, (_, i) => ({ from: 'n0', to: `n${i + 1}` })) },
  ],
  [
    'a path',
    { ...randomProblem(10, 50, 0), edges: Array.from({ length: 49 }, (_, i) => ({ from: `n${i}`, to: `n${i + 1}` })) },
  ],
  [
    'pairs',
    { ...randomProblem(11, 60, 0), edges: Array.from({ length: 30 }, (_, i) => ({ from: `n${i}`, to: `n${i + 30}` })) },
  ],
  [
    'everything with everything',
    {
      ...randomProblem(12, 24, 0),
      edges: Array.from({ length: 576 }, (_, i) => ({ from: `n${i % 24}`, to: `n${Math.floor(i / 24)}` })),
    },
  ],
];

describe('layOut', () => {
  it.each(problems)('overlaps no boxes: %s', (_, problem) => {
    const positions = layOut(problem);
    expect(Object.keys(positions).sort()).toEqual(problem.nodes.map(({ id }) => id).sort());
    for (const { x, y } of Object.values(positions)) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    expect(overlaps(problem.nodes, positions)).toEqual([]);
  });

  it('lays out nothing, loops, doubles and edges to nowhere', () => {
    expect(layOut({ nodes: [], edges: [] })).toEqual({});
    const node = (id: string): LayoutNode => ({ id, width: 30, height: 30, radius: 15 });
    const edges = ['a a', 'a b', 'b a', 'a b', 'a gone', '__proto__ a'].map((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      return { from, to };
    });
    const positions = layOut({ nodes: [node('a'), node('b'), node('a')], edges });
    expect(overlaps([node('a'), node('b')], positions)).toEqual([]);
  });

  it('gives the same positions for the same input in any order', () => {
    const problem = randomProblem(21, 70, 120);
    const first = layOut(problem);
    expect(layOut(problem)).toEqual(first);
    const mixed = { nodes: shuffled(problem.nodes, 1), edges: shuffled(problem.edges, 2) };
    expect(layOut(mixed)).toEqual(first);
    const turned = { nodes: problem.nodes, edges: problem.edges.map(({ from, to }) => ({ from: to, to: from })) };
    expect(layOut(turned)).toEqual(first);
  });

  it.each([1, 2])('leaves fixed nodes exactly where they are and puts new ones beside them (%i)', (seed) => {
    const whole = randomProblem(seed, 70, 130);
    const old = whole.nodes.slice(0, 50);
    const known = new Set(old.map(({ id }) => id));
    const fixed = layOut({ nodes: old, edges: whole.edges.filter(({ from, to }) => known.has(from) && known.has(to)) });
    const positions = layOut({ ...whole, fixed });
    for (const { id } of old) expect(positions[id]).toEqual(fixed[id]);
    expect(overlaps(whole.nodes, positions)).toEqual([]);
    expect(layOut({ nodes: shuffled(whole.nodes, 3), edges: shuffled(whole.edges, 4), fixed })).toEqual(positions);
  });

  it('puts a new node nearer to its neighbour than to the rest', () => {
    const problem = randomProblem(31, 40, 60);
    const fixed = layOut(problem);
    const far = problem.nodes.reduce((a, b) => ((fixed[b.id]?.x ?? 0) > (fixed[a.id]?.x ?? 0) ? b : a));
    const added = { id: 'new', width: 60, height: 50, radius: 14 };
    const positions = layOut({ nodes: [...problem.nodes, added], edges: [{ from: far.id, to: 'new' }], fixed });
    const distance = Math.hypot(
      (positions['new']?.x ?? 0) - (fixed[far.id]?.x ?? 0),
      (positions['new']?.y ?? 0) - (fixed[far.id]?.y ?? 0),
    );
    expect(distance).toBeLessThan(250);
  });

  it('leaves fixed nodes that overlap each other, and finds room beside them', () => {
    const node = (id: string): LayoutNode => ({ id, width: 60, height: 40, radius: 15 });
    const fixed = { a: { x: 0, y: 0 }, b: { x: 1, y: 1 } };
    const positions = layOut({ nodes: ['a', 'b', 'c'].map(node), edges: [{ from: 'a', to: 'c' }], fixed });
    expect([positions['a'], positions['b']]).toEqual([fixed.a, fixed.b]);
    expect(overlaps(['a', 'c'].map(node), positions)).toEqual([]);
    expect(overlaps(['b', 'c'].map(node), positions)).toEqual([]);
  });

  it.each([Number.NaN, Infinity, 1e300])('lays out anew what is fixed at %d', (far) => {
    const node = (id: string): LayoutNode => ({ id, width: 60, height: 40, radius: 15 });
    const positions = layOut({
      nodes: ['a', 'b'].map(node),
      edges: [],
      fixed: { a: { x: far, y: 0 }, b: { x: 1, y: 1 } },
    });
    expect(positions['b']).toEqual({ x: 1, y: 1 });
    expect(Number.isFinite(positions['a']?.x)).toBe(true);
    expect(overlaps(['a', 'b'].map(node), positions)).toEqual([]);
  });

  it.each([1, 2])('of 70 nodes can be read at 1440 × 900 with all labels (%i)', (seed) => {
    const problem = randomProblem(seed + 40, 70, 120);
    const positions = layOut(problem);
    const { width, height } = extent(problem.nodes, positions);
    const zoom = Math.min(1060 / width, 780 / height);
    expect(zoom).toBeGreaterThan(0.85);
  });

  it.each([0.8, 2.4])('fills a space of aspect %d', (aspect) => {
    const problem = randomProblem(51, 80, 150);
    const { width, height } = extent(problem.nodes, layOut({ ...problem, aspect }));
    expect(width / height / aspect).toBeGreaterThan(0.7);
    expect(width / height / aspect).toBeLessThan(1.4);
  });

  it('keeps what belongs together together', () => {
    const nodes = randomProblem(61, 60, 0).nodes;
    const random = randomFrom(62);
    const edges = Array.from({ length: 150 }, () => {
      const group = Math.floor(random() * 3);
      const member = () => `n${group * 20 + Math.floor(random() * 20)}`;
      return { from: member(), to: random() < 0.03 ? `n${Math.floor(random() * 60)}` : member() };
    });
    const positions = layOut({ nodes, edges });
    const at = (id: string) => positions[id] ?? { x: 0, y: 0 };
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const apart = (a: string, b: string) => Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y);
    const groupOf = (id: string) => Math.floor(Number(id.slice(1)) / 20);
    const pairs = nodes.flatMap(({ id: a }, i) => nodes.slice(0, i).map(({ id: b }): [string, string] => [a, b]));
    const within = mean(pairs.filter(([a, b]) => groupOf(a) === groupOf(b)).map(([a, b]) => apart(a, b)));
    const between = mean(pairs.filter(([a, b]) => groupOf(a) !== groupOf(b)).map(([a, b]) => apart(a, b)));
    expect(between / within).toBeGreaterThan(1.4);
  });

  it.each([
    [300, 600],
    [3_000, 10_000],
  ])('overlaps no boxes among %i nodes and %i edges', (count, edgeCount) => {
    const problem = randomProblem(71, count, edgeCount);
    expect(overlaps(problem.nodes, layOut(problem))).toEqual([]);
  });
});

describe('segments', () => {
  const at = (x: number, y: number) => ({ x, y });

  it('cross only inside both', () => {
    expect(segmentsCross(at(0, 0), at(2, 2), at(0, 2), at(2, 0))).toBe(true);
    expect(segmentsCross(at(0, 0), at(2, 2), at(0, 0), at(2, 0))).toBe(false);
    expect(segmentsCross(at(0, 0), at(1, 1), at(0, 3), at(3, 0))).toBe(false);
  });

  it('meet a box where any part lies in it', () => {
    const box = { left: 0, top: 0, right: 10, bottom: 10 };
    expect(segmentMeetsBox(at(-5, 5), at(15, 5), box)).toBe(true);
    expect(segmentMeetsBox(at(5, 5), at(6, 6), box)).toBe(true);
    expect(segmentMeetsBox(at(-5, 8), at(2, 15), box)).toBe(false);
    expect(segmentMeetsBox(at(5, -5), at(5, 20), box)).toBe(true);
    expect(segmentMeetsBox(at(-1, -5), at(-1, 20), box)).toBe(false);
  });
});
