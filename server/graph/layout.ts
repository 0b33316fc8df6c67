// Where entities lie: a deterministic layout in which no two boxes of node and label meet.
import { componentsOf, neighboursOf, pack } from './components.ts';
import { runForces, type Edge } from './forces.ts';
import { extentOf, fitIntoFrame } from './frame.ts';
import { boxGap, separate, type Body } from './overlap.ts';
import { layRows, partGap } from './rows.ts';
import { pivotPositions } from './seed.ts';
import { untangle } from './untangle.ts';

/** A point in canvas units. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** An entity to be laid out: the box of node and label, the node's middle `radius` below the box's upper edge. */
export interface LayoutNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Space kept free around the box, for what stands on lines; none where absent. */
  readonly margin?: number | undefined;
}

/** What is to be laid out. */
export interface LayoutInput {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** Entities that keep their place, by id. */
  readonly fixed?: Readonly<Record<string, Position>> | undefined;
  /** Width over height of the space to fill; 1.6 where absent. */
  readonly aspect?: number | undefined;
}

/**
 * Places every node so that no two boxes meet. The same input in any order gives the same positions; fixed nodes stay
 * exactly where they are (those that already overlap each other are left so), unless their place is no finite
 * number below ten million.
 */
export function layOut(input: LayoutInput): Record<string, Position> {
  const aspect = input.aspect ?? 1.6;
  const bodies = bodiesOf(input);
  const edges = edgesOf(input, bodies);
  if (bodies.some((body) => body.isFixed)) layAround(bodies, edges, aspect);
  else layFreely(bodies, edges, aspect);
  return Object.fromEntries(
    bodies.map(({ id, x, y, isFixed }) => [id, isFixed ? { x, y } : { x: rounded(x), y: rounded(y) }]),
  );
}

function bodiesOf(input: LayoutInput): Body[] {
  const byId = new Map(input.nodes.map((node) => [node.id, node]));
  return [...byId.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, width, height, radius, margin = 0 }) => {
      const held = heldPlace(input.fixed, id);
      return { id, width, height, radius, margin, x: held?.x ?? 0, y: held?.y ?? 0, isFixed: held !== undefined };
    });
}

/** Farther out nothing is held: no picture reaches there, and the search for room would not end. */
const farthest = 1e7;

function heldPlace(fixed: LayoutInput['fixed'], id: string): Position | undefined {
  const held = fixed !== undefined && Object.hasOwn(fixed, id) ? fixed[id] : undefined;
  return held !== undefined && Math.abs(held.x) < farthest && Math.abs(held.y) < farthest ? held : undefined;
}

/** Each pair of joined nodes once, in the nodes' order. */
function edgesOf(input: LayoutInput, bodies: readonly Body[]): Edge[] {
  const place = new Map(bodies.map((body, index) => [body.id, index]));
  const pairs = new Map<number, Edge>();
  for (const { from, to } of input.edges) {
    const [a, b] = [place.get(from), place.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    const edge: Edge = a < b ? [a, b] : [b, a];
    pairs.set(edge[0] * bodies.length + edge[1], edge);
  }
  return [...pairs].sort(([a], [b]) => a - b).map(([, edge]) => edge);
}

/** Lays out each connected part, packs the larger ones, and puts small and unconnected ones in rows below. */
function layFreely(bodies: readonly Body[], edges: readonly Edge[], aspect: number): void {
  const parts = componentsOf(bodies.length, edges).map((part) => part.map((node) => bodies[node] as Body));
  const place = new Map(bodies.map((body, index) => [body, index]));
  const isLarge = (part: readonly Body[], index: number) => part.length >= (index === 0 ? 2 : smallestLargePart);
  const large = parts.filter(isLarge);
  const small = parts.filter((part, index) => !isLarge(part, index));
  const share = areaOf(large.flat()) / Math.max(1, areaOf(bodies));
  for (const part of parts) {
    if (part.length === 1) continue;
    const local = new Map(part.map((body, index) => [place.get(body) ?? -1, index]));
    const own = edges.flatMap(([a, b]): Edge[] => {
      const [from, to] = [local.get(a), local.get(b)];
      return from === undefined || to === undefined ? [] : [[from, to]];
    });
    // What stands in rows below takes height, so the one above is made wider than the whole shall be.
    layPart(part, own, large.length === 1 && part === large[0] ? aspect / Math.max(0.4, share) : aspect);
  }
  packParts(large, aspect);
  const above = large.length === 0 ? undefined : extentOf(large.flat());
  layRows(small, above, aspect);
}

/** Smaller parts stand in the rows below, unless there is nothing larger. */
const smallestLargePart = 8;

function areaOf(bodies: readonly Body[]): number {
  return bodies.reduce(
    (sum, { width, height, margin }) => sum + (width + boxGap + 2 * margin) * (height + boxGap + 2 * margin),
    0,
  );
}

/** One connected part: seeded, drawn together by forces, fitted into a frame, untangled. */
function layPart(part: Body[], edges: readonly Edge[], aspect: number): void {
  const seeds = pivotPositions(part.length, edges);
  part.forEach((body, index) => {
    const [x, y] = seeds[index] ?? [0, 0];
    // A turn that grows with the number keeps nodes apart that have the same distances to all pivots.
    body.x = x * 90 + 12 * Math.cos(index * 2.4);
    body.y = y * 90 + 12 * Math.sin(index * 2.4);
  });
  runForces(part, edges, aspect);
  fitIntoFrame(part, aspect);
  untangle(part, edges, extentOf(part));
}

function packParts(parts: readonly Body[][], aspect: number): void {
  const extents = parts.map(extentOf);
  const sizes = extents.map((box) => ({ width: box.right - box.left, height: box.bottom - box.top }));
  pack(sizes, aspect, partGap).forEach(({ left, top }, index) => {
    const from = extents[index];
    for (const body of parts[index] ?? []) {
      body.x += left - (from?.left ?? 0);
      body.y += top - (from?.top ?? 0);
    }
  });
}

/** Places new nodes beside their neighbours, leaving the fixed ones as they are. */
function layAround(bodies: Body[], edges: readonly Edge[], aspect: number): void {
  const neighbours = neighboursOf(bodies.length, edges);
  const placed = new Set(bodies.flatMap((body, index) => (body.isFixed ? [index] : [])));
  const queue = [...placed];
  const fixedExtent = extentOf(bodies.filter((body) => body.isFixed));
  const middle = { x: (fixedExtent.left + fixedExtent.right) / 2, y: (fixedExtent.top + fixedExtent.bottom) / 2 };
  for (const at of queue) {
    (neighbours[at] ?? []).forEach((next, turn) => {
      if (placed.has(next)) return;
      Object.assign(bodies[next] as Body, besides(bodies, neighbours[next] ?? [], placed, middle, next + turn));
      placed.add(next);
      queue.push(next);
    });
  }
  const strays = bodies.filter((_, index) => !placed.has(index));
  if (bodies.length <= 1500) runForces(bodies, edges, aspect, middle);
  layRows(
    strays.map((stray) => [stray]),
    fixedExtent,
    aspect,
  );
  separate(bodies);
}

/** Beside the middle of the neighbours that have a place, away from the middle of the whole, each at another angle. */
function besides(
  bodies: readonly Body[],
  neighbours: readonly number[],
  placed: ReadonlySet<number>,
  middle: Position,
  turn: number,
): Position {
  const known = neighbours.filter((node) => placed.has(node)).map((node) => bodies[node] as Body);
  const x = known.reduce((sum, body) => sum + body.x, 0) / known.length;
  const y = known.reduce((sum, body) => sum + body.y, 0) / known.length;
  const outward = Math.atan2(y - middle.y, x - middle.x);
  const angle = known.length > 1 ? turn * 2.4 : outward + (((turn * 0.618) % 1) - 0.5) * 2.6;
  const reach = known.length > 1 ? 20 : 90;
  return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
