// The lines of a picture: from border to border, side by side where several join the same two, with arrowheads.
import type { Point } from '../graph/segments.ts';
import type { LineLook, NodeLook } from '../graph/style.ts';
import { borderPoint } from './shapes.ts';
import { num } from './text.ts';

/** A node where a line ends. */
export interface LineEnd extends Point {
  readonly look: NodeLook;
  /** Size of the shape on the sheet. */
  readonly size: number;
}

/** A line ready to draw: a quadratic curve, straight where its control point lies between its ends. */
export interface LinePath {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
}

/** Space between lines that join the same two nodes, at scale 1. */
const apart = 16;

/**
 * The way of a line.
 *
 * @param offset number of the line among those of the same two nodes, 0 in the middle, seen from the smaller id
 */
export function linePath(from: LineEnd, to: LineEnd, offset: number, scale: number): LinePath {
  if (from === to || (from.x === to.x && from.y === to.y)) return loopPath(from, offset);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const normal = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const bend = offset * apart * scale * Math.min(2, Math.max(1, length / 200));
  const control = { x: (from.x + to.x) / 2 + normal.x * bend, y: (from.y + to.y) / 2 + normal.y * bend };
  const start = borderPoint(from.look.shape, from, from.size, control);
  const end = borderPoint(to.look.shape, to, to.size, control);
  const overlaps = (end.x - start.x) * (to.x - from.x) + (end.y - start.y) * (to.y - from.y) <= 0;
  return overlaps ? { start: from, control: midpoint(from, to), end: to } : { start, control, end };
}

function midpoint(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** A loop above a node that is joined to itself. */
function loopPath(node: LineEnd, offset: number): LinePath {
  const reach = node.size * (1.6 + Math.abs(offset) * 0.5);
  const control = { x: node.x, y: node.y - reach };
  const left = borderPoint(node.look.shape, node, node.size, { x: node.x - reach / 2, y: control.y });
  const right = borderPoint(node.look.shape, node, node.size, { x: node.x + reach / 2, y: control.y });
  return { start: left, control, end: right };
}

/** The point at a part (0 to 1) of the way. */
export function pointAt({ start, control, end }: LinePath, part: number): Point {
  const [a, b, c] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2];
  return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
}

/** Markup of a line and its arrowhead, as broken and as wide as it looks. */
export function lineMarkup(path: LinePath, look: LineLook, scale: number): string {
  const width = Math.max(0.8, look.width * scale);
  const head = look.arrow ? arrowhead(path, width, scale) : undefined;
  const tip = head?.base ?? path.end;
  const isStraight = Math.abs(cross(path.start, path.control, path.end)) < 0.5;
  const way = isStraight ? `L${at(tip)}` : `Q${at(path.control)} ${at(tip)}`;
  const dash = look.dashPattern.map((part) => num(part * Math.max(0.7, scale))).join(' ');
  const broken =
    dash === '' ? '' : ` stroke-dasharray="${dash}"${look.dash === 'dotted' ? ' stroke-linecap="round"' : ''}`;
  const line = `<path d="M${at(path.start)}${way}" fill="none" stroke="${look.colour}" stroke-width="${num(width)}"${broken}/>`;
  return head === undefined ? line : `${line}<polygon points="${head.points}" fill="${look.colour}"/>`;
}

function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function at({ x, y }: Point): string {
  return `${num(x)} ${num(y)}`;
}

/** A small triangle whose tip is the line's end, and the point where the line stops behind it. */
function arrowhead({ start, control, end }: LinePath, width: number, scale: number): { points: string; base: Point } {
  const from = Math.hypot(end.x - control.x, end.y - control.y) < 0.01 ? start : control;
  const distance = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const [ux, uy] = [(end.x - from.x) / distance, (end.y - from.y) / distance];
  const long = Math.max(4.5, 6 * scale) + width;
  const half = Math.max(2.1, 2.6 * scale) + width * 0.5;
  const base = { x: end.x - ux * long, y: end.y - uy * long };
  const left = { x: base.x - uy * half, y: base.y + ux * half };
  const right = { x: base.x + uy * half, y: base.y - ux * half };
  const points = [end, left, right].map(({ x, y }) => `${num(x)},${num(y)}`).join(' ');
  return { points, base: { x: end.x - ux * (long - 1), y: end.y - uy * (long - 1) } };
}
