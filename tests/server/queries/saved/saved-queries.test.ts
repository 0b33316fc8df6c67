// The folders of saved queries: changes on disk taken up, files that cannot be read, and what happens while the database is away.
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { EntenteError } from '../../../../server/errors.ts';
import { loadVocabulary } from '../../../../server/ingest/vocabulary.ts';
import type { Plan } from '../../../../server/neo4j/database.ts';
import { questionOf } from '../../../../server/queries/saved/run.ts';
import { openSavedQueries } from '../../../../server/queries/saved/saved-queries.ts';

const vocabulary = await loadVocabulary();
const home = mkdtempSync(join(tmpdir(), 'entente-saved-'));
const [shipped, own] = [join(home, 'shipped'), join(home, 'own')];
afterAll(() => rmSync(home, { recursive: true }));
beforeEach(() => {
  for (const folder of [shipped, own]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
});

const textOf = (id: string, title = 'Mine') => `/* ---
id: ${id}
title: { en: ${title}, de: Meine }
description: { en: My own., de: Meine eigene. }
columns: [{ name: id, label: { en: Id, de: Id } }]
--- */
MATCH (c:Country) RETURN c.id AS id ORDER BY id
`;
const put = (folder: string, name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
const open = (more: Partial<Parameters<typeof openSavedQueries>[0]> = {}) =>
  openSavedQueries({
    vocabulary,
    shipped: { path: shipped, shown: 'cypher/saved' },
    own: { path: own, shown: 'queries' },
    maxAgeMs: 0,
    ...more,
  });
const idsOf = async (saved: ReturnType<typeof open>) => (await saved.list()).map(({ query }) => query.id);
const linesOf = async (saved: ReturnType<typeof open>) =>
  (await saved.faults()).map(({ path, line, message }) => `${path}:${line}: ${message}`);

describe('a file', () => {
  it('that is added, changed, renamed or taken away is taken up without a restart', async () => {
    const saved = open();
    expect(await idsOf(saved)).toEqual([]);
    put(own, 'b.cypher', textOf('b'));
    put(shipped, 'a.cypher', textOf('a'));
    expect(await idsOf(saved)).toEqual(['a', 'b']);
    put(own, 'b.cypher', textOf('b', 'Other'));
    expect((await saved.get('b')).query.title['en']).toBe('Other');
    renameSync(join(own, 'b.cypher'), join(own, 'c.cypher'));
    expect(await linesOf(saved)).toEqual(["queries/c.cypher:2: id: must be the file's name, c"]);
    rmSync(join(own, 'c.cypher'));
    expect(await idsOf(saved)).toEqual(['a']);
    expect(await linesOf(saved)).toEqual([]);
  });

  it('that is changed to a text as long, with the times of before, is taken up all the same', async () => {
    const saved = open();
    const then = new Date('2026-01-01T00:00:00Z');
    for (const title of ['Aaaa', 'Bbbb']) {
      put(own, 'b.cypher', textOf('b', title));
      utimesSync(join(own, 'b.cypher'), then, then);
      expect((await saved.get('b')).query.title['en']).toBe(title);
    }
  });

  it('that becomes faulty is told with its line, and the others still serve; mended it serves again', async () => {
    const saved = open();
    put(own, 'good.cypher', textOf('good'));
    put(own, 'bad.cypher', textOf('bad').replace('columns', 'colums'));
    expect(await idsOf(saved)).toEqual(['good']);
    expect(await linesOf(saved)).toEqual([
      'queries/bad.cypher:2: columns: is missing',
      'queries/bad.cypher:5: colums: is no key here',
    ]);
    await expect(saved.get('bad')).rejects.toMatchObject({
      code: 'no-such-query',
      message: expect.stringContaining('bad.cypher:5'),
    });
    put(own, 'bad.cypher', textOf('bad'));
    expect(await idsOf(saved)).toEqual(['bad', 'good']);
  });

  it('that cannot be a query is told in a sentence', async () => {
    put(home, 'outside.cypher', textOf('outside'));
    symlinkSync(join(home, 'outside.cypher'), join(own, 'outside.cypher'));
    symlinkSync(join(home, 'nowhere'), join(own, 'dangling.cypher'));
    mkdirSync(join(own, 'folder.cypher'));
    execFileSync('mkfifo', [join(own, 'pipe.cypher')]);
    put(own, 'bom.cypher', `\uFEFF${textOf('bom')}`);
    put(own, 'latin.cypher', Buffer.from(textOf('latin', 'Stra\u00dfe'), 'latin1'));
    put(own, 'large.cypher', Buffer.alloc(400_001, ' '));
    put(own, 'Upper.cypher', textOf('upper'));
    put(own, '.hidden.cypher', 'no query');
    put(own, 'notes.txt', 'no query');
    put(shipped, 'taken.cypher', textOf('taken'));
    put(own, 'taken.cypher', textOf('taken'));
    const saved = open();
    expect(await idsOf(saved)).toEqual(['taken']);
    expect(await linesOf(saved)).toEqual([
      "queries/Upper.cypher:2: id: must be the file's name, Upper",
      'queries/bom.cypher:1: must not begin with a byte order mark: save it as UTF-8 without one',
      'queries/dangling.cypher:1: cannot be read (ENOENT)',
      'queries/folder.cypher:1: is no file',
      'queries/large.cypher:1: is too large: 400001 bytes, and 400000 are the most that is read',
      'queries/latin.cypher:1: must be encoded in UTF-8',
      'queries/outside.cypher:1: must not lead out of its folder: put the file itself here',
      'queries/pipe.cypher:1: is no file',
      'queries/taken.cypher:2: id: taken is the id of a query that comes with the program: take another',
    ]);
  });

  it('of which the policy on queries refuses a word is told with the line of the word', async () => {
    put(own, 'b.cypher', textOf('b').replace('MATCH', 'MATCH (x)\nDETACH DELETE x\nWITH 1 AS one MATCH'));
    expect(await linesOf(open())).toEqual([expect.stringMatching(/^queries\/b\.cypher:8: .*DE(TACH|LETE)/)]);
  });

  it('in a folder that is none is told, and the shipped ones serve', async () => {
    rmSync(own, { recursive: true });
    put(shipped, 'a.cypher', textOf('a'));
    expect(await linesOf(open())).toEqual([]);
    writeFileSync(own, 'a file');
    const saved = open();
    expect(await idsOf(saved)).toEqual(['a']);
    expect(await linesOf(saved)).toEqual(['queries:1: cannot be read (ENOTDIR)']);
    rmSync(own);
  });
});

describe('without an answer of the database', () => {
  const plan: Plan = { queryType: 'r', operators: [], procedures: [], columns: ['id'], notices: [] };
  const away = new EntenteError({ code: 'database-unreachable', status: 503, message: 'Away.' });

  it('queries are listed and kept, but own ones do not run before it has planned them', async () => {
    put(shipped, 'a.cypher', textOf('a'));
    let answer: () => Promise<Plan> = () => Promise.reject(away);
    const saved = open({ database: { explain: () => answer() } });
    await saved.create(textOf('b'));
    expect(readFileSync(join(own, 'b.cypher'), 'utf8')).toBe(textOf('b'));
    expect(await idsOf(saved)).toEqual(['a', 'b']);
    expect(await saved.unplanned()).toBe(2);
    const reading = { vocabulary, database: { read: () => Promise.reject(away) } };
    await expect(questionOf(reading, await saved.get('b'), {})).rejects.toMatchObject({
      code: 'query-not-planned',
      details: { retryAfterSeconds: 5 },
    });
    expect((await questionOf(reading, await saved.get('a'), {})).text).toBe(textOf('a'));
    answer = () => Promise.resolve(plan);
    const later = open({ database: { explain: () => answer() } });
    expect((await questionOf(reading, await later.get('b'), {})).text).toBe(textOf('b'));
  });

  it('each is planned once, however often it is asked for', async () => {
    put(shipped, 'a.cypher', textOf('a'));
    put(own, 'b.cypher', textOf('b'));
    const planned: string[] = [];
    const saved = open({ database: { explain: async (text) => (planned.push(text), plan) } });
    await Promise.all([saved.list(), saved.get('a'), saved.faults()]);
    await saved.list();
    expect(planned).toHaveLength(2);
  });
});

describe('a query over which the database fails while it plans it', () => {
  const plan: Plan = { queryType: 'r', operators: [], procedures: [], columns: ['id'], notices: [] };
  const failures: readonly (readonly [status: number, code: string])[] = [
    [504, 'query-timeout'],
    [422, 'query-memory'],
    [500, 'database-failed'],
    [503, 'connection-lost'],
  ];
  const failing = (asked: string[], fail: () => Promise<Plan>) => ({
    explain: (text: string) => {
      const id = /\/\/ (\S+)/.exec(text)?.[1] ?? '';
      asked.push(id);
      return id === 'a' ? fail() : Promise.resolve(plan);
    },
  });
  const putThree = () => {
    for (const id of ['a', 'b']) put(own, `${id}.cypher`, `${textOf(id)}// ${id}`);
    put(shipped, 'c.cypher', `${textOf('c')}// c`);
  };

  it.each(failures)('with %i %s is told as a fault of its file, and the others are planned', async (status, code) => {
    putThree();
    const asked: string[] = [];
    const fail = () => Promise.reject(new EntenteError({ code, status, message: 'It broke.', advice: 'Ask less.' }));
    const saved = open({ database: failing(asked, fail) });
    await saved.planned();
    expect(asked).toEqual(['a', 'b', 'c']);
    expect((await saved.list()).map(({ query, planned }) => [query.id, planned])).toEqual([
      ['b', true],
      ['c', true],
    ]);
    expect(await linesOf(saved)).toEqual(['queries/a.cypher:7: the database could not plan it: It broke. Ask less.']);
    expect(await saved.unplanned()).toBe(0);
    await expect(saved.get('a')).rejects.toMatchObject({ message: expect.stringContaining('It broke.') });
    expect(asked).toEqual(['a', 'b', 'c']);
  });

  it('is planned again after a while, and runs once that succeeds', async () => {
    putThree();
    let answer = () => Promise.reject<Plan>(new EntenteError({ code: 'query-timeout', status: 504, message: 'Late.' }));
    const saved = open({ database: failing([], () => answer()), planAgainMs: 0 });
    await saved.planned();
    expect(await linesOf(saved)).toHaveLength(1);
    answer = () => Promise.resolve(plan);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await saved.planned();
    expect((await saved.get('a')).planned).toBe(true);
    expect(await linesOf(saved)).toEqual([]);
  });

  it('is served all the same where it comes with the program, and told', async () => {
    put(shipped, 'a.cypher', `${textOf('a')}// a`);
    const fail = () => Promise.reject(new EntenteError({ code: 'query-timeout', status: 504, message: 'Late.' }));
    const saved = open({ database: failing([], fail) });
    await saved.planned();
    expect((await saved.get('a')).planned).toBe(false);
    expect(await linesOf(saved)).toHaveLength(1);
  });

  it('is left for the others where the database has no answer each time it is asked', async () => {
    putThree();
    const asked: string[] = [];
    const fail = () => Promise.reject(new EntenteError({ code: 'database-busy', status: 503, message: 'Busy.' }));
    const saved = open({ database: failing(asked, fail), databaseRestMs: 1 });
    for (let time = 0; time < 3; time += 1) {
      await saved.planned();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(asked.slice(0, 3)).toEqual(['a', 'b', 'c']);
    expect(await linesOf(saved)).toEqual([]);
  });

  it('keeps nobody waiting who asks for another, while it is being planned', async () => {
    putThree();
    const saved = open({ database: failing([], () => new Promise<Plan>(() => undefined)), patienceMs: 3_600_000 });
    expect((await saved.get('b')).planned).toBe(true);
    expect((await saved.get('c')).planned).toBe(true);
  });

  it('is waited for once by those who ask for all', async () => {
    putThree();
    const saved = open({ database: failing([], () => new Promise<Plan>(() => undefined)), patienceMs: 300 });
    await saved.list();
    const asking = saved.list().then(() => 'answered');
    const turns = (async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
      return 'waiting';
    })();
    expect(await Promise.race([asking, turns])).toBe('answered');
  });
});
