// Which entities and relations the rows of an answer name, and the part of its graph that some of its rows name.
import type { Graph, Json } from '../../data/model/graph.ts';

/** Ids of the entities and relations in a value, within lists, maps and paths too. */
export function idsIn(value: Json, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const one of value) idsIn(one, found);
  else if (typeof value === 'object' && value !== null) {
    const { $type, id } = value;
    if (($type === 'Entity' || $type === 'Relation') && typeof id === 'string') found.push(id);
    else for (const one of Object.values(value)) idsIn(one, found);
  }
  return found;
}

/** The entities and relations that these rows name, with the ends of the relations. */
export function graphOfRows(graph: Graph, rows: readonly (readonly Json[])[]): Graph {
  const named = new Set(rows.flatMap((row) => row.flatMap((value) => idsIn(value))));
  const relations = graph.relations.filter(({ id }) => named.has(id));
  for (const { from, to } of relations) named.add(from).add(to);
  return { nodes: graph.nodes.filter(({ id }) => named.has(id)), relations };
}
