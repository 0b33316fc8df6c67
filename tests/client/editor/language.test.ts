// What asks the language worker: only the newest question of a kind counts, and a worker that does not answer is ended.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeOfLine } from '../../../client/editor/fault.ts';
import { Language } from '../../../client/editor/language.ts';
import type { LanguageAnswer, LanguageQuestion } from '../../../client/editor/language-message.ts';

/** A worker that answers when it is told to. */
class FakeWorker {
  readonly asked: LanguageQuestion[] = [];
  isEnded = false;
  onmessage: ((event: { data: LanguageAnswer }) => void) | undefined;
  onerror: ((event: { preventDefault(): void }) => void) | undefined;

  postMessage(question: LanguageQuestion): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(at: number): void {
    const { id, text } = this.asked[at]!;
    this.onmessage?.({ data: { id, tokens: [{ from: 0, to: text.length, look: 'keyword' }] } });
  }
}

const words = { labels: [], relationTypes: [], properties: [], parameters: [], functions: [], procedures: [] };
let workers: FakeWorker[];
let language: Language;
beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  language = new Language(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
});
afterEach(() => {
  language.stop();
  vi.useRealTimers();
});

describe('the language', () => {
  it('is asked of a worker that starts with the first question', async () => {
    expect(workers).toHaveLength(0);
    const colours = language.colour('RETURN');
    workers[0]?.answer(0);
    expect(await colours).toEqual([{ from: 0, to: 6, look: 'keyword' }]);
  });

  it('answers only the newest question of a kind', async () => {
    const older = language.colour('RET');
    const newer = language.colour('RETURN');
    const completions = language.complete('RET', 3, words);
    workers[0]?.answer(0);
    workers[0]?.answer(1);
    workers[0]?.onmessage?.({ data: { id: workers[0].asked[2]!.id, completions: [] } });
    expect(await older).toBeUndefined();
    expect(await newer).toHaveLength(1);
    expect(await completions).toEqual([]);
  });

  it('ends a worker that does not answer within eight seconds, and starts another for the next text', async () => {
    const stuck = language.colour('NOT '.repeat(900));
    await vi.advanceTimersByTimeAsync(7_900);
    expect(workers[0]?.isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(workers[0]?.isEnded).toBe(true);
    expect(await stuck).toBeUndefined();
    const next = language.colour('RETURN 1');
    workers[1]?.answer(0);
    expect(await next).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(workers[1]?.isEnded).toBe(false);
  });

  it('goes on after a worker has failed', async () => {
    const failed = language.colour('RETURN 1');
    workers[0]?.onerror?.({ preventDefault: () => undefined });
    expect(await failed).toBeUndefined();
    const next = language.colour('RETURN 2');
    workers[1]?.answer(0);
    expect(await next).toHaveLength(1);
  });
});

describe('the place of a line', () => {
  it.each([
    [1, 0, 3],
    [2, 6, 8],
    [3, 9, 9],
    [4, 10, 11],
    [9, 10, 11],
    [0, 0, 3],
  ])('%d is from %d to %d', (line, from, to) => {
    expect(placeOfLine('abc\n  de\n\nf', line)).toEqual({ from, to });
  });
});
