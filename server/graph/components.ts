// Connected parts of a graph, and how their rectangles are packed side by side.
import { boxAround, boxesMeet, type Box } from './boxes.ts';

/** The connected parts, as lists of node numbers, largest first, then by their first node. */
export function componentsOf(count: number, edges: readonly (readonly [number, number])[]): number[][] {
  const neighbours = neighboursOf(count, edges);
  const seen = new Uint8Array(count);
  const parts: number[][] = [];
  for (let start = 0; start < count; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    const part = [start];
    for (const at of part) {
      for (const next of neighbours[at] ?? []) {
        if (seen[next]) continue;
        seen[next] = 1;
        part.push(next);
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/** For each node the numbers of its neighbours. */
export function neighboursOf(count: number, edges: readonly (readonly [number, number])[]): number[][] {
  const neighbours: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of edges) {
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  return neighbours;
}

/** Width and height of something to be packed. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** More parts than this are packed in rows, which is quicker. */
const mostCompared = 60;

/**
 * Upper left corners for rectangles, in the order given, so that the whole stays compact and near the aspect.
 *
 * @param gap space between two rectangles
 */
export function pack(sizes: readonly Size[], aspect: number, gap: number): { left: number; top: number }[] {
  const placed: Box[] = [];
  for (const size of sizes) {
    const candidates = placed.length > mostCompared ? [rowPlace(placed, size, aspect, gap)] : corners(placed, gap);
    const free = candidates
      .map(({ left, top }) => ({ left, top, right: left + size.width, bottom: top + size.height }))
      .filter((box) => placed.every((other) => !boxesMeet(box, other)));
    const cost = (box: Box) => {
      const around = boxAround([...placed, box]);
      return Math.max((around.right - around.left) / aspect, around.bottom - around.top) + (box.left + box.top) * 1e-4;
    };
    const best = free.reduce<Box | undefined>((a, b) => (a === undefined || cost(b) < cost(a) ? b : a), undefined);
    placed.push(best ?? { left: 0, top: 0, right: size.width, bottom: size.height });
  }
  return placed.map(({ left, top }) => ({ left, top }));
}

function corners(placed: readonly Box[], gap: number): { left: number; top: number }[] {
  const lefts = [0, ...placed.map((box) => box.right + gap)];
  const tops = [0, ...placed.map((box) => box.bottom + gap)];
  return lefts.flatMap((left) => tops.map((top) => ({ left, top })));
}

/** The next place in the last row, or the start of a new one below everything. */
function rowPlace(placed: readonly Box[], size: Size, aspect: number, gap: number): { left: number; top: number } {
  const around = boxAround(placed);
  const width = Math.max(around.right, Math.sqrt((around.right * around.bottom + size.width * size.height) * aspect));
  const last = placed.at(-1);
  const below = Math.max(...placed.map((box) => (last && box.top === last.top ? box.bottom : around.bottom)));
  if (last && last.bottom >= around.bottom - 1 && last.right + gap + size.width <= width) {
    return { left: last.right + gap, top: last.top };
  }
  return { left: 0, top: Math.max(below, around.bottom) + gap };
}
