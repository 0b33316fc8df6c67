// Entities by their ids, and the relations among them.
import { z } from 'zod';
import type { Graph, GraphRelation } from '../../data/model/graph.ts';
import { readEntities, readRows, structuralNames, type Reading } from './reading.ts';
import { relationValueSchema, toGraphRelation } from './rows.ts';

/** At most so many relations come with one graph. */
const relationLimit = 20_000;

const relationRow = z.object({ relation: relationValueSchema, total: z.int() });

/** A graph whose relations may have been cut at {@link relationLimit}; `total` counts them all. */
export interface CountedGraph extends Graph {
  readonly total: number;
  readonly truncated: boolean;
}

/**
 * The entities with these ids, in the order of the ids, and the relations among them by id; relations between documents only
 * where `structural` says so.
 */
export async function readSubgraph(
  reading: Reading,
  ids: readonly string[],
  options: { readonly evidence: boolean; readonly structural: boolean },
): Promise<CountedGraph & { readonly missing: string[] }> {
  const wanted = [...new Set(ids)];
  const structural = options.structural ? [] : structuralNames(reading.vocabulary).relations;
  const [found, rows] = await Promise.all([
    readEntities(reading, wanted, options.evidence),
    readRows(reading, 'list-relations-among', { ids: wanted, structural, limit: relationLimit }, relationRow),
  ]);
  const byId = new Map(found.map((node) => [node.id, node]));
  const relations = shapeRelations(rows, reading, options.evidence);
  const total = rows[0]?.total ?? 0;
  return {
    nodes: wanted.flatMap((id) => byId.get(id) ?? []),
    relations,
    total,
    truncated: total > relations.length,
    missing: wanted.filter((id) => !byId.has(id)),
  };
}

/** The relations of rows that have one each. */
export function shapeRelations(
  rows: readonly { readonly relation: z.infer<typeof relationValueSchema> }[],
  reading: Reading,
  evidence: boolean,
): GraphRelation[] {
  return rows.map(({ relation }) => toGraphRelation(relation, { vocabulary: reading.vocabulary, evidence }));
}
