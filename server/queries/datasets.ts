// Which data sets the database holds, and how many entities and relations of each type.
import { z } from 'zod';
import type { DatasetState } from '../contract/state.ts';
import { readRows, type Reading } from './reading.ts';
import { nodeValueSchema, parseRow } from './rows.ts';

const words = z.string().transform((text, context): Record<string, string> => {
  const parsed = z.record(z.string(), z.string()).safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: 'must be words by language, as JSON' });
  return z.NEVER;
});

const datasetPropertiesSchema = z.object({
  id: z.string(),
  title: words,
  description: words.optional(),
  languages: z.array(z.string()),
  version: z.string(),
  licence: z.string(),
  hash: z.string(),
  entities: z.int(),
  relations: z.int(),
  ingestedAt: z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]),
  overview: z.array(z.string()).default([]),
});

/** A data set with the ids that it declares as its overview. */
export interface StoredDataset {
  readonly state: DatasetState;
  readonly overview: readonly string[];
}

/** The data sets in the database, by id. */
export async function readDatasets(reading: Reading): Promise<StoredDataset[]> {
  const rows = await readRows(reading, 'list-datasets', {}, z.object({ dataset: nodeValueSchema }));
  return rows.map(({ dataset }) => {
    const { overview, description, ...rest } = parseRow(datasetPropertiesSchema, dataset.properties, 'a data set');
    return { state: { ...rest, ...(description === undefined ? {} : { description }) }, overview };
  });
}

/** How many entities there are of each type, and how many relations. */
export async function readCounts(
  reading: Reading,
): Promise<{ types: Record<string, number>; relations: Record<string, number> }> {
  const [types, relations] = await Promise.all([
    readRows(reading, 'count-entity-types', {}, z.object({ type: z.string(), entities: z.int() })),
    readRows(reading, 'count-relation-types', {}, z.object({ type: z.string(), relations: z.int() })),
  ]);
  return {
    types: Object.fromEntries(types.map((row) => [row.type, row.entities])),
    relations: Object.fromEntries(relations.map((row) => [row.type, row.relations])),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
