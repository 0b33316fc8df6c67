// Shapes what a query answered: rows with short references, and the entities and relations themselves once.
import type { Graph, GraphNode, GraphRelation, Json } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { RawRelation, StreamedAnswer } from '../neo4j/database.ts';
import { isEntity, toGraphNode, toGraphRelation, type NodeValue } from './rows.ts';

/** The entities of an answer by the database's element ids. */
export type EntitiesByElement = ReadonlyMap<string, GraphNode>;

/** Element ids of the ends of relations of the model that the answer holds without those ends. */
export function missingEnds(answer: Pick<StreamedAnswer, 'nodes' | 'relations'>): string[] {
  const known = new Set(answer.nodes.map(({ elementId }) => elementId));
  const ends = answer.relations.filter(hasId).flatMap(({ fromElementId, toElementId }) => [fromElementId, toElementId]);
  return [...new Set(ends)].filter((elementId) => !known.has(elementId));
}

/** Those of the nodes that are entities of the model, with evidence. */
export function entitiesAmong(
  nodes: readonly (NodeValue & { readonly elementId: string })[],
  vocabulary: Vocabulary,
): EntitiesByElement {
  const entities = nodes.filter(isEntity);
  return new Map(entities.map((node) => [node.elementId, toGraphNode(node, { vocabulary, evidence: true })]));
}

/** The graph of an answer: its entities, and those of its relations whose two ends are entities. */
export function graphOf(relations: readonly RawRelation[], entities: EntitiesByElement, vocabulary: Vocabulary): Graph {
  const served = relations.filter(hasId).flatMap((relation): GraphRelation[] => {
    const from = entities.get(relation.fromElementId);
    const to = entities.get(relation.toElementId);
    if (from === undefined || to === undefined) return [];
    return [toGraphRelation({ ...relation, from: from.id, to: to.id }, { vocabulary, evidence: true })];
  });
  return { nodes: [...entities.values()], relations: served };
}

/** What rows may refer to, by id: entities and relations that have been sent. */
export class References {
  readonly nodes = new Map<string, GraphNode>();
  readonly relations = new Map<string, GraphRelation>();

  /** Takes in a graph that is sent. */
  add(graph: Graph): this {
    for (const node of graph.nodes) this.nodes.set(node.id, node);
    for (const relation of graph.relations) this.relations.set(relation.id, relation);
    return this;
  }
}

/**
 * Rows in which entities and relations that have been sent are references, `{ $type: 'Entity', id, type, name }` and
 * `{ $type: 'Relation', id, type, from, to }`, within lists, maps and paths, too.
 */
export function referRows(rows: readonly Json[][], { nodes, relations }: References): Json[][] {
  const refer = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(refer);
    if (typeof value !== 'object' || value === null) return value;
    if (value['$type'] === 'Node') return nodeReference(value, nodes);
    if (value['$type'] === 'Relationship') return relationReference(value, relations);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, refer(inner)]));
  };
  return rows.map((row) => row.map(refer));
}

function nodeReference(value: { [key: string]: Json }, nodes: ReadonlyMap<string, GraphNode>): Json {
  const node =
    Array.isArray(value['labels']) && value['labels'].includes('Entity') ? nodes.get(idIn(value)) : undefined;
  return node === undefined ? value : { $type: 'Entity', id: node.id, type: node.type, name: node.name };
}

function relationReference(value: { [key: string]: Json }, relations: ReadonlyMap<string, GraphRelation>): Json {
  const relation = relations.get(idIn(value));
  if (relation === undefined || relation.type !== value['type']) return value;
  return { $type: 'Relation', id: relation.id, type: relation.type, from: relation.from, to: relation.to };
}

function idIn(value: { [key: string]: Json }): string {
  const properties = value['properties'];
  const id =
    typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties['id'] : '';
  return typeof id === 'string' ? id : '';
}

function hasId(relation: RawRelation): boolean {
  return typeof relation.properties['id'] === 'string';
}
