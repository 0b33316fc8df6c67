// Moves boxes apart until none meet: first by pushing neighbours, then, for what is left, to the nearest free place.
import { BoxGrid, boxesMeet, type Box } from './boxes.ts';

/** A box on its way to its place; x and y are the middle of the node, `radius` below the box's upper edge. */
export interface Body {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly isFixed: boolean;
  x: number;
  y: number;
}

/** Space kept between two boxes, in canvas units. */
export const boxGap = 6;

/** The box that a body covers, half the gap included on every side. */
export function bodyBox(body: Omit<Body, 'isFixed'>): Box {
  const half = boxGap / 2;
  const top = body.y - body.radius - half;
  return {
    left: body.x - body.width / 2 - half,
    top,
    right: body.x + body.width / 2 + half,
    bottom: top + body.height + boxGap,
  };
}

/** Moves those bodies that are not fixed until no box meets another; deterministic in the order of the bodies. */
export function separate(bodies: Body[], rounds = 60): void {
  for (let round = 0; round < rounds && pushApart(bodies) > 0; round++);
  placeRest(bodies);
}

/** One round of pushing overlapping pairs apart along the shorter way; returns how many pairs met. */
export function pushApart(bodies: readonly Body[]): number {
  const grid = new BoxGrid<{ box: Box; body: Body }>(80);
  let met = 0;
  for (const body of bodies) {
    for (const other of grid.meeting(bodyBox(body))) {
      if (body.isFixed && other.body.isFixed) continue;
      const a = bodyBox(body);
      const b = bodyBox(other.body);
      if (!boxesMeet(a, b)) continue;
      met++;
      pushPair(body, a, other.body, b);
    }
    grid.add({ box: bodyBox(body), body });
  }
  return met;
}

function pushPair(a: Body, boxA: Box, b: Body, boxB: Box): void {
  const overX = Math.min(boxA.right, boxB.right) - Math.max(boxA.left, boxB.left) + 0.02;
  const overY = Math.min(boxA.bottom, boxB.bottom) - Math.max(boxA.top, boxB.top) + 0.02;
  const shareA = a.isFixed ? 0 : b.isFixed ? 1 : 0.5;
  if (overX < overY) {
    const sign = boxA.left + boxA.right < boxB.left + boxB.right ? -1 : 1;
    a.x += sign * overX * shareA;
    b.x -= sign * overX * (1 - shareA);
  } else {
    const sign = boxA.top + boxA.bottom < boxB.top + boxB.bottom ? -1 : 1;
    a.y += sign * overY * shareA;
    b.y -= sign * overY * (1 - shareA);
  }
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
export function freePlace(body: Body, grid: BoxGrid<{ box: Box }>): { x: number; y: number } {
  for (let ring = 1; ; ring++) {
    const steps = 8 + 4 * ring;
    for (let step = 0; step < steps; step++) {
      const angle = (2 * Math.PI * step) / steps;
      const place = { x: body.x + ring * 14 * Math.cos(angle), y: body.y + ring * 10 * Math.sin(angle) };
      if (!grid.meets(bodyBox({ ...body, ...place }))) return place;
    }
  }
}
