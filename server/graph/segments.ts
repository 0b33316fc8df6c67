// Straight lines on the canvas: whether two cross, and whether one goes through a box.
import type { Box } from './boxes.ts';

/** A point in canvas units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** True where the segments a-b and c-d cross inside both; segments that share an end do not. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return (
    side(a, b, c.x, c.y) * side(a, b, d.x, d.y) < -crossed && side(c, d, a.x, a.y) * side(c, d, b.x, b.y) < -crossed
  );
}

/** Below this a crossing is only touching. */
const crossed = 1e-9;

function side(from: Point, to: Point, x: number, y: number): number {
  return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
}

/** True where the segment a-b goes through a box (Liang and Barsky's clipping). */
export function segmentMeetsBox(a: Point, b: Point, box: Box): boolean {
  if (Math.max(a.x, b.x) < box.left || Math.min(a.x, b.x) > box.right) return false;
  if (Math.max(a.y, b.y) < box.top || Math.min(a.y, b.y) > box.bottom) return false;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const xs = dx === 0 ? unbounded : bounds((box.left - a.x) / dx, (box.right - a.x) / dx);
  const ys = dy === 0 ? unbounded : bounds((box.top - a.y) / dy, (box.bottom - a.y) / dy);
  return Math.max(0, xs.from, ys.from) <= Math.min(1, xs.to, ys.to);
}

const unbounded = { from: -Infinity, to: Infinity };

function bounds(a: number, b: number): { from: number; to: number } {
  return a < b ? { from: a, to: b } : { from: b, to: a };
}
