// Reading answers in lines: however they are cut, to their end, and never taken for whole without it.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../../client/api/api.ts';
import { textLines } from '../../../client/api/lines.ts';
import type { AnswerLine } from '../../../server/contract/shapes.ts';

const end = { truncated: false, rowLimit: 10, durationMs: 3, rows: 2 };
const lines = [
  { columns: ['a'] },
  { rows: [['Yeşilgöz']], graph: { nodes: [], relations: [] } },
  { rows: [[2]], graph: { nodes: [], relations: [] } },
  { end },
];
const problem = { type: 'urn:x', title: 'Cut', status: 503, detail: 'The database has stopped.', code: 'stopped' };

/** A body that comes in pieces of so many bytes. */
function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

function serve(values: readonly unknown[], size = 7, tail = '\n'): void {
  const text = values.map((value) => JSON.stringify(value)).join('\n') + tail;
  const response = () => new Response(inPieces(text, size), { headers: { 'content-type': 'application/jsonl' } });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => response()),
  );
}

const run = async () => {
  const seen: AnswerLine[] = [];
  await api.runQuery('q', {}, (line) => seen.push(line));
  return seen;
};

afterEach(() => void vi.unstubAllGlobals());

describe('an answer in lines', () => {
  it.each([1, 7, 10_000])('is read whole, cut into pieces of %d bytes', async (size) => {
    serve(lines, size);
    expect(await run()).toEqual(lines);
  });

  it('asks for lines', async () => {
    serve(lines);
    await run();
    const [[, init] = []] = vi.mocked(fetch).mock.calls;
    expect(new Headers(init?.headers).get('accept')).toMatch(/^application\/jsonl,/);
  });

  it('may lack the last line break', async () => {
    serve(lines, 7, '');
    expect(await run()).toHaveLength(4);
  });

  it('hands on the rows that came before it failed, and throws the problem', async () => {
    serve([...lines.slice(0, 2), problem]);
    const seen: AnswerLine[] = [];
    const running = api.runQuery('q', {}, (line) => seen.push(line));
    await expect(running).rejects.toMatchObject({ kind: 'problem', status: 503, detail: 'The database has stopped.' });
    expect(seen).toEqual(lines.slice(0, 2));
  });

  it.each([
    ['has no end', lines.slice(0, 3)],
    ['holds a line of another shape', [lines[0], { rows: 'x' }, lines[3]]],
    ['is empty', []],
  ])('is not taken for whole where it %s', async (_, values) => {
    serve(values);
    await expect(run()).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('is not taken for whole where it breaks off within a line', async () => {
    serve(lines.slice(0, 2), 7, '\n{"rows":[[');
    await expect(run()).rejects.toMatchObject({ kind: 'malformed', code: 'cut-off' });
  });
});

describe('an answer in one piece', () => {
  it('is handed on in lines all the same', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => [at]);
    const { rows: count, ...rest } = end;
    const body = { columns: ['a'], rows, graph: { nodes: [], relations: [] }, ...rest };
    vi.stubGlobal('fetch', async () => Response.json(body));
    const seen = await run();
    expect(seen[0]).toEqual({ columns: ['a'] });
    expect(seen.flatMap((line) => ('rows' in line ? line.rows : []))).toEqual(rows);
    expect(seen.at(-1)).toEqual({ end: { ...rest, rows: 600 } });
    expect(count).toBe(2);
  });
});

describe('lines of text', () => {
  it('keep letters whole that were cut between pieces, and end with the last one', async () => {
    const found: string[] = [];
    for await (const line of textLines(inPieces('ä\n\nЗе\nlast', 1))) found.push(line);
    expect(found).toEqual(['ä', '', 'Зе', 'last']);
  });
});
