// The program that serves: database, ingestion of the shipped data, API and page, put together and taken down in order.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { EntenteError } from './errors.ts';
import { createExporter } from './exporter.ts';
import { formatFault } from './ingest/faults.ts';
import { ingest } from './ingest/ingest.ts';
import { loadVocabulary } from './ingest/vocabulary.ts';
import { closeGracefully, listen } from './listen.ts';
import type { Notes } from './neo4j/notes.ts';
import { openDatabase, type OpenDatabase } from './neo4j/open.ts';
import { ensurePage, pageFolder } from './page.ts';
import { faultLine, savedQueriesOf } from './saved-queries.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Folder of the shipped data set. */
export const seedFolder = path.join(root, 'data/seed');

/** Version of the program, from its package file. */
export function programVersion(): string {
  const file: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return file.version;
}

/** A program that runs. */
export interface RunningProgram {
  /** Address that a browser can open. */
  readonly url: string;
  /** Ends what is under way (at most ten seconds), then stops everything that this program started. */
  stop(): Promise<void>;
}

/** What the program is started with. */
export interface Start {
  readonly config: Config;
  readonly notes: Notes;
  readonly log: Logger;
  /** Whether nodes that no data set owns may stay beside ours. */
  readonly keepForeign?: boolean;
}

/**
 * Starts everything: page, database, shipped data, API. What was started is stopped again where a later step fails.
 *
 * @throws {EntenteError} with what to do, for whatever stops the start
 */
export async function startProgram(start: Start): Promise<RunningProgram> {
  const { config, notes } = start;
  await ensurePage(notes);
  const address = `http://${config.host}:${config.port}/`;
  const opened = await openDatabase(config, notes, { kind: 'serve', address });
  try {
    return await serve(start, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function serve({ config, notes, log, keepForeign }: Start, opened: OpenDatabase): Promise<RunningProgram> {
  const vocabulary = await loadVocabulary();
  const database = opened.db;
  const result = await ingest({
    database,
    folder: seedFolder,
    vocabulary,
    notes,
    ...(keepForeign === undefined ? {} : { keepForeign }),
  });
  if (result.outcome === 'faulty') throw faultySeed(result.faults.map(formatFault));
  const savedQueries = savedQueriesOf(config, vocabulary, database);
  for (const fault of await savedQueries.faults()) notes.say(faultLine(config, fault));
  const app = createApp({
    database,
    vocabulary,
    log,
    version: programVersion(),
    status: opened.status,
    exporter: createExporter(database, vocabulary),
    savedQueries,
    pageFolder,
  });
  const { server, url } = await listen(app, config);
  opened.announce(url);
  return {
    url,
    async stop() {
      await closeGracefully(server);
      await opened.close();
    },
  };
}

function faultySeed(faults: readonly string[]): EntenteError {
  return new EntenteError({
    code: 'faulty-data',
    message: `The shipped data set has ${faults.length} faults; the first is ${faults[0] ?? 'unknown'}.`,
    advice: 'Run npm run entente -- check to see all of them.',
  });
}
