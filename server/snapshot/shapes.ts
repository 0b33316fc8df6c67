// The outlines of the shapes: how each is drawn, and where a line from its middle leaves it.
import type { Point } from '../graph/segments.ts';
import type { ShapeName } from '../graph/style.ts';
import { num } from './text.ts';

const corner = 0.22;

function regular(corners: number, turn: number): Point[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = turn + (2 * Math.PI * index) / corners;
    return { x: Math.cos(angle) / 2, y: Math.sin(angle) / 2 };
  });
}

const up = -Math.PI / 2;
const starRatio = 0.5;
const square = [
  { x: -0.5, y: -0.5 },
  { x: 0.5, y: -0.5 },
  { x: 0.5, y: 0.5 },
  { x: -0.5, y: 0.5 },
];

/** Corners around the middle, in parts of the size. */
const outlines: Readonly<Record<Exclude<ShapeName, 'ellipse'>, readonly Point[]>> = {
  rectangle: square,
  'round-rectangle': square,
  diamond: regular(4, up),
  hexagon: regular(6, 0).map(({ x, y }) => ({ x, y: y * 1.1 })),
  octagon: regular(8, Math.PI / 8).map(({ x, y }) => ({ x: x * 1.08, y: y * 1.08 })),
  triangle: [
    { x: 0, y: -0.5 },
    { x: 0.5, y: 0.42 },
    { x: -0.5, y: 0.42 },
  ],
  pentagon: regular(5, up).map(({ x, y }) => ({ x, y: y + 0.03 })),
  tag: [
    { x: -0.5, y: -0.4 },
    { x: 0.22, y: -0.4 },
    { x: 0.5, y: 0 },
    { x: 0.22, y: 0.4 },
    { x: -0.5, y: 0.4 },
  ],
  star: regular(10, up).map(({ x, y }, index) => (index % 2 === 0 ? { x, y } : { x: x * starRatio, y: y * starRatio })),
};

/** Markup of a shape, with the attributes given (made by this program) put in. */
export function shapeMarkup(shape: ShapeName, middle: Point, size: number, attributes: string): string {
  const { x, y } = middle;
  if (shape === 'ellipse') return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(size / 2)}" ${attributes}/>`;
  if (shape === 'round-rectangle') {
    const [left, top] = [num(x - size / 2), num(y - size / 2)];
    return `<rect x="${left}" y="${top}" width="${num(size)}" height="${num(size)}" rx="${num(size * corner)}" ${attributes}/>`;
  }
  const points = outlines[shape].map((point) => `${num(x + point.x * size)},${num(y + point.y * size)}`);
  return `<polygon points="${points.join(' ')}" stroke-linejoin="round" ${attributes}/>`;
}

/** Where a line from the middle of a shape towards a point crosses its outline. */
export function borderPoint(shape: ShapeName, middle: Point, size: number, towards: Point): Point {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return middle;
  const direction = { x: dx / length, y: dy / length };
  const reach = shape === 'ellipse' ? 0.5 : outlineReach(outlines[shape], direction);
  return { x: middle.x + direction.x * reach * size, y: middle.y + direction.y * reach * size };
}

/** How far the outline is from the middle in a direction: the farthest of its sides that the ray meets. */
function outlineReach(corners: readonly Point[], direction: Point): number {
  let reach = 0;
  corners.forEach((a, index) => {
    const b = corners[(index + 1) % corners.length] ?? a;
    const [ex, ey] = [b.x - a.x, b.y - a.y];
    const determinant = direction.x * ey - direction.y * ex;
    if (Math.abs(determinant) < 1e-12) return;
    const along = (a.x * ey - a.y * ex) / determinant;
    const part = (a.x * direction.y - a.y * direction.x) / determinant;
    if (along > 0 && part >= -1e-9 && part <= 1 + 1e-9) reach = Math.max(reach, along);
  });
  return reach === 0 ? 0.5 : reach;
}
