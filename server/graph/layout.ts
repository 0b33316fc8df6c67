// Where entities lie: a deterministic layout in which no two boxes of node and label meet.
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { separate, type Body } from './overlap.ts';

/** A point in canvas units. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** An entity to be laid out: the box of node and label, the node's middle `radius` below the box's upper edge. */
export interface LayoutNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** What is to be laid out. */
export interface LayoutInput {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** Entities that keep their place, by id. */
  readonly fixed?: Readonly<Record<string, Position>> | undefined;
  /** Width over height of the space to fill. */
  readonly aspect?: number | undefined;
}

/**
 * Places every node so that no two boxes meet. The same input in any order gives the same positions; fixed nodes stay
 * exactly where they are (those that already overlap each other are left so).
 */
export function layOut(input: LayoutInput): Record<string, Position> {
  const aspect = input.aspect ?? 1.6;
  const nodes = [...input.nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const bodies = nodes.map((node, index): Body => {
    const angle = index * Math.PI * (3 - Math.sqrt(5));
    const reach = 60 * Math.sqrt(index + 0.5);
    const held = input.fixed?.[node.id];
    const place = held ?? { x: reach * Math.cos(angle) * aspect, y: reach * Math.sin(angle) };
    return { ...node, ...place, isFixed: held !== undefined };
  });
  const known = new Set(nodes.map((node) => node.id));
  const links = input.edges
    .filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
    .map(({ from, to }) => ({ source: from, target: to }))
    .sort((a, b) => (`${a.source} ${a.target}` < `${b.source} ${b.target}` ? -1 : 1));
  const simulated = bodies.map((body) => (body.isFixed ? { ...body, fx: body.x, fy: body.y } : { ...body }));
  forceSimulation(simulated)
    .stop()
    .force(
      'link',
      forceLink<(typeof simulated)[number], (typeof links)[number] & { source: never; target: never }>(links as never)
        .id((body) => body.id)
        .distance(90),
    )
    .force('charge', forceManyBody().strength(-500))
    .force('x', forceX(0).strength(0.05 / aspect))
    .force('y', forceY(0).strength(0.05 * aspect))
    .tick(200);
  simulated.forEach((place, index) => Object.assign(bodies[index] as Body, { x: place.x, y: place.y }));
  separate(bodies);
  return Object.fromEntries(
    bodies.map(({ id, x, y, isFixed }) => [id, isFixed ? { x, y } : { x: round(x), y: round(y) }]),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
