// An ingestion that is killed at any moment leaves the old content or the new one, and a second run completes.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../server/ingest/stored.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { generateDataset } from '../../bench/generate.ts';
import { databaseEnvironment, openEmptyDatabase } from '../../neo4j/support.ts';
import { startBoltProxy } from './bolt-proxy.ts';
import type { BoltProxy } from './bolt-proxy.ts';
import { datasetOf, heldVersion } from './content.ts';

const kills = 20;
const script = fileURLToPath(new URL('ingest-process.ts', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'entente-killed-'));
const folders = [join(home, 'one'), join(home, 'two')];
const newFolder = () => folders[1 - held] ?? '';
let versions: Dataset[];
let database: Database;
let proxy: BoltProxy;
/** Which of the two versions the database holds: its place among the folders. */
let held = 0;

beforeAll(async () => {
  database = await openEmptyDatabase();
  proxy = await startBoltProxy(databaseEnvironment()['NEO4J_URI'] ?? '');
  const size = { entities: 800, relations: 2_400 };
  await generateDataset(folders[0] ?? '', { ...size, seed: 1, version: '1' });
  await generateDataset(folders[1] ?? '', { ...size, seed: 2, version: '2' });
  versions = await Promise.all(folders.map(datasetOf));
  await completed(folders[0] ?? '');
});
afterAll(async () => {
  proxy.close();
  await database.close();
  rmSync(home, { recursive: true, force: true });
});

interface Run {
  readonly process: ChildProcess;
  readonly writing: Promise<void>;
  readonly ended: Promise<string>;
}

function start(folder: string, uri?: string): Run {
  const environment = { ...process.env, ...databaseEnvironment(), ENTENTE_HOME: join(home, 'home') };
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    env: { ...environment, ...(uri === undefined ? {} : { NEO4J_URI: uri }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const writing = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('writing\n')) resolve();
    });
  });
  const ended = new Promise<string>((resolve) => child.on('close', () => resolve(said)));
  return { process: child, writing, ended };
}

async function completed(folder: string): Promise<string> {
  return (await start(folder).ended).trim().split('\n').at(-1) ?? '';
}

/** Waits until the database has done with whatever the dead process had begun. */
async function settled(): Promise<void> {
  const count = async () =>
    (
      await database.stream(
        'SHOW TRANSACTIONS YIELD transactionId RETURN count(*)',
        {},
        { timeoutMs: 5_000, rowLimit: 1 },
      )
    ).rows[0]?.[0];
  while ((await count()) !== 1) await wait(50);
}

/** Looks at what is there after a kill, completes, and looks again. */
async function lookAndComplete(when: string): Promise<string> {
  const [before, after] = [versions[held]?.record.version, versions[1 - held]?.record.version];
  await settled();
  const found = await heldVersion(database, versions);
  expect([before, after], when).toContain(found);
  const outcome = await completed(newFolder());
  expect(outcome, when).toBe(found === after ? 'same' : 'written');
  expect(await heldVersion(database, versions), when).toBe(after);
  held = 1 - held;
  const line = `killed ${when}: ${found === after ? 'new' : 'old'} content found, second run: ${outcome}`;
  process.stdout.write(`${line}\n`);
  return found === after ? 'new' : 'old';
}

describe('an ingestion that is killed', () => {
  it(
    `at ${kills} moments between first write and exit leaves old or new content whole`,
    { timeout: 600_000 },
    async () => {
      const whole = start(newFolder());
      await whole.writing;
      const begun = performance.now();
      await whole.ended;
      const span = performance.now() - begun;
      held = 1;
      for (let kill = 0; kill < kills; kill += 1) {
        const run = start(newFolder());
        await run.writing;
        const delay = ((kill + Math.random()) / kills) * span;
        await wait(delay);
        run.process.kill('SIGKILL');
        await run.ended;
        await lookAndComplete(`${Math.round(delay)} of ${Math.round(span)} ms after its first write`);
      }
    },
  );

  it.each([0, 5, 50])(
    '%d ms after COMMIT, before its answer, leaves old or new content whole',
    { timeout: 60_000 },
    async (ms) => {
      const happened = proxy.at('swallow-answer');
      const run = start(newFolder(), proxy.uri);
      await happened;
      await wait(ms);
      run.process.kill('SIGKILL');
      await run.ended;
      await lookAndComplete(`${ms} ms after COMMIT, before its answer`);
    },
  );
});
