// One entity with its relations, and what those name: the other ends, the sources, the ids inside properties.
import { z } from 'zod';
import type { GraphNode, GraphRelation, Json } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { EntenteError } from '../errors.ts';
import { readEntities, readRows, type Reading } from './reading.ts';
import { nodeValueSchema, relationValueSchema, toGraphNode } from './rows.ts';
import { shapeRelations } from './subgraph.ts';

/** At most so many relations come with an entity. */
const entityRelationLimit = 500;

const relationRow = z.object({ relation: relationValueSchema, other: nodeValueSchema, total: z.int() });

/** An entity as its page shows it. */
export interface EntityPage {
  readonly node: GraphNode;
  readonly relations: GraphRelation[];
  readonly nodes: GraphNode[];
  readonly total: number;
  readonly truncated: boolean;
}

/** The entity with this id, or the id that it has now if this is a former one; `undefined` where there is none. */
export async function findEntity(
  reading: Reading,
  id: string,
  evidence: boolean,
): Promise<{ readonly node: GraphNode } | { readonly movedTo: string } | undefined> {
  const [row] = await readRows(reading, 'find-entity', { id }, z.object({ entity: nodeValueSchema }));
  if (row !== undefined) return { node: toGraphNode(row.entity, { vocabulary: reading.vocabulary, evidence }) };
  const [former] = await readRows(reading, 'find-former-id', { id }, z.object({ id: z.string() }));
  return former === undefined ? undefined : { movedTo: former.id };
}

/** The error of an id that no entity has or had. */
export function noSuchEntity(id: string): EntenteError {
  return new EntenteError({
    code: 'no-such-entity',
    status: 404,
    message: `There is no entity "${id}".`,
    advice: 'Search for it by name.',
    details: { id },
  });
}

/** The page of an entity that is there: its first relations by type and id, and all that they name. */
export async function readEntityPage(reading: Reading, node: GraphNode, evidence: boolean): Promise<EntityPage> {
  const parameters = { id: node.id, limit: entityRelationLimit };
  const rows = await readRows(reading, 'list-relations-of', parameters, relationRow);
  const relations = shapeRelations(rows, reading, evidence);
  const others = rows.map(({ other }) => toGraphNode(other, { vocabulary: reading.vocabulary, evidence: false }));
  const known = new Map(others.map((other) => [other.id, other]));
  const named = [node, ...relations].flatMap((fact) => idsIn(fact, reading.vocabulary));
  const missing = [...new Set(named)].filter((id) => id !== node.id && !known.has(id));
  for (const found of await readEntities(reading, missing, false)) known.set(found.id, found);
  known.delete(node.id);
  const total = rows[0]?.total ?? 0;
  return { node, relations, nodes: [...known.values()], total, truncated: total > relations.length };
}

/** Ids that an entity or relation names: sources and speakers of its evidence, and whatever properties the vocabulary says hold ids. */
function idsIn(fact: GraphNode | GraphRelation, vocabulary: Vocabulary): string[] {
  const spoken = fact.evidence.flatMap(({ source, attributedTo }) => [source, attributedTo ?? source]);
  const inProperties = Object.entries(fact.properties)
    .filter(([name]) => ['id', 'ids', 'source-ids'].includes(vocabulary.properties[name]?.value ?? ''))
    .flatMap(([, value]) => textsOf(value));
  return [...new Set([...spoken, ...inProperties])];
}

function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
