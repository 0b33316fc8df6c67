// A database of our own with the shipped data and the application over it, for measurements.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../server/config.ts';
import { createGuard, type GuardParts } from '../../server/guard/guard.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import type { OpenDatabase } from '../../server/neo4j/database.ts';
import { silentNotes, terminalNotes } from '../../server/neo4j/notes.ts';
import { openDatabase } from '../../server/neo4j/open.ts';
import { startTestApp, type TestApp } from '../server/routes/test-app.ts';

/** What is measured. */
export interface Bench {
  readonly home: string;
  readonly opened: OpenDatabase;
  readonly app: TestApp;
  close(): Promise<void>;
}

/** Starts all of it. */
export async function startBench(parts: Partial<GuardParts> = {}): Promise<Bench> {
  const home = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const config = readConfig({ ...process.env, ENTENTE_HOME: home, NEO4J_URI: '' });
  const opened = await openDatabase(config, terminalNotes(process.stderr), { kind: 'serve', address: 'bench' });
  const vocabulary = await loadVocabulary();
  await ingest({ database: opened.db, folder: 'data/seed', vocabulary, notes: silentNotes });
  const log = pino({ level: 'silent' });
  const { db: database, restart, isShared } = opened;
  const guard = createGuard({
    database,
    log,
    isLocal: true,
    ...(restart === undefined ? {} : { restart }),
    ...(isShared === undefined ? {} : { isShared }),
    ...parts,
  });
  const app = await startTestApp({ database, guard, status: opened.status, log });
  return {
    home,
    opened,
    app,
    async close() {
      await app.close();
      guard.stop();
      await opened.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
