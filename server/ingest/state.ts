// Reads what the database holds of a data set: ids and hashes, no content.
import { z } from 'zod';
import type { Database, Parameters, Row } from '../neo4j/database.ts';
import { loadStatement } from '../neo4j/statements.ts';
import type { OutsideEntity } from './known-ids.ts';

const datasetRow = z.object({ hash: z.string().nullable(), datasets: z.int() });
const entityRow = z.object({ id: z.string(), type: z.string(), hash: z.string() });
const relationRow = entityRow.extend({ from: z.string(), to: z.string() });
const nodesRow = z.object({ nodes: z.int() });
const outsideRow = z.object({
  id: z.string(),
  type: z.string(),
  reliability: z.string().nullable(),
  date: z.string().nullable(),
  derivedFrom: z.array(z.string()).nullable(),
});

/** An entity in the database. */
export type HeldEntity = z.infer<typeof entityRow>;
/** A relation in the database. */
export type HeldRelation = z.infer<typeof relationRow>;

/** What the database holds of a data set. */
export interface HeldState {
  /** Hash of its content; undefined where the data set is not there. */
  readonly hash: string | undefined;
  readonly entities: ReadonlyMap<string, HeldEntity>;
  readonly relations: ReadonlyMap<string, HeldRelation>;
  /** Nodes in a database that holds no data set at all; up to {@link countedForeignNodes}. */
  readonly foreignNodes: number;
}

/** Where the counting of foreign nodes ends. */
export const countedForeignNodes = 1000;
const timeoutMs = 60_000;

/** Reads the state of a data set. */
export async function readState(database: Database, dataset: string): Promise<HeldState> {
  const [head] = await read(database, 'find-dataset', { dataset }, datasetRow);
  const [entities, relations] = await Promise.all([
    read(database, 'list-owned-entities', { dataset }, entityRow),
    read(database, 'list-owned-relations', { dataset }, relationRow),
  ]);
  const counted =
    head?.datasets === 0 ? await read(database, 'count-foreign-nodes', { limit: countedForeignNodes }, nodesRow) : [];
  return {
    hash: head?.hash ?? undefined,
    entities: new Map(entities.map((row) => [row.id, row])),
    relations: new Map(relations.map((row) => [row.id, row])),
    foreignNodes: counted[0]?.nodes ?? 0,
  };
}

/** Looks up entities of other data sets in the database. */
export async function findOutside(
  database: Database,
  ids: readonly string[],
  datasets: readonly string[],
): Promise<ReadonlyMap<string, OutsideEntity>> {
  const rows = await read(database, 'find-outside-entities', { ids, datasets }, outsideRow);
  return new Map(
    rows.map(({ id, type, reliability, date, derivedFrom }) => [
      id,
      {
        type,
        ...(reliability === null ? {} : { reliability }),
        ...(date === null ? {} : { date }),
        ...(derivedFrom === null ? {} : { derivedFrom }),
      },
    ]),
  );
}

/** Runs one of the reads under cypher/write and checks its rows. */
export async function read<T>(
  database: Database,
  name: string,
  parameters: Parameters,
  schema: z.ZodType<T>,
): Promise<T[]> {
  const rows: Row[] = await database.read(loadStatement(`write/${name}`), parameters, { timeoutMs });
  return rows.map((row) => schema.parse(row));
}
