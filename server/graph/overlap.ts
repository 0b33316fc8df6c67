// Moves boxes apart until none meet: first by pushing neighbours, then, for what is left, to the nearest free place.
import { BoxGrid, type Box } from './boxes.ts';

/** A box on its way to its place; x and y are the middle of the node, `radius` below the box's upper edge. */
export interface Body {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Space kept free around the box, beyond the usual gap. */
  readonly margin: number;
  readonly isFixed: boolean;
  x: number;
  y: number;
}

/** Space kept between two boxes, in canvas units. */
export const boxGap = 6;

/** The box that a body covers, its margin and half the gap included on every side. */
export function bodyBox(body: Omit<Body, 'isFixed'>): Box {
  const half = boxGap / 2 + body.margin;
  const top = body.y - body.radius - half;
  return {
    left: body.x - body.width / 2 - half,
    top,
    right: body.x + body.width / 2 + half,
    bottom: top + body.height + 2 * half,
  };
}

/** Moves those bodies that are not fixed until no box meets another; deterministic in the order of the bodies. */
export function separate(bodies: Body[], rounds = 60): void {
  for (let round = 0; round < rounds && pushApart(bodies) > 0; round++);
  placeRest(bodies);
}

/**
 * One round of pushing overlapping pairs apart along the shorter way; returns how many pairs met. Pairs are found by a
 * sweep from left to right, so that only boxes that share a stretch of the x axis are compared.
 */
export function pushApart(bodies: readonly Body[]): number {
  const swept = bodies
    .map((body) => {
      const { left, right } = bodyBox(body);
      return { body, left, right };
    })
    .sort((a, b) => a.left - b.left || (a.body.id < b.body.id ? -1 : 1));
  let met = 0;
  for (let first = 0; first < swept.length; first++) {
    const a = swept[first];
    if (a === undefined) continue;
    for (let second = first + 1; second < swept.length; second++) {
      const b = swept[second];
      if (b === undefined || b.left >= a.right) break;
      if (a.body.isFixed && b.body.isFixed) continue;
      if (pushPair(a.body, b.body)) met++;
    }
  }
  return met;
}

/** Pushes two bodies apart where they meet; a fixed one stays and the other goes the whole way. */
function pushPair(a: Body, b: Body): boolean {
  const apartX = b.x - a.x;
  const gap = boxGap + a.margin + b.margin;
  const overX = (a.width + b.width) / 2 + gap - Math.abs(apartX);
  if (overX <= 0) return false;
  const apartY = b.y - b.radius + b.height / 2 - (a.y - a.radius + a.height / 2);
  const overY = (a.height + b.height) / 2 + gap - Math.abs(apartY);
  if (overY <= 0) return false;
  const shareA = a.isFixed ? 0 : b.isFixed ? 1 : 0.5;
  const axis = overX < overY ? 'x' : 'y';
  const way = (axis === 'x' ? apartX : apartY) < 0 ? 1 : -1;
  const distance = Math.min(overX, overY) + 0.02;
  a[axis] += way * distance * shareA;
  b[axis] -= way * distance * (1 - shareA);
  return true;
}

/** Puts every body that still meets another at the nearest free place on rings around it. */
function placeRest(bodies: readonly Body[]): void {
  const grid = new BoxGrid<{ box: Box }>(80);
  for (const body of bodies) if (body.isFixed) grid.add({ box: bodyBox(body) });
  for (const body of bodies) {
    if (body.isFixed) continue;
    if (grid.meets(bodyBox(body))) Object.assign(body, freePlace(body, grid));
    grid.add({ box: bodyBox(body) });
  }
}

/** The nearest free place for a body, tried on rings that widen. */
function freePlace(body: Body, grid: BoxGrid<{ box: Box }>): { x: number; y: number } {
  for (let ring = 1; ; ring++) {
    const steps = 8 + 4 * ring;
    for (let step = 0; step < steps; step++) {
      const angle = (2 * Math.PI * step) / steps;
      const place = { x: body.x + ring * 14 * Math.cos(angle), y: body.y + ring * 10 * Math.sin(angle) };
      if (!grid.meets(bodyBox({ ...body, ...place }))) return place;
    }
  }
}
