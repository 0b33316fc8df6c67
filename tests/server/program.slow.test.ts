// The whole program with a database of its own: what it says while it starts, who may start beside it, and that it stops in time.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { processesWith } from '../../server/neo4j/local/processes.ts';
import { freePort } from '../../server/neo4j/local/server-process.ts';
import { homeArgument } from '../../server/neo4j/local/settings.ts';
import { silentNotes } from '../../server/neo4j/notes.ts';
import { ensurePage } from '../../server/page.ts';
import { isWatchdog } from '../neo4j/local-home.ts';

const root = path.resolve(import.meta.dirname, '../..');
const home = mkdtempSync(path.join(tmpdir(), 'entente-program-'));
const elsewhere = mkdtempSync(path.join(tmpdir(), 'entente-program-'));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const promisedMs = 10_000;
const started: Program[] = [];
const patience = { timeout: 180_000, interval: 50 };
const timeout = 400_000;

interface Program {
  readonly child: ChildProcess;
  /** Everything it has written. */
  said(): string;
  readonly ended: Promise<number | null>;
}

function start(folder: string): Program {
  const child = spawn(process.execPath, ['server/entente.js', 'start'], {
    cwd: root,
    env: { ...process.env, NEO4J_URI: '', PORT: String(port), ENTENTE_HOME: folder, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const program = { child, said: () => output, ended };
  started.push(program);
  return program;
}

const isUp = async (program: Program) => {
  await expect.poll(program.said, patience).toContain(`Entente is at ${url}/`);
};
const databaseProcesses = () => processesWith(homeArgument(path.join(home, 'neo4j', 'server')));

/** Ends the program as a service manager does and tells how long it took. */
async function endInMs({ child, ended }: Program): Promise<number> {
  const began = performance.now();
  child.kill('SIGTERM');
  await ended;
  return performance.now() - began;
}

/** A query that would go on for minutes; resolves with its status, or when its connection is cut. */
function slowQuery(): Promise<unknown> {
  return fetch(`${url}/api/cypher`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      query: 'MATCH (a), (b), (c), (d) WHERE a.id < b.id AND c.id < d.id RETURN count(*) AS all',
      parameters: {},
    }),
  }).then(
    (response) => response.status,
    () => 'cut',
  );
}

function silentConnection(): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => undefined);
  });
}

beforeAll(() => ensurePage(silentNotes), 180_000);
afterEach(async () => {
  for (const { child } of started) child.kill('SIGTERM');
  await Promise.all(started.splice(0).map(({ ended }) => ended));
}, 60_000);
afterAll(() => {
  for (const folder of [home, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

describe('the program', () => {
  it('answers that it is starting, and turns away a second start at once', { timeout }, async () => {
    const first = start(home);
    const readiness = () =>
      fetch(`${url}/api/ready`).then(
        (response) => response.json(),
        () => undefined,
      );
    await expect.poll(readiness, patience).toMatchObject({ ready: false, database: 'starting' });
    const onThatPort = start(elsewhere);
    expect(await onThatPort.ended).toBe(1);
    expect(onThatPort.said()).toContain(`Something else listens on 127.0.0.1:${port}.`);
    expect(existsSync(path.join(elsewhere, 'neo4j'))).toBe(false);
    await isUp(first);
    expect(await readiness()).toMatchObject({ ready: true, database: 'up' });
    const second = start(home);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`The program runs already at ${url}/ (process ${first.child.pid})`);

    const silent = await silentConnection();
    const slow = slowQuery();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await endInMs(first)).toBeLessThan(promisedMs);
    expect(await slow).toBe('cut');
    silent.destroy();
    expect(await databaseProcesses()).toEqual([]);
  });

  it('stops in time although its database no longer reacts', { timeout }, async () => {
    const program = start(home);
    await isUp(program);
    const pids = await databaseProcesses();
    const jvm = pids.find((pid) => !isWatchdog(pid)) ?? 0;
    process.kill(jvm, 'SIGSTOP');
    const slow = slowQuery();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await endInMs(program)).toBeLessThan(promisedMs);
    await slow;
    expect(await databaseProcesses()).toEqual([]);
  });
});
