// The layered layout: who signs, pledges, finances and supplies stands above what is signed, pledged, financed and supplied.
import type { LayoutInput, Position } from '../layout.ts';
import { boxGap, type Body } from '../overlap.ts';
import { bodiesInOrder, layRest, positionsOf } from './bodies.ts';
import { strongParts } from './strong-parts.ts';

/** What is to be laid out; `edges` are those that lead downwards. */
export type LayeredInput = LayoutInput;

const layerGap = 46;
const sweeps = 6;

/** Nodes that stand side by side because arrows lead round between them; most are alone. */
interface Group {
  readonly members: Body[];
  readonly width: number;
  /** Numbers of the groups that arrows come from, and lead to. */
  readonly above: number[];
  readonly below: number[];
  layer: number;
  /** Middle of the group along its row. */
  x: number;
}

/**
 * Places nodes in layers so that no edge points upwards: its end lies below its start, or level with it where edges lead
 * round in a circle. No two boxes meet; crossings are lessened by ordering each layer by its neighbours. Wide layers have
 * several rows. Nodes without an edge stand in rows below. The same input in any order gives the same positions.
 */
export function layLayered(input: LayeredInput): Record<string, Position> {
  const bodies = bodiesInOrder(input.nodes);
  const aspect = input.aspect ?? 1.6;
  const next = arrowsOf(bodies, input.edges);
  const joined = new Set(next.flatMap((targets, at) => (targets.length > 0 ? [at, ...targets] : [])));
  layLayers(groupsOf(bodies, next), aspect);
  const within = bodies.filter((_, at) => joined.has(at));
  layRest(
    bodies.filter((_, at) => !joined.has(at)),
    within,
    aspect,
  );
  return positionsOf(bodies);
}

function arrowsOf(bodies: readonly Body[], edges: LayoutInput['edges']): number[][] {
  const index = new Map(bodies.map((body, at) => [body.id, at]));
  const next: Set<number>[] = bodies.map(() => new Set());
  for (const { from, to } of edges) {
    const [a, b] = [index.get(from), index.get(to)];
    if (a !== undefined && b !== undefined && a !== b) next[a]?.add(b);
  }
  return next.map((targets) => [...targets].sort((a, b) => a - b));
}

function groupsOf(bodies: readonly Body[], next: readonly (readonly number[])[]): Group[] {
  const part = strongParts(next);
  const members: Body[][] = Array.from({ length: Math.max(-1, ...part) + 1 }, () => []);
  part.forEach((number, at) => members[number]?.push(bodies[at] as Body));
  const groups = members.map((list): Group => {
    const width = list.reduce((sum, body) => sum + body.width + 2 * body.margin + boxGap, 0);
    return { members: list, width, above: [], below: [], layer: 0, x: 0 };
  });
  const seen = new Set<string>();
  next.forEach((targets, at) => {
    for (const target of targets) {
      const [from, to] = [part[at] ?? 0, part[target] ?? 0];
      if (from === to || seen.has(`${from} ${to}`)) continue;
      seen.add(`${from} ${to}`);
      groups[from]?.below.push(to);
      groups[to]?.above.push(from);
    }
  });
  chooseLayers(groups);
  return groups;
}

/** Each group one layer below the lowest that leads to it; those that nothing leads to as low as their arrows let them. */
function chooseLayers(groups: readonly Group[]): void {
  // Arrows lead from higher numbers to lower ones.
  for (const group of [...groups].reverse())
    group.layer = Math.max(0, ...group.above.map((at) => (groups[at]?.layer ?? 0) + 1));
  for (const group of groups)
    if (group.above.length === 0 && group.below.length > 0)
      group.layer = Math.min(...group.below.map((at) => groups[at]?.layer ?? 1)) - 1;
}

function layLayers(groups: readonly Group[], aspect: number): void {
  const joined = groups.filter(({ above, below, members }) => above.length + below.length > 0 || members.length > 1);
  const byLayer = new Map<number, Group[]>();
  for (const group of joined) byLayer.set(group.layer, [...(byLayer.get(group.layer) ?? []), group]);
  const layers = [...byLayer].sort(([a], [b]) => a - b).map(([, members]) => members);
  const firstId = ({ members }: Group): string => members[0]?.id ?? '';
  for (const layer of layers) spread(layer.sort((a, b) => (firstId(a) < firstId(b) ? -1 : 1)));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const side = sweep % 2 === 0 ? 'above' : 'below';
    for (const layer of side === 'above' ? layers : [...layers].reverse()) order(layer, side, groups);
  }
  const widest = widthFor(joined, layers.length, aspect);
  let top = 0;
  for (const layer of layers) {
    for (const row of rowsOf(layer, widest)) top = layRow(row, top) + boxGap;
    top += layerGap;
  }
}

/** Orders a layer by the middle of each group's neighbours on one side; a group without any stays about where it is. */
function order(layer: Group[], side: 'above' | 'below', groups: readonly Group[]): void {
  const middle = new Map(
    layer.map((group) => {
      const near = group[side].map((at) => groups[at]?.x ?? 0);
      return [group, near.length === 0 ? group.x : near.reduce((sum, x) => sum + x, 0) / near.length];
    }),
  );
  const place = new Map(layer.map((group, at) => [group, at]));
  layer.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || (place.get(a) ?? 0) - (place.get(b) ?? 0));
  spread(layer);
}

/** Sets groups side by side, around 0. */
function spread(row: readonly Group[]): void {
  let left = -row.reduce((sum, { width }) => sum + width, 0) / 2;
  for (const group of row) {
    group.x = left + group.width / 2;
    left += group.width;
  }
}

/** Width of rows that brings the whole near the aspect; never less than the widest group. */
function widthFor(groups: readonly Group[], layers: number, aspect: number): number {
  const bodies = groups.flatMap(({ members }) => members);
  const area = bodies.reduce((sum, body) => sum + (body.width + boxGap) * (body.height + boxGap), 0);
  const gaps = layers * layerGap * aspect;
  const width = (gaps + Math.sqrt(gaps * gaps + 4 * area * aspect)) / 2;
  return Math.max(width, ...groups.map((group) => group.width));
}

/** A layer in as many rows as it needs, about equally long, in its order. */
function rowsOf(layer: readonly Group[], widest: number): Group[][] {
  const total = layer.reduce((sum, { width }) => sum + width, 0);
  const share = total / Math.ceil(total / widest);
  const rows: Group[][] = [[]];
  let used = 0;
  for (const group of layer) {
    if (used > 0 && (used + group.width > widest || used + group.width / 2 > share)) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(group);
    used += group.width;
  }
  return rows;
}

/** Lays one row, all middles on one line, and returns its lower edge. */
function layRow(row: readonly Group[], top: number): number {
  spread(row);
  const bodies = row.flatMap(({ members }) => members);
  const y = top + boxGap / 2 + Math.max(...bodies.map((body) => body.radius + body.margin));
  for (const group of row) {
    let left = group.x - group.width / 2;
    for (const body of group.members) {
      const width = body.width + 2 * body.margin + boxGap;
      body.x = left + width / 2;
      body.y = y;
      left += width;
    }
  }
  return y + Math.max(...bodies.map((body) => body.height - body.radius + body.margin)) + boxGap / 2;
}
