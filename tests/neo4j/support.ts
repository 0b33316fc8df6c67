// What tests need of the run's throw-away database. A test file that imports this one runs in the project "database".
import { readFileSync } from 'node:fs';
import neo4j from 'neo4j-driver';
import { inject } from 'vitest';
import type { Database } from '../../server/neo4j/database.ts';
import { connect, createDatabase, driverConfig } from '../../server/neo4j/driver-database.ts';
import { ensureSchema } from '../../server/neo4j/schema.ts';
import { parseStatement } from '../../server/neo4j/statements.ts';

const deleteEverything = parseStatement(
  'tests/delete-everything',
  readFileSync(new URL('delete-everything.cypher', import.meta.url), 'utf8'),
);

/** The run's database, with our schema and without any content. Close it in `afterAll`. */
export async function openEmptyDatabase(): Promise<Database> {
  const { uri, user, password } = inject('neo4j');
  const database = createDatabase({ driver: connect(uri, user, password) });
  await ensureSchema(database);
  await emptyDatabase(database);
  return database;
}

/** The run's database, with a small number of connections for what people ask; a query waits a second for one. */
export function openWithFewConnections(count: number): Database {
  const { uri, user, password } = inject('neo4j');
  const lane = () =>
    neo4j.driver(uri, neo4j.auth.basic(user, password), {
      ...driverConfig,
      maxConnectionPoolSize: count,
      connectionAcquisitionTimeout: 1_000,
    });
  return createDatabase({ driver: connect(uri, user, password), lanes: { free: lane(), saved: lane() } });
}

/** Removes all nodes and relations; call it in `beforeEach` where tests must not see each other's. */
export async function emptyDatabase(database: Database): Promise<void> {
  await database.writeOnce(deleteEverything);
}

/** Environment variables by which a program of ours, run as a process, uses the run's database. */
export function databaseEnvironment(): Record<string, string> {
  const { uri, user, password } = inject('neo4j');
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
}

/** Puts a test file that starts databases of its own in line with those on the run's database. */
export function useTurn(): void {
  inject('neo4j');
}
