// An entity's neighbours, best-connected first, in pages.
import { z } from 'zod';
import type { Graph } from '../../data/model/graph.ts';
import { EntenteError } from '../errors.ts';
import { readRows, structuralNames, type Reading } from './reading.ts';
import { nodeValueSchema, relationValueSchema, toGraphNode, toGraphRelation } from './rows.ts';

/** Which neighbours are asked for. */
export interface NeighbourRequest {
  readonly id: string;
  /** Relation types to follow; all but structural ones where absent. */
  readonly relationTypes?: readonly string[];
  readonly direction: 'out' | 'in' | 'both';
  /** Entity types of the neighbours; all where absent. */
  readonly types?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
  readonly structural: boolean;
  readonly evidence: boolean;
}

/** One page of neighbours with the relations that lead to them. */
export interface NeighbourPage extends Graph {
  readonly total: number;
  readonly counts: Record<string, number>;
  readonly truncated: boolean;
  readonly nextCursor?: string;
}

/** At most so many relations come with one neighbour. */
const relationLimit = 100;

const cursorSchema = z.tuple([z.int().min(0), z.string().min(1).max(200)]);
const neighbourRow = z.object({
  neighbour: nodeValueSchema.nullable(),
  relations: z.array(relationValueSchema),
  degree: z.int().nullable(),
  total: z.int(),
  more: z.boolean(),
});
const countRow = z.object({ type: z.string(), direction: z.enum(['out', 'in']), relations: z.int() });

/**
 * A page of neighbours; `counts` has the entity's relations by `TYPE:out` and `TYPE:in` whatever the filter.
 *
 * @throws {EntenteError} `bad-cursor` where the cursor is none of ours
 */
export async function readNeighbours(reading: Reading, request: NeighbourRequest): Promise<NeighbourPage> {
  const { id, direction, limit } = request;
  const [afterDegree, afterId] = request.cursor === undefined ? [null, null] : readCursor(request.cursor);
  const structural = structuralNames(reading.vocabulary).relations;
  const relationTypes = request.relationTypes ?? followed(reading, request.structural ? [] : structural);
  const page = { direction, types: request.types ?? [], afterDegree, afterId, limit, relationLimit };
  const asked = { id, relationTypes, structural, ...page };
  const [rows, counted] = await Promise.all([
    readRows(reading, 'list-neighbours', asked, neighbourRow),
    readRows(reading, 'count-relations-of', { id }, countRow),
  ]);
  const shaping = { vocabulary: reading.vocabulary, evidence: request.evidence };
  const nodes = rows.flatMap((row) => (row.neighbour === null ? [] : toGraphNode(row.neighbour, shaping)));
  const [last] = rows.slice(-1);
  const more = last?.more ?? false;
  return {
    nodes,
    relations: rows.flatMap((row) => row.relations.map((relation) => toGraphRelation(relation, shaping))),
    total: last?.total ?? 0,
    counts: Object.fromEntries(counted.map((row) => [`${row.type}:${row.direction}`, row.relations])),
    truncated: more || rows.some((row) => row.relations.length === relationLimit),
    ...(more ? { nextCursor: writeCursor(last?.degree ?? 0, nodes.at(-1)?.id ?? '') } : {}),
  };
}

function followed(reading: Reading, left: readonly string[]): string[] {
  return Object.keys(reading.vocabulary.relations).filter((type) => !left.includes(type));
}

function writeCursor(degree: number, id: string): string {
  return Buffer.from(JSON.stringify([degree, id])).toString('base64url');
}

function readCursor(cursor: string): [number, string] {
  const parsed = cursorSchema.safeParse(decoded(cursor));
  if (parsed.success) return parsed.data;
  throw new EntenteError({
    code: 'bad-cursor',
    status: 400,
    message: 'The cursor is none that an earlier answer gave.',
    advice: 'Ask for the first page again, without a cursor.',
  });
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
