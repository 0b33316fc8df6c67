// `entente start` as a command over a database elsewhere: where it says that it is, how it ends, and what stops the start.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../server/neo4j/database.ts';
import { databaseEnvironment, openEmptyDatabase } from '../../neo4j/support.ts';
import { commandWith, root } from './run-command.ts';

const home = mkdtempSync(join(tmpdir(), 'entente-start-'));
const environment = { ...databaseEnvironment(), ENTENTE_HOME: home, PORT: '0' };
let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
  mkdirSync(join(home, 'queries'));
  writeFileSync(join(home, 'queries/broken.cypher'), 'RETURN 1\n');
});
afterAll(async () => {
  rmSync(home, { recursive: true });
  await database.close();
});

describe('entente start', () => {
  it('tells its address and the faults of queries, answers, and ends with 0 when it is told to', async () => {
    const program = spawn(process.execPath, ['server/entente.js', 'start'], {
      cwd: root,
      env: { ...process.env, ...environment },
    });
    let said = '';
    for (const stream of [program.stdout, program.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
    try {
      await expect.poll(() => said, { timeout: 60_000 }).toMatch(/Entente is at http:\/\/127\.0\.0\.1:\d+\//);
      await expect
        .poll(() => said, { timeout: 30_000 })
        .toMatch(/queries\/broken\.cypher:1: must begin with a comment/);
      const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      const { queries, faults } = (await (await fetch(`${url}api/queries`)).json()) as Record<string, object[]>;
      expect(queries?.length).toBeGreaterThanOrEqual(25);
      expect(faults).toMatchObject([{ path: 'queries/broken.cypher', line: 1 }]);
    } finally {
      program.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  }, 90_000);

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a number'],
    [{ NEO4J_URI: 'http://example.org' }, 'NEO4J_URI must look like'],
    [{ NEO4J_URI: 'bolt://127.0.0.1:1' }, 'database'],
  ])('with %o ends with 1 and a sentence', async (more, sentence) => {
    const { code, err } = await commandWith({ ...environment, ...more })(['start']);
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
