// Measures an ingestion beside a bare driver loop, in one run: `npx tsx tests/bench/ingest.ts [entities] [relations] [rounds]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import { readConfig } from '../../server/config.ts';
import { readDataset } from '../../server/ingest/dataset.ts';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import { connect, createDatabase } from '../../server/neo4j/driver-database.ts';
import { startOwnServer } from '../../server/neo4j/local/own-server.ts';
import { terminalNotes } from '../../server/neo4j/notes.ts';
import { ensureSchema } from '../../server/neo4j/schema.ts';
import { bareLoop, bareRows } from './bare-loop.ts';
import type { BareRows } from './bare-loop.ts';
import { generateDataset } from './generate.ts';

const goal = { ratio: 2, peakMiB: 512 };
const measured = z.object({ outcome: z.literal('written'), ms: z.number(), peakMiB: z.number() });
const [entities = 5_000, relations = 20_000, rounds = 3] = process.argv.slice(2).map(Number);
const home = mkdtempSync(join(tmpdir(), 'entente-bench-'));
const config = readConfig({ ...process.env, ENTENTE_HOME: home, NEO4J_URI: '' });
const server = await startOwnServer(config, join(home, 'neo4j'), terminalNotes(process.stderr), () => undefined);
const driver = neo4j.driver(server.uri, neo4j.auth.basic('neo4j', server.password));
try {
  const folder = await generated('measured', entities, relations);
  const rows = await rowsOf(folder);
  await makeSchema();
  // Both ways once beforehand: a cold JVM would weigh on whichever comes first.
  const small = await generated('small', 500, 1_000);
  await round(small, await rowsOf(small));
  const results = [];
  for (let at = 0; at < rounds; at += 1) results.push(await round(folder, rows));
  report(results);
} finally {
  await driver.close();
  await server.supervisor.stop();
  rmSync(home, { recursive: true, force: true });
}

async function generated(name: string, entityCount: number, relationCount: number): Promise<string> {
  const folder = join(home, name);
  await generateDataset(folder, { entities: entityCount, relations: relationCount });
  return folder;
}

async function rowsOf(folder: string): Promise<BareRows> {
  const { dataset } = await readDataset(folder, await loadVocabulary());
  if (dataset === undefined) throw new Error('The generated data set has faults.');
  return bareRows(dataset);
}

async function makeSchema(): Promise<void> {
  const database = createDatabase({ driver: connect(server.uri, 'neo4j', server.password) });
  await ensureSchema(database);
  await database.close();
}

async function round(folder: string, rows: BareRows) {
  await empty(driver);
  const bareMs = await bareLoop(driver, rows);
  await empty(driver);
  const result = { bareMs, ...measured.parse(JSON.parse(ingestOnce(folder))) };
  process.stdout.write(
    `bare loop ${seconds(result.bareMs)}, ours ${seconds(result.ms)} (${(result.ms / bareMs).toFixed(2)} times), ` +
      `peak of our process ${Math.round(result.peakMiB)} MiB\n`,
  );
  return result;
}

function ingestOnce(folder: string): string {
  const script = fileURLToPath(new URL('ingest-once.ts', import.meta.url));
  const env = { ...process.env, NEO4J_URI: server.uri, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: server.password };
  return execFileSync(process.execPath, ['--import', 'tsx', script, folder], {
    env: { ...env, ENTENTE_HOME: home },
    encoding: 'utf8',
  });
}

/** In portions: all at once is more than one transaction may hold. */
async function empty(database: Driver): Promise<void> {
  const session = database.session();
  await session.run(readFileSync(new URL('empty-in-portions.cypher', import.meta.url), 'utf8'));
  await session.close();
}

function report(results: readonly { bareMs: number; ms: number; peakMiB: number }[]): void {
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const bare = median(results.map(({ bareMs }) => bareMs));
  const ours = median(results.map(({ ms }) => ms));
  const peak = Math.max(...results.map(({ peakMiB }) => peakMiB));
  process.stdout.write(
    `Medians of ${results.length}, ${entities} entities and ${relations} relations: bare loop ${seconds(bare)}, ours ` +
      `${seconds(ours)}, ratio ${(ours / bare).toFixed(2)} (goal at most ${goal.ratio}); peak ${Math.round(peak)} MiB (goal at most ${goal.peakMiB}).\n`,
  );
  if (ours / bare > goal.ratio || peak > goal.peakMiB) process.exitCode = 1;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
