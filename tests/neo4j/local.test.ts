// The local database in real processes: one at a time, joined by commands, started again when it dies, gone when its program is.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, expect, it } from 'vitest';
import { isAlive, processesWith } from '../../server/neo4j/local/processes.ts';
import { homeArgument } from '../../server/neo4j/local/settings.ts';
import { useTurn } from './support.ts';

useTurn();
const home = mkdtempSync(join(tmpdir(), 'entente-local-'));
const serverArgument = homeArgument(join(home, 'neo4j', 'server'));
const programs: Program[] = [];
const patience = { timeout: 90_000, interval: 50 };

interface Program {
  readonly child: ChildProcess;
  readonly events: Record<string, unknown>[];
  readonly ended: Promise<unknown>;
}

function start(kind: 'serve' | 'command', holdMs: number): Program {
  const script = new URL('local-program.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, kind, String(holdMs)], {
    env: { ...process.env, ENTENTE_HOME: home, NEO4J_URI: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const events: Record<string, unknown>[] = [];
  createInterface({ input: child.stdout }).on('line', (line) =>
    events.push(JSON.parse(line) as Record<string, unknown>),
  );
  const program = { child, events, ended: new Promise((resolve) => child.on('close', resolve)) };
  programs.push(program);
  return program;
}

async function seen(program: Program, event: Record<string, unknown>): Promise<void> {
  await expect.poll(() => program.events, patience).toContainEqual(expect.objectContaining(event));
}

/** Ids of the JVM on this home's data and of its watchdog; 0 where there is none. */
async function databaseProcesses(): Promise<{ jvm: number; watchdog: number }> {
  const pids = await processesWith(serverArgument);
  const isWatchdog = (pid: number): boolean => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('watchdog.mjs');
  return { jvm: pids.find((pid) => !isWatchdog(pid)) ?? 0, watchdog: pids.find(isWatchdog) ?? 0 };
}

afterEach(async () => {
  for (const { child, ended } of programs.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
}, 60_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('belongs to one program at a time, which others are told of and commands join', { timeout: 180_000 }, async () => {
  const first = start('serve', 120_000);
  await seen(first, { event: 'open', where: 'own' });
  const second = start('serve', 0);
  await second.ended;
  expect(second.events).toEqual([expect.objectContaining({ event: 'error', code: 'already-running' })]);
  expect(second.events[0]?.['sentence']).toContain('http://127.0.0.1:4747');
  const command = start('command', 0);
  await command.ended;
  expect(command.events).toContainEqual({ event: 'open', where: 'joined' });
  expect(statSync(join(home, 'neo4j', 'password')).mode & 0o777).toBe(0o600);

  process.kill((await databaseProcesses()).jvm, 'SIGKILL');
  await seen(first, { event: 'refusal', code: 'database-starting-again', state: 'starting-again' });
  await expect.poll(() => first.events.at(-1), patience).toMatchObject({ event: 'answer', state: 'ready' });

  first.child.kill('SIGTERM');
  const began = performance.now();
  await first.ended;
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(first.events.at(-1)).toEqual({ event: 'closed' });
  expect(await processesWith(serverArgument)).toEqual([]);
});

it(
  'is gone when its program was killed; then two commands start one and share it to the end',
  { timeout: 180_000 },
  async () => {
    const killed = start('serve', 120_000);
    await seen(killed, { event: 'open' });
    const { jvm: orphan } = await databaseProcesses();
    killed.child.kill('SIGKILL');
    await expect.poll(() => isAlive(orphan), { timeout: 15_000, interval: 50 }).toBe(false);

    const next = start('serve', 120_000);
    await seen(next, { event: 'open', where: 'own' });
    const { jvm: left, watchdog } = await databaseProcesses();
    next.child.kill('SIGSTOP');
    process.kill(watchdog, 'SIGKILL');
    next.child.kill('SIGKILL');
    await next.ended;
    expect(isAlive(left)).toBe(true);

    const both = [start('command', 500), start('command', 4_000)];
    await Promise.all(both.map((program) => program.ended));
    expect(both.flatMap(({ events }) => events)).toContainEqual({ said: expect.stringContaining(`process ${left}`) });
    expect(isAlive(left)).toBe(false);
    const opened = both.map(({ events }) => events.find((event) => event['event'] === 'open')?.['where']);
    expect(opened.sort()).toEqual(['joined', 'own']);
    for (const { events } of both) {
      expect(events.filter((event) => event['event'] === 'refusal')).toEqual([]);
      expect(events.at(-1)).toEqual({ event: 'closed' });
    }
  },
);
