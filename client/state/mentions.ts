// Which entities a detail names, so that their names can be fetched before it is shown.
import type { GraphNode, GraphRelation, Json } from '../../data/model/graph.ts';
import type { Detail } from './detail.ts';

/** Own properties that hold ids of entities or sources. */
const idProperties = ['through', 'onBehalfOf', 'publisher', 'derivedFrom'] as const;

/** The ids of all entities and sources that an entity's or relation's panel names. */
export function mentionedIds(detail: Detail): string[] {
  const things: (GraphNode | GraphRelation)[] =
    detail.kind === 'entity' ? [detail.node, ...detail.relations] : [detail.relation];
  const ids = things.flatMap((thing) => [
    ...('from' in thing ? [thing.from, thing.to] : []),
    ...idProperties.flatMap((name) => idsIn(thing.properties[name])),
    ...thing.evidence.flatMap((item) => [item.source, ...(item.attributedTo ? [item.attributedTo] : [])]),
  ]);
  return [...new Set(ids)];
}

function idsIn(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
}
