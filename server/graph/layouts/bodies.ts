// What the layouts that follow a rule have in common: bodies in a fixed order, and positions out of them.
import type { Box } from '../boxes.ts';
import { extentOf } from '../frame.ts';
import type { LayoutNode, Position } from '../layout.ts';
import type { Body } from '../overlap.ts';
import { layRows } from '../rows.ts';

/** Bodies at the origin, each id once, in the order of the ids. */
export function bodiesInOrder(nodes: readonly LayoutNode[]): Body[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, width, height, radius, margin = 0 }) => ({
      id,
      width,
      height,
      radius,
      margin,
      x: 0,
      y: 0,
      isFixed: false,
    }));
}

/** Puts what the rule says nothing about in rows below the rest. */
export function layRest(rest: readonly Body[], placed: readonly Body[], aspect: number): void {
  const above: Box | undefined = placed.length === 0 ? undefined : extentOf(placed);
  layRows(
    rest.map((body) => [body]),
    above,
    aspect,
  );
}

/** The positions by id, to a hundredth of a unit. */
export function positionsOf(bodies: readonly Body[]): Record<string, Position> {
  const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;
  return Object.fromEntries(bodies.map(({ id, x, y }) => [id, { x: rounded(x), y: rounded(y) }]));
}
