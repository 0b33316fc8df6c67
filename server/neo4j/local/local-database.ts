// The local database: the running program's where there is one, else one of our own for as long as we run.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../../config.ts';
import { sentenceOf, type EntenteError } from '../../errors.ts';
import type { Database, DatabaseStatus, OpenDatabase, Purpose } from '../database.ts';
import { connectLanes, createDatabase } from '../driver-database.ts';
import type { Notes } from '../notes.ts';
import * as failures from './failures.ts';
import { startOwnServer, type OwnServer } from './own-server.ts';
import { localUser, readPassword } from './password.ts';
import * as runFile from './run-file.ts';
import type { SupervisedState } from './supervisor.ts';

const pollMs = 200;
const othersPatienceMs = 300_000;
const closePatienceMs = 1_000;

/** Changes what our run file says and returns all of it. */
type Update = (change: Partial<runFile.Program>) => runFile.Program;

/**
 * Opens the local database of this home.
 *
 * @throws {EntenteError} `already-running` where two programs would serve it; every fault of the start
 */
export async function openLocalDatabase(config: Config, notes: Notes, purpose: Purpose): Promise<OpenDatabase> {
  const folder = join(config.home, 'neo4j');
  const program = await describeSelf(purpose);
  let told = false;
  for (;;) {
    const owner = await runFile.claim(folder, program);
    if (owner === undefined) return openOwn(config, folder, program, notes);
    if (purpose.kind === 'serve' && owner.kind === 'serve') throw failures.alreadyRunning(owner.address, owner.pid);
    const joined = purpose.kind === 'command' ? await joinOwner(folder, owner) : undefined;
    if (joined !== undefined) return joined;
    if (!told) notes.say(`Waiting for another program that has the database (process ${owner.pid}).`);
    told = true;
    await wait(pollMs);
  }
}

/** The error of a start beside a program that serves the same home already; undefined where none does. */
export async function findServing(home: string): Promise<EntenteError | undefined> {
  const owner = runFile.readProgram(join(home, 'neo4j'));
  if (owner?.kind !== 'serve' || !(await runFile.isRunning(owner))) return undefined;
  return failures.alreadyRunning(owner.address, owner.pid);
}

async function describeSelf(purpose: Purpose): Promise<runFile.Program> {
  const address = purpose.address === undefined ? {} : { address: purpose.address };
  return { ...(await runFile.thisProcess()), kind: purpose.kind, ...address, port: 0, state: 'starting' };
}

async function openOwn(config: Config, folder: string, self: runFile.Program, notes: Notes): Promise<OpenDatabase> {
  let program = self;
  const update: Update = (change) => {
    program = { ...program, ...change };
    runFile.updateProgram(folder, program);
    return program;
  };
  const tell = (state: SupervisedState): void => {
    if (state === 'ready' || state === 'starting-again') update({ state });
    if (state === 'starting-again') notes.say('The database has stopped and is being started again.');
    if (state === 'ready') notes.say('The database answers again.');
    if (state === 'failed') notes.say(sentenceOf(failures.keepsDying(folder)));
  };
  let server: OwnServer | undefined;
  try {
    server = await startOwnServer(config, folder, notes, tell);
    const db = databaseOf(server, folder);
    await db.ready();
    update({ port: server.port, state: 'ready' });
    return own(server, db, folder, update, notes);
  } catch (error) {
    await server?.supervisor.stop();
    runFile.release(folder);
    throw error;
  }
}

function own(server: OwnServer, db: Database, folder: string, update: Update, notes: Notes): OpenDatabase {
  const { supervisor } = server;
  return {
    db,
    where: 'own',
    status: () => describe(supervisor.state(), folder),
    restart: () => supervisor.restart(),
    isShared: async () => (await runFile.countUsers(folder)) > 0,
    async close(withinMs) {
      const since = performance.now();
      // A database that has stopped answering does not let its connections go.
      await Promise.race([db.close(), wait(closePatienceMs, undefined, { ref: false })]);
      await letOthersFinish(folder, update, notes);
      await supervisor.stop(withinMs === undefined ? undefined : Math.max(0, withinMs - (performance.now() - since)));
      runFile.release(folder);
    },
  };
}

function databaseOf(server: OwnServer, folder: string): Database {
  return createDatabase({
    ...connectLanes(server.uri, localUser, server.password),
    before: async () => {
      const state = server.supervisor.state();
      if (state !== 'ready') throw outage(state, folder);
    },
    outage: () => outage(server.supervisor.state(), folder),
  });
}

/** A command that ends leaves the database to those that joined it meanwhile; a program that serves takes it along. */
async function letOthersFinish(folder: string, update: Update, notes: Notes): Promise<void> {
  const { kind } = update({ state: 'stopping' });
  const until = performance.now() + (kind === 'command' ? othersPatienceMs : 0);
  for (let told = false; ; told = true) {
    if (performance.now() >= until || (await runFile.countUsers(folder)) === 0) return;
    update({ state: 'ready' });
    if (!told) notes.say('Waiting for other commands that use the database.');
    await wait(pollMs);
    update({ state: 'stopping' });
  }
}

/** The database of a program that runs; undefined where that program ends before its database is ready. */
async function joinOwner(folder: string, owner: runFile.Program): Promise<OpenDatabase | undefined> {
  const leave = await runFile.enlist(folder);
  const present = await readyOwner(folder, owner);
  const password = readPassword(folder);
  if (present === undefined || password === undefined) {
    leave();
    return undefined;
  }
  const status = (): DatabaseStatus => describe(stateOfOwner(folder, owner), folder);
  const db = createDatabase({
    ...connectLanes(`bolt://127.0.0.1:${present.port}`, localUser, password),
    before: async () => {
      const state = stateOfOwner(folder, owner);
      if (state !== 'ready') throw outage(state, folder);
    },
    outage: () => outage(stateOfOwner(folder, owner), folder),
  });
  const close = async (): Promise<void> => {
    await db.close();
    leave();
  };
  return { db, where: 'joined', status, close };
}

async function readyOwner(folder: string, owner: runFile.Program): Promise<runFile.Program | undefined> {
  for (;;) {
    const now = runFile.readProgram(folder);
    if (now === undefined || now.pid !== owner.pid || now.state === 'stopping') return undefined;
    if (!(await runFile.isRunning(now))) return undefined;
    if (now.state === 'ready') return now;
    await wait(pollMs);
  }
}

/** How the database of a program is to one that has joined it, for which a command that ends still waits. */
function stateOfOwner(folder: string, owner: runFile.Program): SupervisedState {
  const now = runFile.readProgram(folder);
  const isLeft = now === undefined || now.pid !== owner.pid;
  if (isLeft || (now.state === 'stopping' && now.kind === 'serve')) return 'stopped';
  return now.state === 'starting-again' ? 'starting-again' : 'ready';
}

/** What is told about a database that is not there; one that looks ready has only just died. */
function outage(state: SupervisedState, folder: string): EntenteError {
  if (state === 'stopped') return failures.stopped();
  return state === 'failed' ? failures.keepsDying(folder) : failures.startingAgain();
}

function describe(state: SupervisedState, folder: string): DatabaseStatus {
  return { state, sentence: state === 'ready' ? 'The database answers.' : outage(state, folder).message };
}
