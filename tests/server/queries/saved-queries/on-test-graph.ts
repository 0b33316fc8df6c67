// Runs saved queries over the test graph and its supplement, and reads their rows as plain values.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import type { Json } from '../../../../data/model/graph.ts';
import { loadVocabulary } from '../../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../../server/neo4j/database.ts';
import { runSavedQuery, runSavedQueryFromTexts } from '../../../../server/queries/saved/run.ts';
import { openSavedQueries } from '../../../../server/queries/saved/saved-queries.ts';
import { fixtureGraph, putGraph } from '../put-graph.ts';

const supplement = fileURLToPath(new URL('../../../fixtures/graph-supplement', import.meta.url));
const vocabulary = await loadVocabulary();

/** The shipped queries. */
export const shippedQueries = openSavedQueries({
  vocabulary,
  shipped: { path: 'cypher/saved', shown: 'cypher/saved' },
});

/** Values of a query's parameters. */
export type Given = Record<string, Json>;

/** The shipped queries over an empty database that is opened by `open` and gets both data sets before the first test. */
export function savedQueriesOnTestGraph(open: () => Promise<Database>) {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await putGraph(database, fixtureGraph);
    await putGraph(database, supplement);
  });
  afterAll(() => database.close());
  const run = async (id: string, given: Given = {}) =>
    runSavedQuery({ database, vocabulary }, await shippedQueries.get(id), given);
  return {
    run,
    runFromTexts: async (id: string, texts: Record<string, string>) =>
      runSavedQueryFromTexts({ database, vocabulary }, await shippedQueries.get(id), texts),
    /** Rows without the columns that repeat the others as facts; only the named columns where some are named. */
    rowsOf: async (id: string, given: Given = {}, ...columns: readonly string[]): Promise<Json[][]> => {
      const { query } = await shippedQueries.get(id);
      const shown = query.columns.filter(({ name, detail }) =>
        columns.length === 0 ? detail !== true : columns.includes(name),
      );
      const answer = await run(id, given);
      const places = shown.map(({ name }) => answer.columns.indexOf(name));
      return answer.rows.map((row) => places.map((place) => short(row[place] ?? null)));
    },
    /** Changes the graph beyond its files. */
    change: (text: string, parameters: Given = {}) =>
      database.write((tx) => tx.run({ name: 'test', text, header }, parameters)),
  };
}

const header = { question: '', parameters: [], columns: [], order: '', bound: '' };

/** A value with ids in place of references, and days as texts. */
export function short(value: Json): Json {
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== 'object' || value === null) return value;
  if (value['$type'] === 'Path') return short(value['nodes'] ?? null);
  if (value['$type'] === 'Date') return value['value'] ?? null;
  return typeof value['id'] === 'string' ? value['id'] : value;
}
