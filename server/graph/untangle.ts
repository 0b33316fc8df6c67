// Local search on a finished drawing: moves and swaps nodes where that takes away crossings and shortens lines.
import { boxesMeet, grown, type Box } from './boxes.ts';
import type { Edge } from './forces.ts';
import { bodyBox, type Body } from './overlap.ts';
import { segmentMeetsBox, segmentsCross, type Point } from './segments.ts';

/** What one crossing, one line through a box, and one unit of line length cost. */
const costs = { crossing: 1, throughBox: 3, length: 0.006 };
/** Bigger graphs are left as the forces made them: a try costs about as much as there are lines. */
const mostNodes = 320;
/** How many comparisons of two lines, or a line and a box, the search may make: about half a second. */
const mostComparisons = 24_000_000;
const mostTries = 60_000;

/** A seeded generator of numbers from 0 to 1 (linear congruential, constants of Numerical Recipes). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Improves the drawing inside a rectangle; boxes that did not meet still do not. Deterministic. */
export function untangle(bodies: readonly Body[], edges: readonly Edge[], frame: Box): void {
  if (bodies.length < 4 || bodies.length > mostNodes || edges.length === 0) return;
  const search = new Search(bodies, edges, frame);
  for (let turn = 0; turn < mostTries && search.comparisons < mostComparisons; turn++) {
    const done = Math.max(turn / mostTries, search.comparisons / mostComparisons);
    search.try(1.2 * (1 - done) ** 2);
  }
}

function coreBox(body: Body): Box {
  return grown(bodyBox(body), -body.margin);
}

class Search {
  comparisons = 0;
  readonly #bodies: readonly Body[];
  readonly #edges: readonly { readonly a: number; readonly b: number; readonly from: Body; readonly to: Body }[];
  readonly #frame: Box;
  readonly #random = seededRandom(20_260_415);
  readonly #own: number[][];
  /** Boxes with their margins, which must not meet, and without, which lines should not go through. */
  readonly #boxes: Box[];
  readonly #cores: Box[];
  readonly #isMoved: Uint8Array;

  constructor(bodies: readonly Body[], edges: readonly Edge[], frame: Box) {
    this.#bodies = bodies;
    this.#edges = edges.map(([a, b]) => ({ a, b, from: bodies[a] as Body, to: bodies[b] as Body }));
    this.#frame = frame;
    this.#boxes = bodies.map(bodyBox);
    this.#cores = bodies.map(coreBox);
    this.#own = bodies.map((_, node) => edges.flatMap((edge, index) => (edge.includes(node) ? [index] : [])));
    this.#isMoved = new Uint8Array(edges.length);
  }

  /** One try: a move or a swap, kept where it is no worse than the temperature allows. */
  try(temperature: number): void {
    const node = this.#pick(this.#bodies.length);
    if (this.#random() < 0.35) {
      const other = this.#pick(this.#bodies.length);
      if (other !== node) this.#attempt([node, other], [this.#place(other), this.#place(node)], temperature);
    } else {
      this.#attempt([node], [this.#target(node)], temperature);
    }
  }

  #pick(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #place(node: number): Point {
    const { x, y } = this.#bodies[node] as Body;
    return { x, y };
  }

  /** Somewhere to go: a step aside, near a neighbour, or anywhere in the frame. */
  #target(node: number): Point {
    const { left, top, right, bottom } = this.#frame;
    const kind = this.#random();
    const [u, v] = [this.#random() - 0.5, this.#random() - 0.5];
    const own = this.#own[node] ?? [];
    if (kind < 0.4) {
      const from = this.#place(node);
      return { x: from.x + u * 160, y: from.y + v * 120 };
    }
    if (kind < 0.75 && own.length > 0) {
      const edge = this.#edges[own[this.#pick(own.length)] ?? 0];
      const other = edge?.a === node ? edge.to : edge?.from;
      return { x: (other?.x ?? 0) + u * 340, y: (other?.y ?? 0) + v * 260 };
    }
    return { x: left + (u + 0.5) * (right - left), y: top + (v + 0.5) * (bottom - top) };
  }

  #attempt(nodes: readonly number[], targets: readonly Point[], temperature: number): void {
    const kept = nodes.map((node) => this.#place(node));
    this.#put(nodes, targets);
    if (!nodes.every((node) => this.#fits(node))) return this.#put(nodes, kept);
    const after = this.#costOf(nodes);
    this.#put(nodes, kept);
    const rise = after - this.#costOf(nodes);
    if (rise <= 0 || this.#random() < Math.exp(-rise / Math.max(1e-6, temperature))) this.#put(nodes, targets);
  }

  #put(nodes: readonly number[], places: readonly Point[]): void {
    nodes.forEach((node, index) => {
      const body = this.#bodies[node] as Body;
      body.x = places[index]?.x ?? body.x;
      body.y = places[index]?.y ?? body.y;
      this.#boxes[node] = bodyBox(body);
      this.#cores[node] = coreBox(body);
    });
  }

  #fits(node: number): boolean {
    const { left, top, right, bottom } = this.#frame;
    const box = this.#boxes[node] as Box;
    if (box.left < left || box.top < top || box.right > right || box.bottom > bottom) return false;
    for (let other = 0; other < this.#boxes.length; other++) {
      if (other !== node && boxesMeet(box, this.#boxes[other] as Box)) return false;
    }
    return true;
  }

  /** What the nodes' own lines and boxes cost as they lie. */
  #costOf(nodes: readonly number[]): number {
    const moved = nodes.flatMap((node) => this.#own[node] ?? []);
    for (const index of moved) this.#isMoved[index] = 1;
    let cost = 0;
    for (const index of moved) cost += this.#lineCost(index);
    for (let index = 0; index < this.#edges.length; index++) {
      if (this.#isMoved[index] === 1) continue;
      for (const node of nodes) if (this.#isThrough(index, node)) cost += costs.throughBox;
    }
    for (const index of moved) this.#isMoved[index] = 0;
    this.comparisons += moved.length * (this.#edges.length + this.#boxes.length) + this.#edges.length;
    return cost;
  }

  /** What a line costs: its length, its crossings (half of each where both lines move), the boxes it goes through. */
  #lineCost(index: number): number {
    const line = this.#edges[index];
    if (line === undefined) return 0;
    let cost = costs.length * Math.hypot(line.from.x - line.to.x, line.from.y - line.to.y);
    for (let other = 0; other < this.#edges.length; other++) {
      const { from, to } = this.#edges[other] ?? line;
      if (other === index || !segmentsCross(line.from, line.to, from, to)) continue;
      cost += this.#isMoved[other] === 1 ? costs.crossing / 2 : costs.crossing;
    }
    for (let node = 0; node < this.#boxes.length; node++) {
      if (this.#isThrough(index, node)) cost += costs.throughBox;
    }
    return cost;
  }

  #isThrough(index: number, node: number): boolean {
    const line = this.#edges[index];
    if (line === undefined || line.a === node || line.b === node) return false;
    return segmentMeetsBox(line.from, line.to, this.#cores[node] as Box);
  }
}
