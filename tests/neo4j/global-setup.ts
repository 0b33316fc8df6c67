// Starts one real Neo4j for a test run, on a free port, with data that are thrown away.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../server/config.ts';
import { startOwnServer } from '../../server/neo4j/local/own-server.ts';
import { terminalNotes } from '../../server/neo4j/notes.ts';

/** A JVM that compiles less thoroughly is up in half the time, which short runs gain from. */
const quickStart = '-XX:TieredStopAtLevel=1';

declare module 'vitest' {
  interface ProvidedContext {
    /** The throw-away database of this run. */
    neo4j: { readonly uri: string; readonly user: string; readonly password: string };
  }
}

/** Starts the database before the first test that needs it; the returned function ends it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  process.env['JAVA_TOOL_OPTIONS'] ??= quickStart;
  const home = mkdtempSync(join(tmpdir(), 'entente-test-'));
  const config = readConfig({ ...process.env, ENTENTE_HOME: home, NEO4J_URI: '' });
  const server = await startOwnServer(config, join(home, 'neo4j'), terminalNotes(process.stderr), () => undefined);
  project.provide('neo4j', { uri: server.uri, user: 'neo4j', password: server.password });
  return async () => {
    await server.supervisor.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
