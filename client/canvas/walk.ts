// Where an arrow key leads: to the nearest entity in its direction, along a line where there is one.
import type { Point } from '../state/shown.ts';

/** The arrow keys. */
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** An entity that the key may lead to. */
export interface Step extends Point {
  readonly id: string;
  readonly isNeighbour: boolean;
}

const directions: Readonly<Record<Arrow, Point>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};
/** How much farther something without a line counts. */
const unconnected = 2.5;

/** The best step from a place in the key's direction, within 60 degrees of it; undefined where there is none. */
export function stepTowards(from: Point, arrow: Arrow, steps: readonly Step[]): string | undefined {
  const direction = directions[arrow];
  let best: { id: string; cost: number } | undefined;
  for (const step of steps) {
    const [dx, dy] = [step.x - from.x, step.y - from.y];
    const distance = Math.hypot(dx, dy);
    const along = dx * direction.x + dy * direction.y;
    if (distance === 0 || along < distance * 0.5) continue;
    const cost = (distance + (distance - along) * 2) * (step.isNeighbour ? 1 : unconnected);
    if (best === undefined || cost < best.cost) best = { id: step.id, cost };
  }
  return best?.id;
}
