// The password of the local database: made at random, kept in a file that the user alone may read.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../driver-database.ts';
import { fromDriver } from '../errors.ts';
import { loadStatement } from '../statements.ts';
import { passwordLost } from './failures.ts';

/** User of the local database. */
export const localUser = 'neo4j';
/** What a fresh Neo4j has, good for nothing but being changed. */
const firstPassword = 'neo4j';

/** The password kept in this folder; undefined where none has been made. */
export function readPassword(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'password'), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** The password kept in this folder, made now where there is none. */
export function readOrMakePassword(folder: string): string {
  const kept = readPassword(folder);
  if (kept !== undefined) return kept;
  const made = randomBytes(24).toString('base64url');
  writeFileSync(join(folder, 'password'), `${made}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

/**
 * Makes sure that the server at this address has our password, giving it to a fresh one.
 *
 * @param fresh whether the store was made by this start, which says what to try first: each wrong try counts
 * @throws {EntenteError} `wrong-password` where the data were made with another
 */
export async function settlePassword(uri: string, password: string, fresh: boolean, folder: string): Promise<void> {
  const giveIt = (): Promise<boolean> => setPassword(uri, firstPassword, password);
  const hasIt = (): Promise<boolean> => accepts(uri, password);
  for (const step of fresh ? [giveIt, hasIt] : [hasIt, giveIt]) {
    if (await step()) return;
  }
  throw passwordLost(folder);
}

async function setPassword(uri: string, old: string, next: string): Promise<boolean> {
  const driver = connect(uri, localUser, old);
  try {
    const session = driver.session({ database: 'system' });
    await session.run(loadStatement('admin/set-password').text, { old, new: next });
    return true;
  } catch (error) {
    return refusalOnly(error);
  } finally {
    await driver.close();
  }
}

async function accepts(uri: string, password: string): Promise<boolean> {
  const driver = connect(uri, localUser, password);
  try {
    await driver.verifyConnectivity();
    return true;
  } catch (error) {
    return refusalOnly(error);
  } finally {
    await driver.close();
  }
}

function refusalOnly(error: unknown): false {
  const ours = fromDriver(error);
  if (ours.code !== 'wrong-password') throw ours;
  return false;
}
