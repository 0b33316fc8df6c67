// Opens the database that the configuration names: one elsewhere, the running program's, or a local one of our own.
import type { Config } from '../config.ts';
import type { Database } from './database.ts';
import type { Notes } from './notes.ts';

/** How the database is at this moment; `sentence` is for people wherever it is not ready. */
export interface DatabaseStatus {
  readonly state: 'ready' | 'starting-again' | 'stopped' | 'failed';
  readonly sentence: string;
}

/** An open database and who answers for it. */
export interface OpenDatabase {
  readonly db: Database;
  /** Elsewhere, started by this program, or started by another one that runs. */
  readonly where: 'remote' | 'own' | 'joined';
  /** What `/api/ready` tells while the database cannot answer. */
  status(): DatabaseStatus;
  /** Closes the connections and stops what this program started. */
  close(): Promise<void>;
}

/** What the database is opened for. */
export interface Purpose {
  /** A program that serves people and of which there is one per home, or a command that is soon over. */
  readonly kind: 'serve' | 'command';
  /** Address that a serving program can be found at, for the message of a second one. */
  readonly address?: string;
}

/**
 * Opens the database and waits until it answers.
 *
 * @throws {EntenteError} `already-running` where a second program is to serve the same home; every fault of the start
 * otherwise, each with what to do
 */
export async function openDatabase(config: Config, notes: Notes, purpose: Purpose): Promise<OpenDatabase> {
  throw new Error(`not yet: ${config.home} ${notes.say.name} ${purpose.kind}`);
}
