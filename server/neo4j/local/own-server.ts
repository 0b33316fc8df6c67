// A local database that this program starts, keeps running and stops.
import { existsSync, mkdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { Notes } from '../notes.ts';
import { diskFull } from './failures.ts';
import { equip } from './machine.ts';
import { readOrMakePassword, settlePassword } from './password.ts';
import { endProcess, processesWith } from './processes.ts';
import { freePort, startServer, type ServerProcess } from './server-process.ts';
import { homeArgument, neo4jConf, serverFolders } from './settings.ts';
import { supervise, type SupervisedState, type Supervisor } from './supervisor.ts';

/** What a first start writes, its transaction log included. */
const neededBytes = 600_000_000;
const startAttempts = 3;

/** A database that runs under our supervision. */
export interface OwnServer {
  readonly uri: string;
  readonly port: number;
  readonly password: string;
  readonly supervisor: Supervisor;
}

/**
 * Starts the database whose data are in this folder, on a free port of the loopback address. A JVM that an earlier program left
 * behind on the same data is ended first.
 *
 * @throws {EntenteError} see `failures.ts`
 */
export async function startOwnServer(
  config: Config,
  folder: string,
  notes: Notes,
  tell: (state: SupervisedState) => void,
): Promise<OwnServer> {
  const { java, distribution } = await equip(config, notes);
  const serverFolder = join(folder, 'server');
  const fresh = !existsSync(join(serverFolder, 'data', 'databases'));
  makeFolders(serverFolder, fresh);
  await endLeftOvers(serverFolder, notes);
  const password = readOrMakePassword(folder);
  const start = (port: number, signal?: AbortSignal): Promise<ServerProcess> => {
    writeFileSync(join(serverFolder, 'conf', 'neo4j.conf'), neo4jConf(port));
    return startServer({ java: java.command, lib: distribution.lib, serverFolder, port }, signal);
  };
  notes.say(`Starting Neo4j ${distribution.version} with the data in ${folder}.`);
  const { port, server } = await startOnFreePort(start);
  const uri = `bolt://127.0.0.1:${port}`;
  try {
    await settlePassword(uri, password, fresh, folder);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { uri, port, password, supervisor: supervise(server, (signal) => start(port, signal), tell) };
}

/** A port that is free may be taken before the server binds it; so more than one is tried. */
async function startOnFreePort(
  start: (port: number) => Promise<ServerProcess>,
): Promise<{ port: number; server: ServerProcess }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { port, server: await start(port) };
    } catch (error) {
      const taken = error instanceof Error && /Address already in use|BindException/.test(String(error.cause));
      if (!taken || attempt === startAttempts) throw error;
    }
  }
}

function makeFolders(serverFolder: string, fresh: boolean): void {
  for (const name of serverFolders) mkdirSync(join(serverFolder, name), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(serverFolder);
  if (fresh && bavail * bsize < neededBytes) throw diskFull('the local database', serverFolder);
}

async function endLeftOvers(serverFolder: string, notes: Notes): Promise<void> {
  for (const pid of await processesWith(homeArgument(serverFolder))) {
    notes.say(`Ending the database that an earlier program left behind (process ${pid}).`);
    await endProcess(pid, 10_000);
  }
}
