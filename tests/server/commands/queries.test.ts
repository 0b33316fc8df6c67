// `entente queries`: the user's own queries kept, shown, renamed, copied, taken away, exported and imported, without a database.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addQueriesCommand } from '../../../server/commands/queries.ts';
import { commandWith, commandWithin } from './run-command.ts';

const home = mkdtempSync(join(tmpdir(), 'entente-queries-'));
const kept = join(home, 'queries');
const work = join(home, 'work');
afterAll(() => rmSync(home, { recursive: true }));
beforeEach(() => {
  for (const folder of [kept, work]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(work);
});

const run = commandWith({ ENTENTE_HOME: home, NEO4J_URI: '' });
const within = commandWithin(addQueriesCommand, { ENTENTE_HOME: home });
const queries = (...parameters: string[]) => within('queries', ...parameters);
const textOf = (id: string, cypher = 'MATCH (c:Country) RETURN c.id AS id ORDER BY id') => `/* ---
id: ${id}
title: { en: Mine, de: Meine }
description: { en: My own., de: Meine eigene. }
columns: [{ name: id, label: { en: Id, de: Id } }]
--- */
${cypher}
`;
const file = (name: string, text: string) => {
  writeFileSync(join(work, name), text);
  return join(work, name);
};

describe('entente queries', () => {
  it('keeps a file, lists and shows it, renames and copies it, and takes it away', async () => {
    const saved = await queries('save', file('any name.cypher', textOf('mine')), '--no-database');
    expect(saved).toMatchObject({ code: 0, out: expect.stringMatching(/^mine is kept \(version [0-9a-f]{16}\)\.\n$/) });
    expect((await queries('list', '--lang', 'de')).out).toContain('mine (own)\n    Meine: Meine eigene.\n');
    expect((await queries('show', 'mine')).out).toBe(`${textOf('mine')}\n`);
    expect((await queries('rename', 'mine', 'yours')).out).toBe('mine is now yours.\n');
    expect((await queries('duplicate', 'yours', 'ours')).out).toBe('ours is a copy of yours.\n');
    expect(readFileSync(join(kept, 'ours.cypher'), 'utf8')).toBe(textOf('ours'));
    expect((await queries('delete', 'yours')).out).toBe('yours is gone.\n');
    expect(readdirSync(kept)).toEqual(['ours.cypher']);
  });

  it('copies a shipped query, and leaves it as it is', async () => {
    expect((await queries('duplicate', 'who-finances-what-for-whom', 'my-money')).code).toBe(0);
    expect(readFileSync(join(kept, 'my-money.cypher'), 'utf8')).toMatch(/^\/\* ---\nid: my-money\n/);
    for (const refused of [
      await queries('delete', 'who-finances-what-for-whom'),
      await queries('rename', 'who-finances-what-for-whom', 'other'),
      await queries('duplicate', 'who-finances-what-for-whom', '../other'),
      await queries('show', 'nothing'),
    ])
      expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^entente: .+\n$/) });
    expect(existsSync(join(home, 'other.cypher'))).toBe(false);
  });

  it('tells the faults of own files beside the list', async () => {
    mkdirSync(kept);
    writeFileSync(join(kept, 'broken.cypher'), textOf('broken').replace('columns:', 'colums:'));
    const { code, out, err } = await queries();
    expect([code, out.includes('who-finances-what-for-whom')]).toEqual([0, true]);
    expect(err).toMatch(/queries\/broken\.cypher:5: colums: is no key here\n/);
  });

  it('saves what is typed, and says what is wrong with it by its line', async () => {
    expect(await run(['queries', 'save', '-', '--no-database'], textOf('typed'))).toMatchObject({ code: 0 });
    const faulty = file('faulty.cypher', textOf('faulty', 'RETURN $x AS id'));
    expect(await queries('save', faulty, '--no-database')).toEqual({
      code: 1,
      out: `${faulty}:7: parameter x is used and not declared\nNothing was kept.\n`,
      err: '',
    });
  });

  it('writes over an own query only where that is asked for, and not over a version that was not meant', async () => {
    await queries('save', file('a.cypher', textOf('mine')), '--no-database');
    const changed = file('b.cypher', textOf('mine', "RETURN 'x' AS id"));
    expect(await queries('save', changed, '--no-database')).toMatchObject({
      code: 1,
      out: expect.stringContaining('--replace'),
    });
    const other = await queries('save', changed, '--replace', '--if-version', '0123456789abcdef', '--no-database');
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('0123456789abcdef') });
    expect(readFileSync(join(kept, 'mine.cypher'), 'utf8')).toBe(textOf('mine'));
    expect((await queries('save', changed, '--replace', '--no-database')).code).toBe(0);
    expect(readFileSync(join(kept, 'mine.cypher'), 'utf8')).toContain("RETURN 'x'");
  });

  it('imports files and folders together', async () => {
    file('one.cypher', textOf('one'));
    file('two.cypher', textOf('two'));
    file('notes.txt', 'no query');
    expect(await queries('import', work, '--no-database', '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('All 2 files are without fault. Nothing was kept.'),
    });
    expect(existsSync(kept)).toBe(false);
    expect((await queries('import', work, '--no-database')).code).toBe(0);
    expect(readdirSync(kept)).toEqual(['one.cypher', 'two.cypher']);
    expect((await queries('import', work, '--no-database')).out).toBe('one is kept already.\ntwo is kept already.\n');
  });

  it('imports nothing where one file is bad, and tells every fault of every file', async () => {
    const files = [
      file('good.cypher', textOf('good')),
      file('twin.cypher', textOf('good')),
      file('shipped.cypher', textOf('who-finances-what-for-whom')),
      file('faults.cypher', textOf('faults', 'RETURN $a AS id,\n$b AS b')),
      join(work, 'missing.cypher'),
    ];
    writeFileSync(join(work, 'bytes.cypher'), Buffer.from([0xff, 0xfe]));
    const { code, out } = await queries('import', ...files, join(work, 'bytes.cypher'), '--no-database');
    expect(code).toBe(1);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => line.replace(`${work}/`, '').replaceAll(`${work}/`, '')),
    ).toEqual([
      'shipped.cypher:1: id: who-finances-what-for-whom is the id of a query that comes with the program: take another',
      'faults.cypher:7: parameter a is used and not declared',
      'faults.cypher:8: parameter b is used and not declared',
      'missing.cypher:1: cannot be read (ENOENT)',
      'bytes.cypher:1: must be encoded in UTF-8',
      'twin.cypher:1: id: good is the id of good.cypher, too',
      'Nothing was kept.',
    ]);
    expect(existsSync(kept)).toBe(false);
  });

  it('exports own queries, and writes over no other file unless forced', async () => {
    await queries('save', file('a.cypher', textOf('mine')), '--no-database');
    const out = join(home, 'exported');
    expect((await queries('export', out)).out).toBe(`${join(out, 'mine.cypher')}\n`);
    expect(readFileSync(join(out, 'mine.cypher'), 'utf8')).toBe(textOf('mine'));
    expect((await queries('export', out)).code).toBe(0);
    writeFileSync(join(out, 'mine.cypher'), 'something else');
    expect(await queries('export', out)).toMatchObject({ code: 1, err: expect.stringContaining('--force') });
    expect(readFileSync(join(out, 'mine.cypher'), 'utf8')).toBe('something else');
    expect((await queries('export', out, 'mine', '--force')).code).toBe(0);
    expect(readFileSync(join(out, 'mine.cypher'), 'utf8')).toBe(textOf('mine'));
  });

  it('explains itself', async () => {
    const { out } = await run(['queries', '--help']);
    for (const name of ['list', 'show', 'save', 'rename', 'duplicate', 'delete', 'export', 'import'])
      expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });
});
