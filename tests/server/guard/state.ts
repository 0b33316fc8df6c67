// What must be the same before and after attacks: the whole graph, the schema, users, databases, names that the database knows.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';

const folder = join(import.meta.dirname, 'state');

/** Everything that the statements under state/ answer, by their names, as text. */
export async function stateOf(driver: Pick<Driver, 'executeQuery'>): Promise<Record<string, string[]>> {
  const state: Record<string, string[]> = {};
  for (const name of readdirSync(folder).sort()) {
    const { records } = await driver.executeQuery(readFileSync(join(folder, name), 'utf8'));
    state[name] = records.map((record) => JSON.stringify(record.toObject()));
  }
  return state;
}
