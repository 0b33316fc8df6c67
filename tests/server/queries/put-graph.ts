// Puts a data set folder into the throw-away database as it is, for tests of what reads it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDataset } from '../../../server/ingest/dataset.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { parseStatement } from '../../../server/neo4j/statements.ts';

/** The small data set that tests know by heart. */
export const fixtureGraph = fileURLToPath(new URL('../../fixtures/graph', import.meta.url));

const statement = (name: string) =>
  parseStatement(name, readFileSync(new URL(`${name}.cypher`, import.meta.url), 'utf8'));

/** Writes all that a folder holds; the database must be empty. Throws where the folder has faults. */
export async function putGraph(database: Database, folder: string): Promise<void> {
  const { dataset, faults } = await readDataset(folder, await loadVocabulary());
  if (dataset === undefined) throw new Error(`faults in ${folder}: ${JSON.stringify(faults)}`);
  const { record, entities, relations, hash } = dataset;
  const node = {
    ...record,
    title: JSON.stringify(record.title),
    description: JSON.stringify(record.description ?? {}),
    hash,
    entities: entities.length,
    relations: relations.length,
    ingestedAt: '2026-04-16T10:00:00Z',
  };
  const rows = entities.map(({ type, properties }) => ({ labels: ['Entity', type], properties }));
  await database.write(async (tx) => {
    await tx.run(statement('put-dataset'), { dataset: node, entities: rows });
    await tx.run(statement('put-relations'), { relations });
  });
}
