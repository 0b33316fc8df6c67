// `entente check <folder>` and `entente ingest` as commands: what they print and how they end.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../server/neo4j/database.ts';
import { databaseEnvironment, openEmptyDatabase } from '../../neo4j/support.ts';
import { commandWith, root } from './run-command.ts';

const fixtures = join(root, 'tests/fixtures');
const home = mkdtempSync(join(tmpdir(), 'entente-command-'));
let database: Database;

beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  await database.close();
});

const run = commandWith({ ...databaseEnvironment(), ENTENTE_HOME: home });
const entente = (...parameters: string[]) => run(parameters);

describe('entente check', () => {
  it('ends with 0 where there is no fault', async () => {
    const { code, out } = await entente('check', join(fixtures, 'graph'));
    expect([code, out]).toEqual([0, 'fixture 1.0.0 (58 entities, 80 relations) is without fault.\n']);
  });

  it('prints every fault with its place, says how many there are, and ends with 1', async () => {
    const { code, out } = await entente('check', join(fixtures, 'faults/thirty'));
    const lines = out.trim().split('\n');
    expect([code, lines.length, lines.at(-1)]).toEqual([1, 31, '30 faults in 5 files. Nothing was written.']);
    expect(lines[0]).toBe(
      `${fixtures}/faults/thirty/dataset.yaml:1:5: malformed-id: "id" must be lower-case words joined by single hyphens, not "Thirty Faults".`,
    );
  });

  it('says that a folder is not there', async () => {
    expect(await entente('check', join(home, 'nowhere'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('no folder'),
    });
  });
});

describe('entente ingest', () => {
  it('plans, writes, finds the same, and refuses, each with its exit code', async () => {
    const folder = join(home, 'graph');
    cpSync(join(fixtures, 'graph'), folder, { recursive: true });
    expect(await entente('ingest', folder, '--dry-run')).toMatchObject({
      code: 2,
      out: expect.stringContaining('added: 58 entities, 80 relations'),
    });
    const written = await entente('ingest', folder, '--json');
    expect(written.code).toBe(0);
    expect(JSON.parse(written.out)).toMatchObject({ outcome: 'written', dataset: { entities: 58, relations: 80 } });
    expect(await entente('ingest', folder, '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('already'),
    });
    writeFileSync(join(folder, 'relations/ukraine-support.yaml'), '[]\n');
    expect(await entente('ingest', folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining('--allow-delete 18'),
    });
    expect(await entente('ingest', folder, '--allow-delete', '18')).toMatchObject({ code: 0 });
  });

  it('prints faults as JSON and ends with 1', async () => {
    const { code, out } = await entente('ingest', join(fixtures, 'faults/thirty'), '--json');
    const { outcome, faults } = JSON.parse(out) as { outcome: string; faults: object[] };
    expect([code, outcome, faults.length]).toEqual([1, 'faulty', 30]);
    expect(faults[0]).toMatchObject({ path: 'dataset.yaml', line: 1, column: 5, code: 'malformed-id' });
  });

  it('is written down each time, dry runs as such', () => {
    const [file = ''] = readdirSync(join(home, 'audit'));
    const lines = readFileSync(join(home, 'audit', file), 'utf8')
      .trimEnd()
      .split('\n');
    const outcomes = lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome);
    expect(outcomes).toEqual(['dry-run', 'done', 'dry-run', 'refused', 'done', 'refused']);
  });

  it('leaves bookmarks under ENTENTE_HOME and with the data set', async () => {
    const left = JSON.parse(readFileSync(join(home, 'bookmarks.json'), 'utf8')) as { bookmarks: string[] };
    expect(left.bookmarks).not.toEqual([]);
    const { rows } = await database.stream(
      'MATCH (d:DataSet) RETURN d.bookmarks',
      {},
      { timeoutMs: 5_000, rowLimit: 1 },
    );
    expect(rows[0]?.[0]).toHaveLength(1);
  });
});
