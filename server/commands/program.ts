// What every command needs of the program: its database for as long as the command runs, the vocabulary, the saved queries.
import path from 'node:path';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { Config } from '../config.ts';
import type { QueryAnswer } from '../contract/shapes.ts';
import { audited, openAudit, outcomeOf, type Audit } from '../guard/audit.ts';
import { askHere } from '../guard/updates.ts';
import type { CommandEnd } from '../ingest/command.ts';
import { loadVocabulary } from '../ingest/vocabulary.ts';
import type { Database } from '../neo4j/database.ts';
import type { Notes } from '../neo4j/notes.ts';
import { openDatabase } from '../neo4j/open.ts';

/** Where a command's words go and what it was configured with. */
export interface Terminal {
  readonly config: Config;
  /** Sentences and progress for the person who waits. */
  readonly notes: Notes;
  /** The command's result, for people or pipes. */
  readonly print: (text: string) => void;
  /** Letters that a line may have. */
  readonly width: number;
}

/** What a command works with. */
export interface Workplace {
  readonly database: Database;
  readonly vocabulary: Vocabulary;
  readonly audit: Audit;
}

/** Under which name the audit log knows what commands do. */
const who = 'command line';

/** The audit log of a command; that it cannot be written is said once. */
function auditOf({ config, notes }: Pick<Terminal, 'config' | 'notes'>): Audit {
  return openAudit(config.home, () => notes.say('The audit log under ENTENTE_HOME cannot be written.'));
}

/** Runs a saved query and writes that down. */
export function runAudited(
  { audit }: Pick<Workplace, 'audit'>,
  query: string,
  run: () => Promise<QueryAnswer>,
): Promise<QueryAnswer> {
  return audited(audit, { kind: 'saved', who, query }, run, ({ rows }) => ({ rows: rows.length }));
}

/** Ingests a folder and writes down how that ended. */
export async function ingestAudited(
  terminal: Pick<Terminal, 'config' | 'notes'>,
  folder: string,
  run: () => Promise<CommandEnd>,
): Promise<CommandEnd> {
  const audit = auditOf(terminal);
  const entry = { kind: 'ingestion', who, query: path.basename(folder) } as const;
  try {
    return await audited(audit, entry, run, ({ error, outcome }) =>
      error === undefined ? { outcome } : outcomeOf(error),
    );
  } finally {
    await audit.settled();
  }
}

/** Opens the database (the running program's where there is one), does the work and closes it, whatever happens. */
export async function withDatabase<T>(terminal: Terminal, work: (workplace: Workplace) => Promise<T>): Promise<T> {
  const { config, notes } = terminal;
  const vocabulary = await loadVocabulary();
  const audit = auditOf(terminal);
  const opened = await openDatabase(config, notes, { kind: 'command' });
  try {
    const asker = askHere(opened.db, () => notes.say('A query changed the database, which no query may.'));
    return await work({ database: { ...opened.db, ...asker }, vocabulary, audit });
  } finally {
    await opened.close();
    await audit.settled();
  }
}
