// Runs the program as a user does, on the run's throw-away database, and tells where its page is.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const startMs = 60_000;

/** A program that serves the page. */
export interface Program {
  readonly url: string;
  /** The folder of the user's own files. */
  readonly home: string;
  stop(): Promise<void>;
}

/**
 * Starts the program with `npm start`'s own command on a free port; rejects with its output where it does not come up.
 *
 * @param prepare puts files into the program's own folder before it starts
 */
export async function startProgram(
  environment: Readonly<Record<string, string>>,
  prepare: (home: string) => void = () => undefined,
): Promise<Program> {
  const home = mkdtempSync(path.join(tmpdir(), 'entente-e2e-'));
  prepare(home);
  const child = spawn(process.execPath, ['server/entente.js', 'start'], {
    cwd: root,
    env: { ...process.env, ...environment, PORT: '0', ENTENTE_HOME: home, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The program did not come up in time:\n${output}`)), startMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Entente is at (http:\S+)/.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}:\n${output}`)));
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, home, stop };
}
