// The sources, how much each says, and everything that one says.
import { z } from 'zod';
import type { GraphNode } from '../../data/model/graph.ts';
import { readEntities, readRows, type Reading } from './reading.ts';
import { nodeValueSchema, relationValueSchema, toGraphNode } from './rows.ts';
import { shapeRelations, type CountedGraph } from './subgraph.ts';

/** A source with how many entities and relations rest on it. */
export interface CountedSource {
  readonly node: GraphNode;
  readonly entities: number;
  readonly relations: number;
}

/** At most so many entities come with a source. */
const entityLimit = 5000;

/** The first sources by id, with how much each says. */
export async function readSources(
  reading: Reading,
  limit: number,
): Promise<{ sources: CountedSource[]; total: number; truncated: boolean }> {
  const sourceRow = z.object({ source: nodeValueSchema, total: z.int() });
  const rows = await readRows(reading, 'list-sources', { limit }, sourceRow);
  const shaping = { vocabulary: reading.vocabulary, evidence: true };
  const nodes = rows.map(({ source }) => toGraphNode(source, shaping));
  const ids = nodes.map(({ id }) => id);
  const [entities, relations] = await Promise.all([
    readRows(reading, 'count-entities-by-source', { ids }, z.object({ source: z.string(), entities: z.int() })),
    readRows(reading, 'count-relations-by-source', { ids }, z.object({ source: z.string(), relations: z.int() })),
  ]);
  const entityCounts = new Map(entities.map((row) => [row.source, row.entities]));
  const relationCounts = new Map(relations.map((row) => [row.source, row.relations]));
  const sources = nodes.map((node) => ({
    node,
    entities: entityCounts.get(node.id) ?? 0,
    relations: relationCounts.get(node.id) ?? 0,
  }));
  const total = rows[0]?.total ?? 0;
  return { sources, total, truncated: total > sources.length };
}

/**
 * What a source says: the relations that rest on it (at most `limit`, by id), the entities that it is evidence for, and the
 * ends of those relations.
 */
export async function readSaid(reading: Reading, sourceId: string, limit: number): Promise<CountedGraph> {
  const [rows, entityRows] = await Promise.all([
    readRows(
      reading,
      'list-relations-by-source',
      { id: sourceId, limit },
      z.object({ relation: relationValueSchema, total: z.int() }),
    ),
    readRows(
      reading,
      'list-entities-by-source',
      { id: sourceId, limit: entityLimit },
      z.object({ entity: nodeValueSchema, total: z.int() }),
    ),
  ]);
  const relations = shapeRelations(rows, reading, true);
  const nodes = entityRows.map(({ entity }) => toGraphNode(entity, { vocabulary: reading.vocabulary, evidence: true }));
  const known = new Set(nodes.map(({ id }) => id));
  const ends = [...new Set(relations.flatMap(({ from, to }) => [from, to]))].filter((id) => !known.has(id));
  nodes.push(...(await readEntities(reading, ends, true)));
  const total = rows[0]?.total ?? 0;
  const truncated = total > relations.length || (entityRows[0]?.total ?? 0) > entityRows.length;
  return { nodes, relations, total, truncated };
}
