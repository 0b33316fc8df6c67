// The baseline of the ingestion benchmark: neo4j-driver in a loop over rows in memory, 10,000 a statement, without any checking.
import { readFileSync } from 'node:fs';
import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import type { Dataset, StoredEntity } from '../../server/ingest/stored.ts';

const rowsPerStatement = 10_000;
const statement = (name: string) => readFileSync(new URL(`${name}.cypher`, import.meta.url), 'utf8');

/** Rows as the driver takes them. */
export interface BareRows {
  readonly entities: readonly object[];
  readonly relations: readonly object[];
}

/** The rows of a data set, ready for the driver. */
export function bareRows({ entities, relations }: Dataset): BareRows {
  return {
    entities: entities.map((row) => ({ type: row.type, properties: propertiesOf(row) })),
    relations: relations.map((row) => ({ type: row.type, from: row.from, to: row.to, properties: propertiesOf(row) })),
  };
}

/** Writes the rows and answers how many milliseconds it took. */
export async function bareLoop(driver: Driver, rows: BareRows): Promise<number> {
  const start = performance.now();
  const session = driver.session();
  for (const [name, all] of [
    ['bare-entities', rows.entities],
    ['bare-relations', rows.relations],
  ] as const) {
    for (let at = 0; at < all.length; at += rowsPerStatement) {
      const part = all.slice(at, at + rowsPerStatement);
      await session.executeWrite((tx) => tx.run(statement(name), { rows: part }));
    }
  }
  await session.close();
  return performance.now() - start;
}

function propertiesOf({ properties }: StoredEntity): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      typeof value === 'object' && '$type' in value ? neo4j.types.Date.fromString(value.value) : value,
    ]),
  );
}
