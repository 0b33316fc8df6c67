// The history of free queries: what is kept, what makes way, and what cannot be read.
import { describe, expect, it } from 'vitest';
import { readHistory, withRun, type PastRun } from '../../../client/state/run-history.ts';

const run = (query: string, values: Record<string, string> = {}, at = '2026-11-24T10:00:00.000Z'): PastRun => ({
  query,
  values,
  at,
  durationMs: 12,
  outcome: { is: 'done', rows: 3, truncated: false },
});
const queriesOf = (history: readonly PastRun[]) => history.map(({ query }) => query);

describe('the history', () => {
  it('has the newest run first', () => {
    expect(queriesOf(withRun(withRun([], run('RETURN 1')), run('RETURN 2')))).toEqual(['RETURN 2', 'RETURN 1']);
  });

  it('holds a query with the same values once, at its newest run', () => {
    const before = [run('RETURN 2'), run('RETURN $a', { a: '1' })];
    const after = withRun(before, run('RETURN $a', { a: '1' }, '2026-11-24T11:00:00.000Z'));
    expect(after).toEqual([run('RETURN $a', { a: '1' }, '2026-11-24T11:00:00.000Z'), run('RETURN 2')]);
  });

  it('holds the same query with other values beside it', () => {
    const runs = [{ a: '1' }, { a: '2' }, { b: '1' }, {}].reduce(
      (history: PastRun[], values) => withRun(history, run('RETURN $a', values as Record<string, string>)),
      [],
    );
    expect(runs).toHaveLength(4);
  });

  it('forgets the oldest beyond sixty', () => {
    let history: PastRun[] = [];
    for (let at = 1; at <= 61; at += 1) history = withRun(history, run(`RETURN ${at}`));
    expect(history).toHaveLength(60);
    expect(history[0]?.query).toBe('RETURN 61');
    expect(history[59]?.query).toBe('RETURN 2');
  });

  it('forgets the oldest beyond 300,000 letters, and never the newest', () => {
    const long = (letter: string) => run(`RETURN '${letter.repeat(120_000)}'`);
    const history = withRun(withRun(withRun([], long('a')), long('b')), long('c'));
    expect(history.map(({ query }) => query[8])).toEqual(['c', 'b']);
    expect(withRun([], run('x'.repeat(400_000)))).toHaveLength(1);
  });
});

describe('the kept text of the history', () => {
  it('gives the history back', () => {
    const history = [
      run('RETURN 1'),
      { ...run('RETURN 2'), outcome: { is: 'failed', message: 'It is gone.' } as const },
      { ...run('RETURN 3'), outcome: { is: 'cancelled' } as const },
    ];
    expect(readHistory(JSON.stringify(history))).toEqual(history);
  });

  it.each([undefined, '', '{', 'null', '{"a":1}', '"text"'])('%j is an empty one', (kept) => {
    expect(readHistory(kept)).toEqual([]);
  });

  it('leaves out what cannot be read', () => {
    expect(readHistory(JSON.stringify([{ query: 1 }, run('RETURN 1'), null]))).toEqual([run('RETURN 1')]);
  });
});
