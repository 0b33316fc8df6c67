// The value that is on the canvas, and the pure ways to make a new one from it.
import type { Graph, GraphNode, GraphRelation } from '../../data/model/graph.ts';

/** A position in canvas units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Nodes = ReadonlyMap<string, GraphNode>;
export type Relations = ReadonlyMap<string, GraphRelation>;
export type Positions = Readonly<Record<string, Point>>;

/** Entities, the relations among them, and a position for each entity. */
export interface Shown {
  readonly nodes: Nodes;
  readonly relations: Relations;
  readonly positions: Positions;
}

/** Finds positions; those given stay as they are. */
export type Arrange = (nodes: Nodes, relations: Relations, fixed?: Positions) => Promise<Positions>;

/** An empty canvas. */
export const emptyShown: Shown = { nodes: new Map(), relations: new Map(), positions: {} };

/** Entities and those relations of which both ends are there. */
export function connect(graph: Graph): { nodes: Nodes; relations: Relations } {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const whole = graph.relations.filter((relation) => nodes.has(relation.from) && nodes.has(relation.to));
  return { nodes, relations: new Map(whole.map((relation) => [relation.id, relation])) };
}

/** What is shown and what comes to it, positions as they were. */
export function merge(shown: Shown, graph: Graph): Shown {
  const both = connect({
    nodes: [...shown.nodes.values(), ...graph.nodes],
    relations: [...shown.relations.values(), ...graph.relations],
  });
  return { ...both, positions: shown.positions };
}

/** What is shown less one entity. */
export function without(shown: Shown, id: string): Shown {
  const nodes = new Map([...shown.nodes].filter(([key]) => key !== id));
  const relations = new Map([...shown.relations].filter(([, { from, to }]) => from !== id && to !== id));
  const positions = Object.fromEntries(Object.entries(shown.positions).filter(([key]) => key !== id));
  return { nodes, relations, positions };
}
