// `entente query` and `entente export` as commands over the small test graph: what they print, write and refuse.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../server/neo4j/database.ts';
import { databaseEnvironment, openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from '../queries/put-graph.ts';
import { addExportCommand } from '../../../server/commands/export.ts';
import { addQueryCommand } from '../../../server/commands/query.ts';
import { commandWith, commandWithin } from './run-command.ts';

const home = mkdtempSync(join(tmpdir(), 'entente-query-'));
const environment = { ...databaseEnvironment(), ENTENTE_HOME: home };
const process = commandWith(environment);
const query = commandWithin(addQueryCommand, environment);
const picture = commandWithin(addExportCommand, environment);
let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
});
afterAll(async () => {
  rmSync(home, { recursive: true });
  await database.close();
});

const money = ['query', 'who-finances-what-for-whom'] as const;

describe('entente query', () => {
  it('lists the queries with what their parameters take', async () => {
    const { code, out } = await query('query', '--lang', 'de');
    expect([code, out]).toEqual([0, expect.stringContaining('Wer finanziert was für wen')]);
    expect(out).toContain('--param system=…  System (entity, Programme or Theme)');
  });

  it('prints the answer as CSV and as JSON, given parameters', async () => {
    const csv = await process([...money, '-p', 'financier=netherlands', '--format', 'csv']);
    const json = await query(...money, '-p', 'financier=netherlands', '--format', 'json');
    expect(csv.code).toBe(0);
    const [headings, row, ...more] = parse(csv.out) as string[][];
    expect(more).toEqual([]);
    expect(headings?.slice(0, 4)).toEqual(['Who finances', 'Status', 'Amount', 'Currency']);
    expect(row?.slice(0, 4)).toEqual(['Netherlands', 'made available', '248000000', 'EUR']);
    expect(JSON.parse(json.out)).toMatchObject({ truncated: false, graph: { nodes: expect.any(Array) } });
  });

  it('takes an entity by a name that is its alone, and lists of them in one or several values', async () => {
    const named = await query(
      'query',
      'what-two-entities-have-in-common',
      '-p',
      'first=Türkiye',
      '-p',
      'second=Italien',
      '-f',
      'csv',
    );
    expect(named).toMatchObject({ code: 0, out: expect.stringContaining('North Atlantic Treaty Organization') });
  });

  it('asks which is meant where a name is doubtful, and says every fault of the values at once', async () => {
    const doubtful = await query(...money, '-p', 'financier=Germ');
    expect(doubtful).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/may mean several.*germany \(Germany\)/),
    });
    const wrong = await query(...money, '-p', 'financier=italy', '-p', 'beneficiary=nobody at all', '-p', 'other=1');
    expect(wrong.err).toContain('Parameter beneficiary names no entity');
    expect(wrong.err).toContain('Parameter other is no parameter of this query');
  });

  it.each([
    [['query', 'nothing'], 'There is no saved query "nothing".'],
    [['query', 'who-finances-what-for-whom', '-p', 'financier'], 'It must look like name=value.'],
    [['query', 'who-finances-what-for-whom', '-f', 'pdf'], 'Allowed choices are'],
  ])('%j ends with 1 and a sentence', async (parameters, sentence) => {
    const { code, err } = await query(...parameters);
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('entente export', () => {
  it('writes the picture of a query’s answer and of entities', async () => {
    const svg = join(home, 'money.svg');
    const png = join(home, 'two.png');
    const drawn = ['export', '-q', 'who-finances-what-for-whom', '-p', 'financier=Niederlande', '-o', svg, '-l', 'de'];
    const first = await process(drawn);
    const second = await picture('export', '--ids', 'germany, italy', '-f', 'png', '-s', '2', '-o', png);
    expect([first, second]).toMatchObject([
      { code: 0, out: `${svg}\n` },
      { code: 0, out: `${png}\n` },
    ]);
    expect(readFileSync(svg, 'utf8')).toContain('Wer finanziert was für wen');
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  });

  it.each([
    [['export'], 'It is not said what to draw.'],
    [['export', '--ids', 'nobody'], 'These entities are not in the graph: nobody.'],
    [['export', '--ids', 'germany', '--date', 'today'], 'It must look like 2026-01-23.'],
    [['export', '--ids', 'germany', '--out', 'no-such-folder/a.svg'], 'could not be written'],
  ])('%j ends with 1 and a sentence, and writes nothing', async (parameters, sentence) => {
    const { code, err } = await picture(...parameters);
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
    expect(existsSync('no-such-folder')).toBe(false);
  });
});
