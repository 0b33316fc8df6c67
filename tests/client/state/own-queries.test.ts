// Queries of one's own: renamed, copied, deleted and brought in; a file that has changed on disk is never written over.
import { describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../client/api/api.ts';
import { ApiError } from '../../../client/api/api-error.ts';
import { withHead } from '../../../client/state/head-of-query.ts';
import { OwnQueries } from '../../../client/state/own-queries.svelte.ts';
import type { SavedQuery } from '../../../server/contract/shapes.ts';

const text = `/* ---
id: mine # keep this
title: { en: Mine, de: Meine }
description:
  en: A long line that is not to be folded, whatever the width of lines that a writer of YAML would like to have it in
  de: Lang
columns:
  - { name: a, label: { en: A, de: A } }
--- */
RETURN 1 AS a // --- */
`;
const query = (id: string, title = id): SavedQuery => ({
  id,
  title: { en: title, de: title },
  description: {},
  tags: [],
  parameters: [],
  columns: [],
  show: 'both',
  rowLimit: 10,
  origin: 'own',
  version: 'v1',
});
const changed = new ApiError('problem', { status: 409, code: 'changed-on-disk', detail: 'The file has changed.' });

function ownQueries(parts: Partial<Record<keyof Api, unknown>>, list: SavedQuery[] = [query('mine')]) {
  const created: string[] = [];
  const api = {
    query: async (id: string) => ({ ...query(id), text }),
    checkQuery: async () => ({ query: query('mine'), faults: [] }),
    createQuery: async (whole: string) => {
      created.push(whole);
      return { ...query(/^id: (\S+)/m.exec(whole)?.[1] ?? ''), text: whole };
    },
    ...parts,
  } as unknown as Api;
  const shown: (string | undefined)[] = [];
  const own = new OwnQueries(
    api,
    () => list,
    async (now) => void shown.push(now?.id),
  );
  return { own, created, shown };
}

describe('the head of a file', () => {
  it('takes another id and titles, and stays as it was written otherwise', async () => {
    expect(await withHead(text, { id: 'yours', title: { en: 'Yours: all */ of it', de: 'Eure' } })).toBe(
      text
        .replace('id: mine', 'id: yours')
        .replace('{ en: Mine, de: Meine }', '{ en: "Yours: all * / of it", de: Eure }'),
    );
  });

  it.each(['RETURN 1', '/* ---\nid: [\n--- */\nRETURN 1'])('is not made up where there is none: %j', async (bare) => {
    expect(await withHead(bare, { id: 'x' })).toBeUndefined();
  });
});

describe('a query of one’s own', () => {
  it('is renamed from the version that was seen', async () => {
    const replaceQuery = vi.fn(async (_id: string, whole: string) => ({ ...query('yours'), text: whole }));
    const { own, shown } = ownQueries({ replaceQuery });
    await own.rename(query('mine'), { en: 'Yours', de: 'Eure' }, 'yours');
    expect(replaceQuery).toHaveBeenCalledWith('mine', expect.stringContaining('id: yours'), 'v1', expect.anything());
    expect(own.outcome).toMatchObject({ state: 'ready', value: { what: 'renamed' } });
    expect(shown).toEqual(['yours']);
  });

  it('that has changed on disk is left alone, and both can be kept', async () => {
    const { own, created, shown } = ownQueries({ replaceQuery: () => Promise.reject(changed) });
    await own.rename(query('mine'), { en: 'Yours', de: 'Eure' }, 'mine');
    expect(own.isOvertaken).toBe(true);
    expect(created).toEqual([]);
    await own.keepBoth();
    expect(created).toEqual([expect.stringMatching(/^id: mine-2/m)]);
    expect(created[0]).toContain('en: Yours');
    expect(shown).toEqual(['mine-2']);
  });

  it('that has changed on disk can be taken as it is there', async () => {
    const { own, created, shown } = ownQueries({ deleteQuery: () => Promise.reject(changed) });
    await own.remove(query('mine'));
    expect(own.isOvertaken).toBe(true);
    await own.takeDisk(query('mine'));
    expect(own.outcome.state).toBe('idle');
    expect(created).toEqual([]);
    expect(shown).toEqual(['mine']);
  });

  it('is copied under an id that is free', async () => {
    const { own, created } = ownQueries({}, [query('mine'), query('copy-of-mine')]);
    await own.copy(query('mine'), { en: 'Copy of mine', de: 'Kopie von mine' });
    expect(created).toEqual([expect.stringMatching(/^id: copy-of-mine-2/m)]);
  });

  it('is deleted, and the list is shown', async () => {
    const deleteQuery = vi.fn(async () => ({ deleted: 'mine' }));
    const { own, shown } = ownQueries({ deleteQuery });
    await own.remove(query('mine'));
    expect(deleteQuery).toHaveBeenCalledWith('mine', 'v1', expect.anything());
    expect(own.outcome).toMatchObject({ value: { what: 'deleted' } });
    expect(shown).toEqual([undefined]);
  });
});

describe('files that are brought in', () => {
  it('are each kept or say what is wrong, with line and words', async () => {
    const faults = [{ path: 'query.cypher', line: 3, message: 'title is missing' }];
    const exists = new ApiError('problem', { status: 409, code: 'query-exists', detail: 'There is one already.' });
    const { own } = ownQueries({
      checkQuery: async (whole: string) => (whole === 'bad' ? { faults } : { query: query('mine'), faults: [] }),
      createQuery: async (whole: string) => {
        if (whole === 'twice') throw exists;
        return { ...query('new'), text: whole };
      },
    });
    const file = (name: string, content: string) => ({ name, text: async () => content });
    await own.importFiles([file('a.cypher', 'good'), file('b.cypher', 'bad'), file('c.cypher', 'twice')]);
    expect(own.imported.map(({ file: name, query: kept, problem }) => [name, kept?.id, problem])).toEqual([
      ['a.cypher', 'new', undefined],
      ['b.cypher', undefined, '3: title is missing'],
      ['c.cypher', undefined, 'There is one already.'],
    ]);
    expect(own.isImporting).toBe(false);
  });
});

it('says in place why a query cannot be saved as a file, and hands over its text otherwise', async () => {
  const used = vi.fn();
  const found = ownQueries({});
  await found.own.readText(query('mine'), used);
  expect(used.mock.calls).toEqual([[text]]);
  const gone = ownQueries({ query: () => Promise.reject(changed) });
  await gone.own.readText(query('mine'), used);
  expect(gone.own.outcome).toEqual({ state: 'failed', error: changed });
  expect(used).toHaveBeenCalledTimes(1);
});
