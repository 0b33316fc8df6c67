// What every command needs of the program: its database for as long as the command runs, the vocabulary, the saved queries.
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { Config } from '../config.ts';
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
}

/** Opens the database (the running program's where there is one), does the work and closes it, whatever happens. */
export async function withDatabase<T>(
  { config, notes }: Terminal,
  work: (workplace: Workplace) => Promise<T>,
): Promise<T> {
  const vocabulary = await loadVocabulary();
  const opened = await openDatabase(config, notes, { kind: 'command' });
  try {
    return await work({ database: opened.db, vocabulary });
  } finally {
    await opened.close();
  }
}
