// The force phase: d3-force brings what is linked together and keeps the rest apart, before any box is looked at.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Body } from './overlap.ts';

/** Numbers of the two nodes that an edge joins. */
export type Edge = readonly [from: number, to: number];

/** How many rounds a graph of this size gets: more where there is time for them. */
function roundsFor(count: number): number {
  if (count <= 300) return 300;
  return count <= 1000 ? 150 : 60;
}

/** Moves the bodies that are not fixed under the forces; deterministic (d3-force brings its own seeded random numbers). */
export function runForces(
  bodies: readonly Body[],
  edges: readonly Edge[],
  aspect: number,
  centre: { x: number; y: number } = { x: 0, y: 0 },
): void {
  const count = bodies.length;
  const side = Math.sqrt(
    bodies.reduce((sum, body) => sum + (body.width + 2 * body.margin) * (body.height + 2 * body.margin), 0) /
      Math.max(1, count),
  );
  const nodes = bodies.map((body): SimulationNodeDatum => {
    const held = body.isFixed ? { fx: body.x, fy: body.y } : {};
    return { x: body.x, y: body.y, ...held };
  });
  const links = edges.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(nodes)
    .stop()
    .alphaDecay(1 - 0.001 ** (1 / roundsFor(count)))
    .force('link', forceLink(links).distance(side * 1.5))
    .force(
      'charge',
      forceManyBody()
        .strength(-side * 8)
        .theta(count > 1000 ? 1.2 : 0.9)
        .distanceMax(side * 14),
    )
    .force(
      'collide',
      forceCollide(side * 0.55)
        .strength(0.5)
        .iterations(1),
    )
    .force('x', forceX(centre.x).strength(0.03))
    .force('y', forceY(centre.y).strength(0.03 * aspect));
  simulation.tick(roundsFor(count));
  nodes.forEach((node, index) => {
    const body = bodies[index];
    if (body === undefined || body.isFixed) return;
    body.x = node.x ?? 0;
    body.y = node.y ?? 0;
  });
}
