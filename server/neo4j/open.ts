// Opens the database that the configuration names: one elsewhere, the running program's, or a local one of our own.
import type { Config } from '../config.ts';
import type { OpenDatabase, Purpose } from './database.ts';
import type { EntenteError } from '../errors.ts';
import { findServing, openLocalDatabase } from './local/local-database.ts';
import type { Notes } from './notes.ts';
import { openRemoteDatabase } from './remote-database.ts';

export type { DatabaseStatus, OpenDatabase, Purpose } from './database.ts';

/**
 * Opens the database and waits until it answers.
 *
 * @throws {EntenteError} `already-running` where a second program is to serve the same home; every fault of the start
 * otherwise, each with what to do
 */
export function openDatabase(config: Config, notes: Notes, purpose: Purpose): Promise<OpenDatabase> {
  const { neo4j } = config;
  return neo4j.kind === 'remote' ? openRemoteDatabase(neo4j, config.home) : openLocalDatabase(config, notes, purpose);
}

/** Why a program cannot serve with this configuration: another one does already. Undefined where none does. */
export async function findRunningProgram({ neo4j, home }: Config): Promise<EntenteError | undefined> {
  return neo4j.kind === 'remote' ? undefined : findServing(home);
}
