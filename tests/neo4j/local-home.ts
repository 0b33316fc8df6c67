// Programs on one home of their own, as processes, for tests of the local database.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, expect } from 'vitest';
import { processesWith } from '../../server/neo4j/local/processes.ts';
import { homeArgument } from '../../server/neo4j/local/settings.ts';

/** How long to wait for something to happen. */
export const patience = { timeout: 90_000, interval: 50 };

/** A program that `local-program.ts` runs, with what it has told so far. */
export interface Program {
  readonly child: ChildProcess;
  readonly events: Record<string, unknown>[];
  readonly ended: Promise<unknown>;
}

/** A home and what runs on it. */
export interface Home {
  readonly folder: string;
  start(kind: 'serve' | 'command', holdMs: number): Program;
  /** Ids of everything that runs on its database. */
  processes(): Promise<number[]>;
  /** Ids of the JVM and of its watchdog; 0 where there is none. */
  databaseProcesses(): Promise<{ jvm: number; watchdog: number }>;
}

/** A home for a test file; its programs end after each test, and it is removed at the end. */
export function useHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'entente-local-'));
  const programs: Program[] = [];
  afterEach(async () => {
    for (const { child, ended } of programs.splice(0)) {
      child.kill('SIGTERM');
      await ended;
    }
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const processes = () => processesWith(homeArgument(join(folder, 'neo4j', 'server')));
  return {
    folder,
    processes,
    start(kind, holdMs) {
      const program = startProgram(folder, kind, holdMs);
      programs.push(program);
      return program;
    },
    async databaseProcesses() {
      const pids = await processes();
      return { jvm: pids.find((pid) => !isWatchdog(pid)) ?? 0, watchdog: pids.find(isWatchdog) ?? 0 };
    },
  };
}

/** Waits until a program has told this. */
export async function seen(program: Program, event: Record<string, unknown>): Promise<void> {
  await expect.poll(() => program.events, patience).toContainEqual(expect.objectContaining(event));
}

/** Whether a process on a home is the watchdog of its JVM. */
export function isWatchdog(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('watchdog.mjs');
}

function startProgram(home: string, kind: string, holdMs: number): Program {
  const script = new URL('local-program.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, kind, String(holdMs)], {
    env: { ...process.env, ENTENTE_HOME: home, NEO4J_URI: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const events: Record<string, unknown>[] = [];
  createInterface({ input: child.stdout }).on('line', (line) =>
    events.push(JSON.parse(line) as Record<string, unknown>),
  );
  return { child, events, ended: new Promise((resolve) => child.on('close', resolve)) };
}
