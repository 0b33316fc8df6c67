// The layout around one entity: the ring on which another lies is its distance in relations.
import { neighboursOf } from '../components.ts';
import type { LayoutInput, Position } from '../layout.ts';
import { boxGap, type Body } from '../overlap.ts';
import { bodiesInOrder, layRest, positionsOf } from './bodies.ts';

/** What is to be laid out, and around whom. */
export interface RingsInput extends LayoutInput {
  /** Id of the entity in the middle; where it is not among the nodes, the first of them is. */
  readonly centre: string;
}

/** An entity on its way to its ring. */
interface Placed {
  readonly body: Body;
  /** Direction in which it is seen from the middle, in radians. */
  angle: number;
}

/**
 * Places each node on the ring of its distance from the centre: every node of a ring lies farther out than every node of
 * the rings within, no two boxes meet, and neighbours stay in one direction where they can. A crowded ring has several
 * circles. What has no way to the centre stands in rows below. The same input in any order gives the same positions.
 */
export function layRings(input: RingsInput): Record<string, Position> {
  const bodies = bodiesInOrder(input.nodes);
  const index = new Map(bodies.map((body, at) => [body.id, at]));
  const edges = input.edges.flatMap(({ from, to }) => {
    const [a, b] = [index.get(from), index.get(to)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  const neighbours = neighboursOf(bodies.length, edges);
  const rings = ringsOf(index.get(input.centre) ?? 0, neighbours);
  placeRings(rings, neighbours, bodies);
  const reached = new Set(rings.flat());
  const within = bodies.filter((_, at) => reached.has(at));
  layRest(
    bodies.filter((_, at) => !reached.has(at)),
    within,
    input.aspect ?? 1.6,
  );
  return positionsOf(bodies);
}

/** Numbers of the nodes at distance 0, 1, 2 … from one. */
function ringsOf(centre: number, neighbours: readonly (readonly number[])[]): number[][] {
  if (neighbours.length === 0) return [];
  const seen = new Set([centre]);
  const rings: number[][] = [[centre]];
  for (let ring = rings[0]; ring !== undefined && ring.length > 0; ring = rings.at(-1)) {
    const next = [...new Set(ring.flatMap((at) => neighbours[at] ?? []))].filter((at) => !seen.has(at));
    for (const at of next) seen.add(at);
    rings.push(next);
  }
  return rings.slice(0, -1);
}

function placeRings(
  rings: readonly (readonly number[])[],
  neighbours: readonly (readonly number[])[],
  bodies: readonly Body[],
): void {
  const placed = new Map<number, Placed>();
  let [outermost, reachBefore] = [0, 0];
  rings.forEach((ring, distance) => {
    const members = ring.map((at) => ({ at, body: bodies[at] as Body, angle: angleOf(neighbours[at] ?? [], placed) }));
    members.sort((a, b) => a.angle - b.angle || (a.body.id < b.body.id ? -1 : 1));
    const reach = Math.max(...members.map(({ body }) => reachOf(body)));
    const innermost = distance === 0 ? 0 : outermost + reachBefore + reach;
    outermost = layRing(members, innermost, reach);
    reachBefore = reach;
    for (const member of members) placed.set(member.at, member);
  });
}

/** How far from its node's middle a body reaches, with half the gap to the next. */
function reachOf({ width, height, radius, margin }: Body): number {
  return Math.hypot(width / 2 + margin, Math.max(radius, height - radius) + margin) + boxGap / 2;
}

/** The mean direction of the neighbours nearer to the middle. */
function angleOf(neighbours: readonly number[], placed: ReadonlyMap<number, Placed>): number {
  const angles = neighbours.flatMap((at) => placed.get(at)?.angle ?? []);
  const [x, y] = [
    angles.reduce((sum, angle) => sum + Math.cos(angle), 0),
    angles.reduce((sum, angle) => sum + Math.sin(angle), 0),
  ];
  return Math.hypot(x, y) < 1e-9 ? 0 : Math.atan2(y, x);
}

/** Lays one ring on as many circles as it needs and returns the radius of the outermost. */
function layRing(members: Placed[], innermost: number, reach: number): number {
  if (innermost === 0) return 0;
  const radii: number[] = [];
  for (let room = 0, radius = innermost; room < members.length; radius += 2 * reach) {
    radii.push(radius);
    room += capacityOf(radius, reach);
  }
  const total = radii.reduce((sum, radius) => sum + capacityOf(radius, reach), 0);
  const circles: Placed[][] = radii.map(() => []);
  const due = radii.map((radius) => (members.length * capacityOf(radius, reach)) / total);
  for (const member of members) fullestLack(circles, due, radii, reach).push(member);
  circles.forEach((circle, at) => layCircle(circle, radii[at] ?? innermost));
  return radii.at(-1) ?? innermost;
}

/** How many nodes of that reach find room on a circle. */
function capacityOf(radius: number, reach: number): number {
  return radius <= reach ? 1 : Math.max(1, Math.floor(Math.PI / Math.asin(reach / radius)));
}

/** The circle that lacks most of its share and still has room. */
function fullestLack(circles: Placed[][], due: readonly number[], radii: readonly number[], reach: number): Placed[] {
  const lack = (at: number): number => 1 - (circles[at]?.length ?? 0) / (due[at] ?? 1);
  const open = circles
    .map((_, at) => at)
    .filter((at) => (circles[at]?.length ?? 0) < capacityOf(radii[at] ?? 0, reach));
  const best = open.reduce((a, b) => (lack(b) > lack(a) + 1e-9 ? b : a));
  return circles[best] as Placed[];
}

/** Spreads nodes evenly over a circle, turned so that each is as near to its direction as all can be. */
function layCircle(circle: Placed[], radius: number): void {
  const step = (2 * Math.PI) / Math.max(1, circle.length);
  const offs = circle.map(({ angle }, at) => angle - at * step);
  const turn = Math.atan2(
    offs.reduce((sum, off) => sum + Math.sin(off), 0),
    offs.reduce((sum, off) => sum + Math.cos(off), 0),
  );
  circle.forEach((member, at) => {
    member.angle = turn + at * step;
    member.body.x = radius * Math.cos(member.angle);
    member.body.y = radius * Math.sin(member.angle);
  });
}
