// Makes the constraints and indexes that our statements rely on.
import type { Database } from './database.ts';
import { loadStatement } from './statements.ts';

const schema = ['entity-id', 'dataset-id', 'entity-dataset', 'entity-names', 'lease-name'].map(
  (name) => `schema/${name}`,
);

/** Name of the full-text index over `allNames`. */
export const namesIndex = 'entity_names';

/**
 * Creates what is missing of the constraints and indexes and waits until they answer; what is there stays as it is.
 *
 * @throws {EntenteError} `constraint-violated` where nodes that are there already share an id
 */
export async function ensureSchema(database: Database): Promise<void> {
  for (const name of schema) await database.writeOnce(loadStatement(name));
  await database.writeOnce(loadStatement('schema/await-indexes'), { seconds: 60 });
}
