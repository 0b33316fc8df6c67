// Search as one types: the text, the hits, and which of them the arrow keys stand on.
import type { SearchHit } from '../../server/contract/explore.ts';
import type { Api } from '../api/api.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';
import type { NameLang } from './view.svelte.ts';

const restMs = 90;
const hitLimit = 12;

/** One search field: the page's own, or one of a form that takes only some types. */
export class Search {
  readonly #api: Api;
  readonly #lang: () => NameLang;
  readonly #types: readonly string[];
  readonly #newest = new Newest();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAnswered = false;
  #wish: ((hit: SearchHit) => void) | undefined;
  text = $state('');
  hits = $state.raw<Loading<readonly SearchHit[]>>(idle);
  active = $state(0);
  isOpen = $state(false);

  constructor(api: Api, lang: () => NameLang, types: readonly string[] = []) {
    this.#api = api;
    this.#lang = lang;
    this.#types = types;
  }

  /** The hits as a list, empty while there are none. */
  get list(): readonly SearchHit[] {
    return this.hits.state === 'ready' ? this.hits.value : [];
  }

  /** The hit that Enter takes. */
  get chosen(): SearchHit | undefined {
    return this.list[this.active];
  }

  /** Takes new text and asks for it once the typing rests. */
  type(text: string): void {
    this.text = text;
    this.isOpen = true;
    this.#isAnswered = false;
    this.#wish = undefined;
    clearTimeout(this.#timer);
    this.#newest.stop();
    if (text.trim() === '') {
      this.hits = idle;
      return;
    }
    if (this.hits.state !== 'ready') this.hits = loading;
    this.#timer = setTimeout(() => this.#ask(text.trim()), restMs);
  }

  /** Asks again where the last answer failed. */
  retry(): void {
    if (this.hits.state === 'failed') this.type(this.text);
  }

  /** Moves between hits, round the ends. */
  step(by: 1 | -1): void {
    const count = this.list.length;
    if (count > 0) this.active = (this.active + by + count) % count;
  }

  /** Hands over the chosen hit; where the text's hits are still to come, the first of them once it has come. */
  take(onTake: (hit: SearchHit) => void): void {
    const { chosen } = this;
    if (!this.#isAnswered) this.#wish = onTake;
    else if (chosen !== undefined) onTake(chosen);
  }

  /** Closes the list; the text stays. */
  close(): void {
    this.isOpen = false;
    this.#wish = undefined;
  }

  /** Empties the field. */
  clear(): void {
    this.type('');
    this.isOpen = false;
  }

  #ask(text: string): void {
    void this.#newest.run(
      (signal) => this.#api.search(text, this.#lang(), hitLimit, signal, this.#types).then((answer) => answer.hits),
      (outcome) => {
        this.hits = outcome;
        this.active = 0;
        this.#isAnswered = outcome.state === 'ready';
        const [wish, { chosen }] = [this.#wish, this];
        this.#wish = undefined;
        if (this.#isAnswered && chosen !== undefined) wish?.(chosen);
      },
    );
  }
}
