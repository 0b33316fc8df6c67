// How long search and neighbours take through the API, beside the same statement by a bare driver, in one run:
// node --import tsx tests/bench/api.ts [entities] [relations] [requests]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { readConfig } from '../../server/config.ts';
import { connect, createDatabase } from '../../server/neo4j/driver-database.ts';
import { startOwnServer } from '../../server/neo4j/local/own-server.ts';
import { terminalNotes } from '../../server/neo4j/notes.ts';
import { ensureSchema } from '../../server/neo4j/schema.ts';
import { loadStatement } from '../../server/neo4j/statements.ts';
import type { Database } from '../../server/neo4j/database.ts';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import { structuralNames } from '../../server/queries/reading.ts';
import { luceneQuery } from '../../server/queries/search-words.ts';
import { startTestApp, type TestApp } from '../server/routes/test-app.ts';
import { entityRows, randomNumbers, relationRows, type BenchRow } from './graph-rows.ts';

const [entities = 20_000, relations = 100_000, requests = 300] = process.argv.slice(2).map(Number);
const home = mkdtempSync(join(tmpdir(), 'entente-bench-'));
const config = readConfig({ ...process.env, ENTENTE_HOME: home, NEO4J_URI: '' });
const server = await startOwnServer(config, join(home, 'neo4j'), terminalNotes(process.stderr), () => undefined);
try {
  const driver = connect(server.uri, 'neo4j', server.password);
  const database = createDatabase({ driver });
  const rows = entityRows(entities);
  await fill(database, rows);
  const app = await startTestApp({ database });
  console.log(`${entities} entities, ${relations} relations, ${requests} requests each, one after the other`);
  await compareSearch(app, driver, rows);
  await compareNeighbours(app, driver);
  await app.close();
  await database.close();
} finally {
  await server.supervisor.stop();
  rmSync(home, { recursive: true, force: true });
}

async function fill(database: Database, rows: BenchRow[]): Promise<void> {
  await ensureSchema(database);
  const write = async (name: string, all: readonly BenchRow[]) => {
    for (let from = 0; from < all.length; from += 10_000) {
      const parameters = { rows: all.slice(from, from + 10_000), now: '2026-01-01T00:00:00Z' };
      await database.write((tx) => tx.run(loadStatement(`write/${name}`), parameters));
    }
  };
  await write('create-entities', rows);
  await write('create-relations', relationRows(relations, entities));
  await database.writeOnce(loadStatement('schema/await-indexes'), { seconds: 60 });
}

/** Beginnings, whole words and typing errors of names that there are. */
async function compareSearch(app: TestApp, driver: Driver, rows: readonly BenchRow[]): Promise<void> {
  const random = randomNumbers(3);
  const { relations: structural } = structuralNames(await loadVocabulary());
  const typed = Array.from({ length: requests }, (_, index) => {
    const name = String(rows[Math.floor(random() * rows.length)]?.properties['name'] ?? '');
    const [first = '', second = ''] = name.split(' ');
    return (
      [first.slice(0, 5), first, `${first} ${second.slice(0, 4)}`, `${first.slice(0, 3)}${first.slice(4)}`][
        index % 4
      ] ?? ''
    );
  });
  await compare('search', typed, {
    api: (q) => app.get(`/api/search?q=${encodeURIComponent(q)}`),
    bare: (q) =>
      runBare(driver, 'read/search-names', { query: luceneQuery(q), types: [], structural, limit: neo4j.int(200) }),
  });
}

async function compareNeighbours(app: TestApp, driver: Driver): Promise<void> {
  const random = randomNumbers(4);
  const vocabulary = await loadVocabulary();
  const { relations: structural } = structuralNames(vocabulary);
  const relationTypes = Object.keys(vocabulary.relations).filter((type) => !structural.includes(type));
  const all = { relationTypes, direction: 'both', types: [], structural, afterDegree: null, afterId: null };
  const ids = Array.from({ length: requests }, (_, index) =>
    index % 10 === 0 ? `e${index % 7}` : `e${Math.floor(random() * entities)}`,
  );
  await compare('neighbours', ids, {
    api: (id) => app.get(`/api/entities/${id}/neighbours`),
    bare: (id) =>
      runBare(driver, 'read/list-neighbours', { id, ...all, limit: neo4j.int(100), relationLimit: neo4j.int(100) }),
  });
}

async function compare(
  what: string,
  inputs: readonly string[],
  ways: { api: (input: string) => Promise<Response>; bare: (input: string) => Promise<unknown> },
): Promise<void> {
  const times: { api: number[]; bare: number[] } = { api: [], bare: [] };
  const ask = async (input: string) => {
    const response = await ways.api(input);
    if (!response.ok) throw new Error(`${what} ${input}: ${response.status} ${await response.text()}`);
    await response.text();
  };
  for (const input of inputs.slice(0, 40)) await Promise.all([ask(input), ways.bare(input)]);
  for (const [index, input] of inputs.entries()) {
    // Whoever comes second finds a warmer cache: they take turns.
    const order = index % 2 === 0 ? (['api', 'bare'] as const) : (['bare', 'api'] as const);
    for (const way of order) {
      const began = performance.now();
      await (way === 'api' ? ask(input) : ways.bare(input));
      times[way].push(performance.now() - began);
    }
  }
  console.log(`${what}: API ${figures(times.api)}; the statement by bare driver ${figures(times.bare)}`);
}

function figures(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`;
}

async function runBare(driver: Driver, name: string, parameters: Record<string, unknown>): Promise<unknown> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    return await session.executeRead(async (tx) => (await tx.run(loadStatement(name).text, parameters)).records);
  } finally {
    await session.close();
  }
}
