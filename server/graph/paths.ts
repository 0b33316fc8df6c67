// The best ways between two entities, where passing through what connects everything costs most.
import TinyQueue from 'tinyqueue';

/** A graph to find ways in; ids without an entry in `degrees` count as having one relation. */
export interface Ways {
  /** For each id the ids that relations join it to. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  /** How many relations each has in all, also to what is not in `neighbours`. */
  readonly degrees: ReadonlyMap<string, number>;
}

/** One way, both ends included, with its cost. */
export interface Way {
  readonly ids: readonly string[];
  readonly cost: number;
}

/** What a step costs that arrives at an entity in order to pass through it: 1 + log2 of its degree; 1 at the end. */
export function stepCost(ways: Ways, id: string, end: string): number {
  return id === end ? 1 : 1 + Math.log2(Math.max(1, ways.degrees.get(id) ?? 1));
}

/**
 * The `k` cheapest ways that visit nothing twice, cheapest first, equal ones in the order of their ids; fewer where there are
 * no more. J. Yen, Finding the k shortest loopless paths in a network, 1971, with E. Lawler's saving of 1972, each
 * detour guided by the distances to the end.
 */
export function bestWays(ways: Ways, from: string, to: string, k: number): Way[] {
  if (from === to || k < 1) return [];
  const left = distancesTo(ways, to);
  const first = cheapest(ways, left, { start: from, end: to, closed: new Set(), barred: new Set() });
  if (first === undefined) return [];
  const found: Way[] = [];
  const candidates = new TinyQueue<Detour>([{ way: first, turn: 0 }], compareDetours);
  const seen = new Set([keyOf(first.ids)]);
  for (let next = candidates.pop(); next !== undefined; next = candidates.pop()) {
    found.push(next.way);
    if (found.length === k) break;
    for (const detour of detours(ways, left, next, found)) {
      if (seen.has(keyOf(detour.way.ids))) continue;
      seen.add(keyOf(detour.way.ids));
      candidates.push(detour);
    }
  }
  return found;
}

/** A way that leaves an earlier one at the step `turn`. */
interface Detour {
  readonly way: Way;
  readonly turn: number;
}

/** What a search may use. */
interface Search {
  readonly start: string;
  readonly end: string;
  /** Ids that may not be visited. */
  readonly closed: ReadonlySet<string>;
  /** Ids that may not be the first step. */
  readonly barred: ReadonlySet<string>;
}

function compareDetours(a: Detour, b: Detour): number {
  const difference = a.way.cost - b.way.cost;
  if (Math.abs(difference) > 1e-9) return difference;
  return keyOf(a.way.ids) < keyOf(b.way.ids) ? -1 : 1;
}

function keyOf(ids: readonly string[]): string {
  return ids.join('\u0000');
}

/** The cheapest way out of every step of a way, from where it left its own model on. */
function* detours(
  ways: Ways,
  left: ReadonlyMap<string, number>,
  { way, turn }: Detour,
  found: readonly Way[],
): Generator<Detour> {
  const end = way.ids.at(-1) ?? '';
  for (let at = turn; at < way.ids.length - 1; at++) {
    const root = way.ids.slice(0, at + 1);
    const start = root.at(-1) ?? '';
    const sharing = found.filter(({ ids }) => root.every((id, index) => ids[index] === id));
    const barred = new Set(sharing.flatMap(({ ids }) => ids[at + 1] ?? []));
    const rest = cheapest(ways, left, { start, end, closed: new Set(root.slice(0, -1)), barred });
    if (rest === undefined) continue;
    const ids = [...root.slice(0, -1), ...rest.ids];
    yield { way: { ids, cost: costOf(ways, ids) }, turn: at };
  }
}

/** What a way costs: the sum of its steps. */
function costOf(ways: Ways, ids: readonly string[]): number {
  const end = ids.at(-1) ?? '';
  return ids.slice(1).reduce((sum, id) => sum + stepCost(ways, id, end), 0);
}

/** What is left to pay from each id to the end. */
function distancesTo(ways: Ways, end: string): Map<string, number> {
  const left = new Map<string, number>();
  const queue = new TinyQueue<{ id: string; cost: number }>([{ id: end, cost: 0 }], (a, b) => a.cost - b.cost);
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    if (left.has(here.id)) continue;
    left.set(here.id, here.cost);
    const cost = here.cost + stepCost(ways, here.id, end);
    for (const id of ways.neighbours.get(here.id) ?? []) if (!left.has(id)) queue.push({ id, cost });
  }
  return left;
}

interface Step {
  readonly id: string;
  readonly paid: number;
  readonly total: number;
  readonly before: Step | undefined;
}

/** The cheapest way within what a search may use. */
function cheapest(ways: Ways, left: ReadonlyMap<string, number>, search: Search): Way | undefined {
  const done = new Set(search.closed);
  const order = (a: Step, b: Step): number => a.total - b.total || (a.id < b.id ? -1 : 1);
  const queue = new TinyQueue<Step>([{ id: search.start, paid: 0, total: 0, before: undefined }], order);
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    if (here.id === search.end) return { ids: idsTo(here), cost: here.paid };
    if (done.has(here.id)) continue;
    done.add(here.id);
    for (const id of ways.neighbours.get(here.id) ?? []) {
      const rest = left.get(id);
      if (rest === undefined || done.has(id) || (here.before === undefined && search.barred.has(id))) continue;
      const paid = here.paid + stepCost(ways, id, search.end);
      queue.push({ id, paid, total: paid + rest, before: here });
    }
  }
  return undefined;
}

function idsTo(last: Step): string[] {
  const ids: string[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.before) ids.unshift(step.id);
  return ids;
}
