// The file that says which program the local database belongs to, so that there is one at a time and others find it.
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { badHome } from './failures.ts';
import { beginningOf, isAlive } from './processes.ts';

const processSchema = z.strictObject({
  pid: z.int().describe('Id of the process.'),
  began: z.string().describe('When it began: its id alone may have gone to another process since.'),
});

const programSchema = processSchema.extend({
  kind: z.enum(['serve', 'command']).describe('Whether it serves people, or is a command that is soon over.'),
  address: z.string().optional().describe('Where people find it.'),
  port: z.int().describe('Bolt port of the database; 0 until it is known.'),
  state: z.enum(['starting', 'ready', 'starting-again', 'stopping']).describe('How the database is.'),
});

/** The program that the local database belongs to. */
export type Program = z.infer<typeof programSchema>;

const fileName = 'program.json';

/** This process, as run files name it. */
export async function thisProcess(): Promise<z.infer<typeof processSchema>> {
  return { pid: process.pid, began: await beginningOf(process.pid) };
}

/**
 * Makes the database in this folder belong to `program`, unless a program that still runs has it: then that one is returned.
 * What a program left that did not end as it should is cleared away.
 *
 * @throws {EntenteError} `bad-home` where nothing can be written there
 */
export async function claim(folder: string, program: Program): Promise<Program | undefined> {
  makeFolder(folder);
  for (;;) {
    if (createWhole(folder, program)) return undefined;
    const other = readProgram(folder);
    if (other !== undefined && (await isRunning(other))) return other;
    clearAway(folder, other);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw badHome(folder, error);
  }
}

/** The program that has the database in this folder, whether it still runs or not. */
export function readProgram(folder: string): Program | undefined {
  try {
    return programSchema.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Replaces what our own run file says. */
export function updateProgram(folder: string, program: Program): void {
  const temporary = join(folder, `${fileName}.${process.pid}`);
  writeFileSync(temporary, JSON.stringify(program), { mode: 0o600 });
  renameSync(temporary, join(folder, fileName));
}

/** Gives the database up. */
export function release(folder: string): void {
  rmSync(join(folder, fileName), { force: true });
}

/** Whether the process that a run file names is still the one that wrote it. */
export async function isRunning(named: { readonly pid: number; readonly began: string }): Promise<boolean> {
  return isAlive(named.pid) && (await beginningOf(named.pid)) === named.began;
}

/** Tells the owner that this process uses its database; returns what takes it back. */
export async function enlist(folder: string): Promise<() => void> {
  const users = join(folder, 'users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  const file = join(users, `${process.pid}-${randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(await thisProcess()), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** How many other processes use the database; files of those that are gone are removed. */
export async function countUsers(folder: string): Promise<number> {
  const users = join(folder, 'users');
  let count = 0;
  for (const name of namesIn(users)) {
    const file = join(users, name);
    const user = processSchema.safeParse(parseOrNull(file));
    if (user.success && (await isRunning(user.data))) count += 1;
    else rmSync(file, { force: true });
  }
  return count;
}

/** Creates the file with its whole content at once, or not at all where there is one. */
function createWhole(folder: string, program: Program): boolean {
  const temporary = join(folder, `${fileName}.${process.pid}`);
  writeFileSync(temporary, JSON.stringify(program), { mode: 0o600 });
  try {
    linkSync(temporary, join(folder, fileName));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Moves a run file away and puts it back if meanwhile it has become another program's. */
function clearAway(folder: string, stale: Program | undefined): void {
  const file = join(folder, fileName);
  const aside = join(folder, `${fileName}.stale.${process.pid}`);
  try {
    renameSync(file, aside);
    const moved = programSchema.safeParse(parseOrNull(aside));
    if (moved.success && moved.data.pid !== stale?.pid) linkSync(aside, file);
  } catch {
    // Somebody else was faster, which the next round sees.
  } finally {
    rmSync(aside, { force: true });
  }
}

function parseOrNull(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
