// An answer as it comes: it grows, ends, fails or is stopped, and a newer question ends the older.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../client/api/api-error.ts';
import { Result } from '../../../client/state/result.svelte.ts';
import type { Question, Request } from '../../../client/state/result.svelte.ts';
import { Table } from '../../../client/state/table.svelte.ts';
import type { GraphNode, Json } from '../../../data/model/graph.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';

const question: Question = { title: { en: 'Q' }, columns: [], show: 'both', name: 'q' };
const end = { truncated: false, rowLimit: 10, durationMs: 3, rows: 3 };
const shared = { certainty: 'explicit', disputed: false, properties: {}, evidence: [] };
const node = (id: string): GraphNode => ({ id, type: 'Country', name: id, names: { en: id }, aliases: [], ...shared });
const entity = (id: string): Json => ({ $type: 'Entity', id, type: 'Country', name: id });
const portion = (rows: Json[][], ...nodes: string[]) => ({ rows, graph: { nodes: nodes.map(node), relations: [] } });

/** A request that hands on lines when it is told to. */
function held() {
  let emit: Parameters<Request>[0] = () => undefined;
  let finish: (error?: Error) => void = () => undefined;
  const signals: AbortSignal[] = [];
  const request: Request = (onLine, signal) => {
    emit = onLine;
    signals.push(signal);
    return new Promise((resolve, reject) => {
      finish = (error) => (error ? reject(error) : resolve());
      signal.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')));
    });
  };
  return {
    request,
    signals,
    emit: (line: Parameters<typeof emit>[0]) => emit(line),
    finish: (error?: Error) => finish(error),
  };
}

let met: string[];
let result: Result;

beforeEach(() => {
  met = [];
  result = new Result((nodes) => met.push(...nodes.map(({ id }) => id)));
});
afterEach(() => {
  result.close();
  vi.useRealTimers();
});

describe('an answer', () => {
  it('shows its first rows at once, the others in turn, and all of them at its end', async () => {
    const { request, emit, finish } = held();
    const asked = result.ask(question, request);
    emit({ columns: ['a'] });
    emit(portion([[entity('x')]], 'x'));
    expect(result.progress.state).toBe('running');
    expect(result.rows).toEqual([[entity('x')]]);
    emit(portion([[entity('y')], ['text']], 'y'));
    emit({ end });
    finish();
    await asked;
    expect(result.progress).toEqual({ state: 'done', end });
    expect(result.rows).toHaveLength(3);
    expect(result.graph.nodes.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(met).toEqual(['x', 'y']);
  });

  it('that fails keeps the rows that have come, and says why', async () => {
    const { request, emit, finish } = held();
    const asked = result.ask(question, request);
    emit({ columns: ['a'] });
    emit(portion([[1]]));
    emit(portion([[2]]));
    finish(new ApiError('problem', { status: 503, detail: 'Stopped.' }));
    await asked;
    expect(result.progress).toMatchObject({ state: 'failed', error: { detail: 'Stopped.' } });
    expect(result.rows).toEqual([[1], [2]]);
  });

  it('is cancelled at the server, and what has come stays', async () => {
    const { request, signals, emit } = held();
    void result.ask(question, request);
    emit({ columns: ['a'] });
    emit(portion([[1]]));
    emit(portion([[2]]));
    result.stop();
    expect(signals[0]?.aborted).toBe(true);
    expect(result.progress.state).toBe('stopped');
    expect(result.rows).toEqual([[1], [2]]);
    emit(portion([[3]]));
    expect(result.rows).toHaveLength(2);
  });

  it('gives way to a newer question, whose rows are its own', async () => {
    const [older, newer] = [held(), held()];
    const first = result.ask(question, older.request);
    older.emit(portion([['old']], 'old'));
    const second = result.ask({ ...question, name: 'newer' }, newer.request);
    expect(older.signals[0]?.aborted).toBe(true);
    older.emit(portion([['late']]));
    newer.emit({ columns: ['b'] });
    newer.emit(portion([['new']]));
    newer.emit({ end });
    newer.finish();
    await Promise.all([first, second]);
    expect(result.question?.name).toBe('newer');
    expect(result.rows).toEqual([['new']]);
    expect(result.graph.nodes).toEqual([]);
  });

  it('tells the time while it runs', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    void result.ask(question, held().request);
    vi.advanceTimersByTime(1300);
    expect(result.elapsedMs).toBeGreaterThanOrEqual(1200);
    result.stop();
    const stopped = result.elapsedMs;
    vi.advanceTimersByTime(1000);
    expect(result.elapsedMs).toBe(stopped);
  });

  it('knows which rows name an entity, and what a row names', async () => {
    const { request, emit, finish } = held();
    const asked = result.ask(question, request);
    emit({ columns: ['a', 'b'] });
    emit(
      portion(
        [
          [entity('x'), [entity('y')]],
          [entity('y'), entity('y')],
        ],
        'x',
        'y',
      ),
    );
    emit({ end });
    finish();
    await asked;
    expect(result.placesOf('y')).toEqual([0, 1]);
    expect(result.placesOf('z')).toEqual([]);
    result.row = 0;
    expect(result.rowIds).toEqual(['x', 'y']);
  });
});

describe('its table', () => {
  it('filters and sorts the rows, in words, and shows all of them again', async () => {
    const vocabulary = await loadVocabulary();
    const context = { vocabulary, relations: new Map(), nameOf: (id: string) => `Land ${id}`, lang: 'en' };
    const table = new Table(result, () => context);
    const { request, emit, finish } = held();
    const asked = result.ask(question, request);
    emit({ columns: ['who', 'sum'] });
    emit(
      portion([
        [entity('b'), 2],
        [entity('a'), 10],
        [entity('c'), null],
        ['Stadt', 1],
      ]),
    );
    emit({ end });
    finish();
    await asked;
    const shown = () => table.shownRows.map(([, sum]) => sum);
    table.sortBy(1);
    await table.refresh();
    await vi.waitFor(() => expect(shown()).toEqual([1, 2, 10, null]));
    table.sortBy(1);
    await vi.waitFor(() => expect(shown()).toEqual([10, 2, 1, null]));
    table.filter('land');
    await vi.waitFor(() => expect(shown()).toEqual([10, 2, null]));
    expect([table.placeAt(0), table.indexOf(1), table.indexOf(3), table.count]).toEqual([1, 0, -1, 3]);
    table.setColumn(1);
    await vi.waitFor(() => expect(table.count).toBe(0));
    table.filter('');
    table.sortBy(1);
    await vi.waitFor(() => expect(shown()).toEqual([2, 10, null, 1]));
    expect(table.order).toBeUndefined();
  });
});
