// What every read of the graph is handed, and how its rows are checked.
import { z } from 'zod';
import type { GraphNode } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { EntenteError } from '../errors.ts';
import type { Database, Parameters } from '../neo4j/database.ts';
import { loadStatement } from '../neo4j/statements.ts';
import { nodeValueSchema, parseRow, toGraphNode } from './rows.ts';

/** A database, the vocabulary that its rows are read by, and who waits for the answer. */
export interface Reading {
  readonly database: Pick<Database, 'read'>;
  readonly vocabulary: Vocabulary;
  /** Aborted when nobody waits any longer. */
  readonly signal?: AbortSignal;
}

/**
 * Runs `cypher/read/<name>.cypher` and checks each row.
 *
 * @throws {EntenteError} `malformed-row` where one does not fit, and whatever the database throws
 */
export function readRows<T>(
  reading: Reading,
  name: string,
  parameters: Parameters,
  schema: z.ZodType<T>,
): Promise<T[]> {
  return rowsOf(reading, `read/${name}`, parameters, schema);
}

/** Runs `cypher/suggest/<name>.cypher` as {@link readRows} does. */
export function readSuggestions<T>(
  reading: Reading,
  name: string,
  parameters: Parameters,
  schema: z.ZodType<T>,
): Promise<T[]> {
  return rowsOf(reading, `suggest/${name}`, parameters, schema);
}

async function rowsOf<T>(reading: Reading, path: string, parameters: Parameters, schema: z.ZodType<T>): Promise<T[]> {
  const options = reading.signal === undefined ? {} : { signal: reading.signal };
  const rows = await reading.database
    .read(loadStatement(path), parameters, options)
    .catch((error: unknown) => Promise.reject(blameUs(error)));
  return rows.map((row) => parseRow(schema, row, `a row of ${path}`));
}

/** A statement of ours that the database refuses is our fault and not the caller's. */
function blameUs(error: unknown): unknown {
  if (!(error instanceof EntenteError) || error.status !== 400) return error;
  return new EntenteError({
    code: 'statement-refused',
    status: 500,
    message: 'The database refused a statement of this program.',
    advice: 'Check that the database is Neo4j 5.26 or later and that its indexes are there.',
    cause: error,
  });
}

/** The entities with these ids, by id; ids that are unknown are absent. */
export async function readEntities(reading: Reading, ids: readonly string[], evidence: boolean): Promise<GraphNode[]> {
  if (ids.length === 0) return [];
  const rows = await readRows(reading, 'list-entities', { ids }, z.object({ entity: nodeValueSchema }));
  return rows.map(({ entity }) => toGraphNode(entity, { vocabulary: reading.vocabulary, evidence }));
}

/** Names of the entity types that are documents, and of the relation types between documents. */
export function structuralNames(vocabulary: Vocabulary): { types: string[]; relations: string[] } {
  const names = (list: Readonly<Record<string, { readonly structural: boolean }>>): string[] =>
    Object.keys(list).filter((name) => list[name]?.structural === true);
  return { types: names(vocabulary.types), relations: names(vocabulary.relations) };
}
