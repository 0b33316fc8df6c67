// A copy of the test graph's folder that tests edit and ingest into the emptied database, anew for each test.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { ingest } from '../../../server/ingest/ingest.ts';
import type { IngestRequest, IngestResult } from '../../../server/ingest/ingest.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { silentNotes } from '../../../server/neo4j/notes.ts';
import { parseStatement } from '../../../server/neo4j/statements.ts';
import type { emptyDatabase, openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph } from '../queries/put-graph.ts';

/** What tests do with the folder and the database. */
export interface GraphFolder {
  readonly database: () => Database;
  /** Ingests the folder, or another one. */
  run(more?: Partial<IngestRequest>): Promise<IngestResult>;
  /** Changes a file of the folder; fails where nothing changes. */
  edit(file: string, change: (text: string) => string): void;
  /** Rows of a statement, each a list of values. */
  ask(text: string, parameters?: Record<string, unknown>): Promise<unknown[][]>;
  /** Changes the database as somebody else would. */
  change(text: string, parameters?: Record<string, unknown>): Promise<void>;
}

/** Sets up and clears away; call it at the head of a test file, with how the run's database is opened and emptied. */
export function useGraphFolder(open: typeof openEmptyDatabase, empty: typeof emptyDatabase): GraphFolder {
  const folder = mkdtempSync(join(tmpdir(), 'entente-ingest-'));
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await empty(database);
    rmSync(folder, { recursive: true, force: true });
    cpSync(fixtureGraph, folder, { recursive: true });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.close();
  });
  return {
    database: () => database,
    run: async (more = {}) =>
      ingest({ database, folder, vocabulary: await loadVocabulary(), notes: silentNotes, ...more }),
    edit(file, change) {
      const before = readFileSync(join(folder, file), 'utf8');
      const after = change(before);
      expect(after).not.toBe(before);
      writeFileSync(join(folder, file), after);
    },
    ask: async (text, parameters = {}) =>
      (await database.stream(text, parameters, { timeoutMs: 10_000, rowLimit: 1000 })).rows,
    change: (text, parameters = {}) =>
      database.writeOnce(parseStatement('test', text), parameters).then(() => undefined),
  };
}

/** The record of a file that begins with this line, gone. */
export function without(firstLine: string): (text: string) => string {
  return (text) => {
    const records = text.split(/^(?=- )/m);
    return records.filter((record) => !record.startsWith(firstLine)).join('');
  };
}
