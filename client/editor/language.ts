// Asks the language worker; of each kind of question only the newest counts, and a text that it cannot get through is left.
import type { Completion, LanguageAnswer, LanguageQuestion, LanguageWords, Token } from './language-message.ts';

type Ask = LanguageQuestion['ask'];
interface Waiting {
  readonly id: number;
  readonly settle: (answer: LanguageAnswer | undefined) => void;
}

/** After so long a text counts as one that the parser runs away on. */
const patienceMs = 8_000;

/** One worker and what waits for it. */
export class Language {
  readonly #start: () => Worker;
  #worker: Worker | undefined;
  #lastId = 0;
  #waiting = new Map<Ask, Waiting>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(start = () => new Worker(new URL('./language-worker.ts', import.meta.url), { type: 'module' })) {
    this.#start = start;
  }

  /** The parts of a text that have a look; nothing where a newer text was asked about, or where it cannot be read. */
  async colour(text: string): Promise<readonly Token[] | undefined> {
    const answer = await this.#ask({ ask: 'colour', text });
    return answer && 'tokens' in answer ? answer.tokens : undefined;
  }

  /** What could stand at a place; nothing likewise. */
  async complete(text: string, at: number, words: LanguageWords): Promise<readonly Completion[] | undefined> {
    const answer = await this.#ask({ ask: 'complete', text, at, words });
    return answer && 'completions' in answer ? answer.completions : undefined;
  }

  /** Ends the worker. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { settle } of this.#waiting.values()) settle(undefined);
    this.#waiting.clear();
  }

  #ask(
    question: { ask: 'colour'; text: string } | { ask: 'complete'; text: string; at: number; words: LanguageWords },
  ) {
    const id = (this.#lastId += 1);
    this.#waiting.get(question.ask)?.settle(undefined);
    return new Promise<LanguageAnswer | undefined>((settle) => {
      this.#waiting.set(question.ask, { id, settle });
      this.#running().postMessage({ ...question, id } satisfies LanguageQuestion);
      this.#timer ??= setTimeout(() => this.stop(), patienceMs);
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<LanguageAnswer>) => this.#settle(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.stop();
    };
    this.#worker = worker;
    return worker;
  }

  #settle(answer: LanguageAnswer): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [ask, { id, settle }] of this.#waiting) {
      if (id !== answer.id) continue;
      this.#waiting.delete(ask);
      settle(answer);
    }
    if (this.#waiting.size > 0) this.#timer = setTimeout(() => this.stop(), patienceMs);
  }
}
