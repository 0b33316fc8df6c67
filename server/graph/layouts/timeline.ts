// The timeline: what is dated later lies farther to the right.
import { isBefore } from '../edtf.ts';
import type { LayoutInput, Position } from '../layout.ts';
import { boxGap, type Body } from '../overlap.ts';
import { bodiesInOrder, layRest, positionsOf } from './bodies.ts';

/** What is to be laid out, and when each began. */
export interface TimelineInput extends LayoutInput {
  /** First day (ISO) of each dated node, by id. */
  readonly days: Readonly<Record<string, string>>;
}

const columnGap = 28;

/**
 * Places dated nodes in columns, one or several a day: of two nodes the later lies to the right of the earlier, nodes of
 * one day lie between those of the days before and after, and no two boxes meet. Undated ones stand in rows below. The
 * same input in any order gives the same positions.
 */
export function layTimeline(input: TimelineInput): Record<string, Position> {
  const bodies = bodiesInOrder(input.nodes);
  const aspect = input.aspect ?? 1.6;
  const dayOf = ({ id }: Body): string | undefined => (Object.hasOwn(input.days, id) ? input.days[id] : undefined);
  const dated = bodies.filter((body) => dayOf(body) !== undefined);
  const days = new Map<string, Body[]>();
  for (const body of dated) {
    const members = days.get(dayOf(body) ?? '');
    if (members === undefined) days.set(dayOf(body) ?? '', [body]);
    else members.push(body);
  }
  const inOrder = [...days].sort(([a], [b]) => (isBefore(a, b) ? -1 : 1)).map(([, members]) => members);
  layColumns(
    inOrder.map((members) => byNeighbours(members, input.edges)),
    aspect,
  );
  layRest(
    bodies.filter((body) => dayOf(body) === undefined),
    dated,
    aspect,
  );
  return positionsOf(bodies);
}

/** Members of a day with those beside each other that have a neighbour in common: in the order of their neighbours' ids. */
function byNeighbours(members: readonly Body[], edges: LayoutInput['edges']): Body[] {
  const first = new Map<string, string>();
  for (const { from, to } of edges) {
    for (const [own, other] of [
      [from, to],
      [to, from],
    ] as const)
      if (own !== other && other < (first.get(own) ?? '\uffff')) first.set(own, other);
  }
  const keyOf = ({ id }: Body): string => first.get(id) ?? '';
  return [...members].sort((a, b) => (keyOf(a) === keyOf(b) ? (a.id < b.id ? -1 : 1) : keyOf(a) < keyOf(b) ? -1 : 1));
}

function layColumns(days: readonly Body[][], aspect: number): void {
  const rows = rowsFor(days, aspect);
  let left = 0;
  for (const members of days) {
    for (let start = 0; start < members.length; start += rows) {
      const column = members.slice(start, start + rows);
      const width = Math.max(...column.map((body) => body.width + 2 * body.margin));
      layColumn(column, left + width / 2);
      left += width + boxGap;
    }
    left += columnGap - boxGap;
  }
}

/** How many nodes stand above each other at most, so that the whole comes near the aspect. */
function rowsFor(days: readonly Body[][], aspect: number): number {
  const all = days.flat();
  const mean = (size: (body: Body) => number): number =>
    all.reduce((sum, body) => sum + size(body), 0) / Math.max(1, all.length);
  const [width, height] = [mean((body) => body.width) + boxGap, mean((body) => body.height) + boxGap];
  const most = Math.max(1, ...days.map((members) => members.length));
  const isFlat = (rows: number): boolean => {
    const columns = days.reduce((sum, members) => sum + Math.ceil(members.length / rows), 0);
    return columns * width > aspect * rows * height;
  };
  let rows = 1;
  while (rows < most && isFlat(rows)) rows += 1;
  return rows;
}

/** Stacks a column around the axis. */
function layColumn(column: readonly Body[], x: number): void {
  const heights = column.map((body) => body.height + 2 * body.margin + boxGap);
  let top = -heights.reduce((sum, height) => sum + height, 0) / 2;
  column.forEach((body, at) => {
    body.x = x;
    body.y = top + boxGap / 2 + body.margin + body.radius;
    top += heights[at] ?? 0;
  });
}
