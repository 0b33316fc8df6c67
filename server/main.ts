// The program that serves: database, ingestion of the shipped data, API and page, put together and taken down in order.
import { readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createApp, createStartingApp, type ShellContext } from './app.ts';
import type { Config } from './config.ts';
import { EntenteError } from './errors.ts';
import { createExporter } from './exporter.ts';
import { audited, openAudit, type Audit } from './guard/audit.ts';
import { createGuard, type Guard } from './guard/guard.ts';
import { checkSettings, settingsAdvice } from './guard/settings.ts';
import { formatFault } from './ingest/faults.ts';
import { ingest } from './ingest/ingest.ts';
import { loadVocabulary } from './ingest/vocabulary.ts';
import { closeGracefully, listen } from './listen.ts';
import type { Notes } from './neo4j/notes.ts';
import { findRunningProgram, openDatabase, type OpenDatabase } from './neo4j/open.ts';
import { ensurePage, pageFolder } from './page.ts';
import { createGate } from './routes/access.ts';
import { savedQueriesOf, tellFaults } from './saved-queries.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Folder of the shipped data set. */
export const seedFolder = path.join(root, 'data/seed');

/** Version of the program, from its package file. */
export function programVersion(): string {
  const file: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return file.version;
}

/** What answers once the data is there, and what has to be ended with it. */
interface Prepared {
  readonly app: RequestListener;
  readonly guard: Guard;
  readonly audit: Audit;
}

/** A stop takes at most ten seconds: so long for requests under way, and so long in all. */
const drainMs = 5_000;
const stopMs = 9_000;

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
  const { config, notes, log } = start;
  const audit = auditOf(start);
  const shell: ShellContext = {
    log,
    version: programVersion(),
    pageFolder,
    access: config.access,
    gate: createGate(config.access, audit),
  };
  let app: RequestListener = createStartingApp(shell);
  const { server, url } = await listen((request, response) => app(request, response), config).catch(async (error) => {
    throw (await findRunningProgram(config)) ?? error;
  });
  let opened: OpenDatabase | undefined;
  let prepared: Prepared;
  try {
    await ensurePage(notes);
    opened = await openDatabase(config, notes, { kind: 'serve', address: url });
    prepared = await prepareApp(start, shell, opened, audit);
    app = prepared.app;
  } catch (error) {
    await closeGracefully(server, 0);
    await opened?.close();
    throw error;
  }
  return { url, stop: () => stop(server, opened, prepared) };
}

/** Ends everything within ten seconds: requests under way first, with what is left of the time then the database. */
async function stop(server: Server, opened: OpenDatabase, { guard, audit }: Prepared): Promise<void> {
  // A database that is about to stop is not started again.
  guard.stop();
  const until = performance.now() + stopMs;
  await closeGracefully(server, drainMs);
  const leftMs = until - performance.now();
  await Promise.race([Promise.all([opened.close(leftMs), audit.settled()]), wait(leftMs, undefined, { ref: false })]);
}

async function prepareApp(start: Start, shell: ShellContext, opened: OpenDatabase, audit: Audit): Promise<Prepared> {
  const { config, notes, log, keepForeign } = start;
  const vocabulary = await loadVocabulary();
  const database = opened.db;
  const allowance = keepForeign === undefined ? {} : { keepForeign };
  const result = await audited(
    audit,
    { kind: 'ingestion', who: 'program', query: 'data/seed' },
    () => ingest({ database, folder: seedFolder, vocabulary, notes, ...allowance }),
    ({ outcome }) => (outcome === 'faulty' ? { outcome: 'refused', code: 'faulty-data' } : {}),
  );
  if (result.outcome === 'faulty') throw faultySeed(result.faults.map(formatFault));
  const savedQueries = savedQueriesOf(config, vocabulary, database);
  tellFaults(config, savedQueries, notes.say).catch((error: unknown) => log.error(error, 'checking saved queries'));
  const settings = await checkSettings(database);
  const advice = settingsAdvice(settings);
  if (advice !== undefined) notes.say(advice);
  const guard = createGuard({
    database,
    log,
    isLocal: opened.where !== 'remote',
    ...(opened.restart === undefined ? {} : { restart: opened.restart }),
    ...(opened.isShared === undefined ? {} : { isShared: opened.isShared }),
  });
  const app = createApp({
    ...shell,
    settings,
    database,
    vocabulary,
    status: opened.status,
    exporter: createExporter(database, vocabulary),
    guard,
    audit,
    savedQueries,
  });
  return { app, guard, audit };
}

/** The audit log; that it cannot be written is told in the program's log, and nothing else waits for it. */
function auditOf({ config, log }: Start): Audit {
  return openAudit(config.home, (error) => log.error({ err: error }, 'the audit log cannot be written'));
}

function faultySeed(faults: readonly string[]): EntenteError {
  return new EntenteError({
    code: 'faulty-data',
    message: `The shipped data set has ${faults.length} faults; the first is ${faults[0] ?? 'unknown'}.`,
    advice: 'Run npm run entente -- check to see all of them.',
  });
}
