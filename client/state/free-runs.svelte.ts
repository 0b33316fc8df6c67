// Runs of free queries: the one that goes on, into the page's one result, and the history of those before.
import type { Api } from '../api/api.ts';
import { wordsIn } from '../words/words.ts';
import type { FreeRequest } from './free-request.ts';
import { linkToFree } from './free-link.ts';
import { recallText, remember } from './memory.ts';
import type { Question, Result } from './result.svelte.ts';
import { readHistory, withRun } from './run-history.ts';
import type { PastRun } from './run-history.ts';

const historyKey = 'history';
/** What the result is called. */
const titles = { en: wordsIn('en').free.label, de: wordsIn('de').free.label };

/** Running and remembering free queries. */
export class FreeRuns {
  readonly #api: Api;
  readonly #result: Result;
  #question = $state.raw<Question>();
  history = $state.raw<readonly PastRun[]>(readHistory(recallText(historyKey)));
  readonly isRunning = $derived.by(() => this.#result.isRunning && this.#result.question === this.#question);

  constructor(api: Api, result: Result) {
    this.#api = api;
    this.#result = result;
  }

  /**
   * Runs a query and notes what came of it.
   *
   * @param typed values as they were typed, for the history
   */
  async run(request: FreeRequest, typed: PastRun['values']): Promise<void> {
    const question: Question = { title: titles, columns: [], show: 'both', name: 'cypher', link: linkToFree(request) };
    const at = new Date();
    this.#question = question;
    await this.#result.ask(question, (onLine, signal) => this.#api.runCypher(request, onLine, signal));
    const durationMs = Date.now() - at.getTime();
    this.#note({
      query: request.query,
      values: typed,
      at: at.toISOString(),
      durationMs,
      outcome: this.#outcome(question),
    });
  }

  /** Ends the run that goes on; the rows that have come stay. */
  stop(): void {
    if (this.isRunning) this.#result.stop();
  }

  clear(): void {
    this.#keep([]);
  }

  #outcome(question: Question): PastRun['outcome'] {
    const { progress } = this.#result;
    if (this.#result.question !== question) return { is: 'cancelled' };
    if (progress.state === 'done') return { is: 'done', rows: progress.end.rows, truncated: progress.end.truncated };
    return progress.state === 'failed' ? { is: 'failed', message: progress.error.message } : { is: 'cancelled' };
  }

  #note(run: PastRun): void {
    this.#keep(withRun(this.history, run));
  }

  #keep(history: readonly PastRun[]): void {
    this.history = history;
    remember(historyKey, JSON.stringify(history));
  }
}
