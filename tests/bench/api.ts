// How long search and neighbours take through the API, beside the same statement by a bare driver, in one run:
// node --import tsx tests/bench/api.ts [entities] [relations] [requests]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { readConfig } from '../../server/config.ts';
import { connect, createDatabase } from '../../server/neo4j/driver-database.ts';
import { startOwnServer } from '../../server/neo4j/local/own-server.ts';
import { silentNotes, terminalNotes } from '../../server/neo4j/notes.ts';
import { loadStatement } from '../../server/neo4j/statements.ts';
import type { Database } from '../../server/neo4j/database.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import type { StoredEntity } from '../../server/ingest/stored.ts';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import { structuralNames } from '../../server/queries/reading.ts';
import { luceneQuery } from '../../server/queries/search-words.ts';
import { startTestApp, type TestApp } from '../server/routes/test-app.ts';
import { generateDataset } from './generate.ts';
import { seededRandom } from './random.ts';

const [entities = 5_000, relations = 20_000, requests = 300] = process.argv.slice(2).map(Number);
const home = mkdtempSync(join(tmpdir(), 'entente-bench-'));
const config = readConfig({ ...process.env, ENTENTE_HOME: home, NEO4J_URI: '' });
const server = await startOwnServer(config, join(home, 'neo4j'), terminalNotes(process.stderr), () => undefined);
try {
  const driver = connect(server.uri, 'neo4j', server.password);
  const database = createDatabase({ driver });
  const vocabulary = await loadVocabulary();
  const stored = await fill(database, vocabulary);
  const app = await startTestApp({ database });
  console.log(`${entities} entities, ${relations} relations, ${requests} requests each, one after the other`);
  await compareSearch(app, driver, stored, vocabulary);
  await compareNeighbours(app, driver, stored, vocabulary);
  await app.close();
  await database.close();
} finally {
  await server.supervisor.stop();
  rmSync(home, { recursive: true, force: true });
}

async function fill(database: Database, vocabulary: Vocabulary): Promise<readonly StoredEntity[]> {
  const folder = join(home, 'generated');
  await generateDataset(folder, { entities, relations });
  const result = await ingest({ database, folder, vocabulary, notes: silentNotes });
  if (result.outcome !== 'written') throw new Error(`The generated data set was not written: ${result.outcome}`);
  return result.dataset.entities;
}

/** Beginnings, whole words, two words and typing errors of names that there are. */
async function compareSearch(
  app: TestApp,
  driver: Driver,
  stored: readonly StoredEntity[],
  vocabulary: Vocabulary,
): Promise<void> {
  const random = seededRandom(3);
  const { relations: structural } = structuralNames(vocabulary);
  const typed = Array.from({ length: requests }, (_, index) => {
    const [first = '', second = ''] = String(random.pick(stored).properties['name']).split(' ');
    const ways = [first.slice(0, 5), first, `${first} ${second.slice(0, 4)}`, first.slice(0, 3) + first.slice(4)];
    return ways[index % ways.length] ?? first;
  });
  await compare('search', typed, {
    api: (q) => app.get(`/api/search?q=${encodeURIComponent(q)}`),
    bare: (q) =>
      runBare(driver, 'read/search-names', { query: luceneQuery(q), types: [], structural, limit: neo4j.int(200) }),
  });
}

/** Any entity, and every other time one of the better connected. */
async function compareNeighbours(
  app: TestApp,
  driver: Driver,
  stored: readonly StoredEntity[],
  vocabulary: Vocabulary,
): Promise<void> {
  const random = seededRandom(4);
  const { relations: structural } = structuralNames(vocabulary);
  const relationTypes = Object.keys(vocabulary.relations).filter((type) => !structural.includes(type));
  const all = { relationTypes, direction: 'both', types: [], structural, afterDegree: null, afterId: null };
  const bounds = { limit: neo4j.int(100), relationLimit: neo4j.int(100) };
  const ids = Array.from({ length: requests }, (_, index) =>
    index % 2 === 0 ? random.pick(stored).id : random.skewed(stored).id,
  );
  await compare('neighbours', ids, {
    api: (id) => app.get(`/api/entities/${id}/neighbours`),
    bare: (id) => runBare(driver, 'read/list-neighbours', { id, ...all, ...bounds }),
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
