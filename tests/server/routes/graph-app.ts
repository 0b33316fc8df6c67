// The application over the real database with the small test graph, and calls that hold each answer against the contract.
import { expect } from 'vitest';
import type { AppContext } from '../../../server/app.ts';
import type { Answer, Endpoint } from '../../../server/contract/endpoint.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from '../queries/put-graph.ts';
import { startTestApp, type TestApp } from './test-app.ts';

/** An application with its database. */
export interface GraphApp {
  readonly app: TestApp;
  readonly database: Database;
  /** Calls an endpoint, with a body by its method (POST where it is GET), and checks that the answer is exactly what the contract says. */
  call<E extends Endpoint>(endpoint: E, path: string, body?: unknown): Promise<Answer<E>>;
  close(): Promise<void>;
}

/** Puts the test graph into the run's database and starts the application over it. */
export async function startGraphApp(
  parts: (database: Database) => Partial<AppContext> = () => ({}),
): Promise<GraphApp> {
  const database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
  const app = await startTestApp({ database, ...parts(database) });
  return {
    app,
    database,
    async call<E extends Endpoint>(endpoint: E, path: string, body?: unknown) {
      const response =
        endpoint.method === 'get' ? await app.get(path) : await app.send(endpoint.method.toUpperCase(), path, body);
      const json: unknown = await response.json();
      expect(response.status, JSON.stringify(json)).toBe(200);
      const parsed = endpoint.response.parse(json) as Answer<E>;
      expect(parsed).toEqual(json);
      return parsed;
    },
    async close() {
      await app.close();
      await database.close();
    },
  };
}

/** The ids of entities, in their order. */
export function ids(nodes: readonly { readonly id: string }[]): string[] {
  return nodes.map(({ id }) => id);
}
