// Makes the constraints and indexes that our statements rely on.
import { setTimeout as wait } from 'node:timers/promises';
import { EntenteError } from '../errors.ts';
import type { Database } from './database.ts';
import { loadStatement } from './statements.ts';

const schema = ['entity-id', 'dataset-id', 'entity-dataset', 'entity-names', 'lease-name'];

/** How long another program may take to finish a constraint that we find half made. */
const othersPatienceMs = 10_000;

/** Name of the full-text index over `allNames`. */
export const namesIndex = 'entity_names';

/**
 * Creates what is missing of the constraints and indexes and waits until they answer; what is there stays as it is.
 *
 * @throws {EntenteError} `constraint-violated` where nodes that are there already share an id; `schema-conflict` where somebody
 * else's index has the name of one of ours
 */
export async function ensureSchema(database: Database, patienceMs = othersPatienceMs): Promise<void> {
  for (const name of schema) await ensureOne(database, name, patienceMs);
  await database.writeOnce(loadStatement('schema/await-indexes'), { seconds: 60 });
}

/**
 * A database that dies while it makes a constraint keeps the index that was to belong to it, for ever unfinished, and refuses to
 * make the constraint again. So that index is removed, unless another program finishes it meanwhile.
 */
async function ensureOne(database: Database, file: string, patienceMs: number): Promise<void> {
  const name = file.replaceAll('-', '_');
  const until = performance.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await database.writeOnce(loadStatement(`schema/${file}`));
      return;
    } catch (error) {
      if (!(error instanceof EntenteError) || error.code !== 'schema-conflict') throw error;
      const [halfMade] = await database.read(loadStatement('schema/list-half-made'), { names: [name] });
      if (halfMade === undefined && attempt > 1) throw error;
      const abandoned = halfMade !== undefined && performance.now() >= until;
      if (abandoned) await database.writeOnce(loadStatement('schema/drop-half-made'), { name });
    }
    await wait(200);
  }
}
