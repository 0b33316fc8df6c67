// Starts one JVM with the local database, under a watchdog that outlives a crash of ours and ends it.
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect as connectTcp, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startFailed } from './failures.ts';
import { endProcess, isAlive } from './processes.ts';
import { jvmArguments } from './settings.ts';

/** How long the JVM may take to close its store before it is ended by force. */
const stopPatienceMs = 8_000;
/** The same while it is still being started and has nothing to lose. */
const startingPatienceMs = 2_000;
/** Recovery after a hard end has taken half a minute. */
const startPatienceMs = 240_000;

/** What a JVM is started with. */
export interface ServerParts {
  readonly java: string;
  readonly lib: string;
  /** Neo4j's home: conf, data, logs. */
  readonly serverFolder: string;
  readonly port: number;
}

/** A JVM that runs. */
export interface ServerProcess {
  readonly jvmPid: number;
  /** Resolves when the JVM is gone, however it went. */
  readonly ended: Promise<void>;
  /** Ends the JVM, by force after this time; after 8 s if not said. */
  stop(withinMs?: number): Promise<void>;
}

/**
 * Starts the JVM and waits until Bolt accepts connections.
 *
 * @throws {EntenteError} `database-start-failed` and its kin where it ends before, or does not answer within four minutes
 */
export async function startServer(parts: ServerParts, signal?: AbortSignal): Promise<ServerProcess> {
  const consoleFile = join(parts.serverFolder, 'logs', 'console.log');
  const command = [parts.java, ...jvmArguments(parts.lib, parts.serverFolder)];
  const watchdog = fork(
    fileURLToPath(new URL('watchdog.mjs', import.meta.url)),
    [consoleFile, String(stopPatienceMs), ...command],
    { detached: true, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  );
  const jvm = { pid: 0, gone: false, patienceMs: stopPatienceMs };
  watchdog.on('message', (message: { jvmPid: number }) => (jvm.pid = message.jvmPid));
  const ended = endOf(watchdog, jvm);
  const stop = async (withinMs = stopPatienceMs): Promise<void> => {
    jvm.patienceMs = withinMs;
    if (watchdog.connected) watchdog.send({ endWithinMs: withinMs }, () => undefined);
    await ended;
  };
  const until = performance.now() + startPatienceMs;
  while (!jvm.gone && signal?.aborted !== true && performance.now() < until) {
    if (await accepts(parts.port)) return { jvmPid: jvm.pid, ended, stop };
    await wait(100);
  }
  await stop(startingPatienceMs);
  throw startFailed(readOrEmpty(consoleFile), join(parts.serverFolder, 'logs'));
}

/** A port of the loopback address that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Resolves when the watchdog is gone and the JVM with it, even if the watchdog was killed before it could end the JVM. */
async function endOf(watchdog: ChildProcess, jvm: { pid: number; gone: boolean; patienceMs: number }): Promise<void> {
  await new Promise<void>((resolve) => {
    watchdog.on('exit', () => resolve());
    watchdog.on('error', () => resolve());
  });
  if (jvm.pid !== 0 && isAlive(jvm.pid)) await endProcess(jvm.pid, jvm.patienceMs);
  jvm.gone = true;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTcp({ port, host: '127.0.0.1', timeout: 1_000 });
    const tell = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', tell(true)).on('error', tell(false)).on('timeout', tell(false));
  });
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
