// Fits a drawing into the smallest rectangle of an aspect in which its boxes find room, and moves them apart inside it.
import { boxAround } from './boxes.ts';
import { bodyBox, pushApart, separate, type Body } from './overlap.ts';

/** How much of the rectangle the boxes may cover at first; it grows where that is too tight. */
const firstCover = { few: 0.5, small: 0.72, big: 0.48 };
const growth = 1.05;
const roundsPerSize = { few: 40, small: 40, big: 12 };
/** Up to so few boxes there is room for lines between them; from so many on there is less time for each. */
const fewUpTo = 40;
const bigFrom = 1000;
const mostSizes = 14;

/** Spreads the bodies evenly over a frame of that aspect and separates them; none meets another afterwards. */
export function fitIntoFrame(bodies: Body[], aspect: number): void {
  const kind = bodies.length <= fewUpTo ? 'few' : bodies.length < bigFrom ? 'small' : 'big';
  const area = bodies.reduce((sum, body) => {
    const box = bodyBox(body);
    return sum + (box.right - box.left) * (box.bottom - box.top);
  }, 0);
  let height = Math.sqrt(area / firstCover[kind] / aspect);
  spread(bodies, height * aspect, height);
  for (let size = 0; size < mostSizes; size++) {
    for (let round = 0; round < roundsPerSize[kind]; round++) {
      const met = pushApart(bodies);
      const clamped = clampInto(bodies, height * aspect, height);
      if (met === 0 && clamped === 0) return;
    }
    height *= growth;
    for (const body of bodies) Object.assign(body, { x: body.x * growth, y: body.y * growth });
  }
  separate(bodies);
}

/** Scales the drawing to the frame around the origin, halfway to an even spread along each axis. */
function spread(bodies: Body[], width: number, height: number): void {
  const evenness = 0.5;
  for (const [axis, extent, size] of [
    ['x', width, 'width'],
    ['y', height, 'height'],
  ] as const) {
    const order = [...bodies].sort((a, b) => a[axis] - b[axis] || (a.id < b.id ? -1 : 1));
    const [least, most] = [order[0]?.[axis] ?? 0, order.at(-1)?.[axis] ?? 0];
    order.forEach((body, index) => {
      const linear = most > least ? (body[axis] - least) / (most - least) : 0.5;
      const even = order.length > 1 ? index / (order.length - 1) : 0.5;
      const room = Math.max(0, extent - body[size]);
      body[axis] = ((1 - evenness) * linear + evenness * even - 0.5) * room;
    });
  }
}

/** Moves boxes that stick out back inside; returns how many did by more than a trifle. */
function clampInto(bodies: readonly Body[], width: number, height: number): number {
  let moved = 0;
  for (const body of bodies) {
    const box = bodyBox(body);
    const dx = Math.max(0, -width / 2 - box.left) - Math.max(0, box.right - width / 2);
    const dy = Math.max(0, -height / 2 - box.top) - Math.max(0, box.bottom - height / 2);
    if (Math.abs(dx) > 0.5 || Math.abs(dy) > 0.5) moved++;
    body.x += dx;
    body.y += dy;
  }
  return moved;
}

/** Width and height that the bodies cover together. */
export function extentOf(bodies: readonly Body[]) {
  return boxAround(bodies.map(bodyBox));
}
