// Values offered while one types into a field of a form, wherever they come from.
import { idle, loading, Newest, valueOf } from './loading.ts';
import type { Loading } from './loading.ts';

const restMs = 90;

/** A value that can be taken. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
  /** The entity's type, where it is one. */
  readonly type?: string | undefined;
  /** What else is known of it, such as how many relations it has. */
  readonly about?: string | undefined;
}

/** Finds values for a text; the empty text asks for the first ones. */
export type Suggest = (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;

/** The suggestions of one field. */
export class Suggestions {
  readonly #suggest: Suggest;
  readonly #newest = new Newest();
  #timer: ReturnType<typeof setTimeout> | undefined;
  text = $state('');
  options = $state.raw<Loading<readonly Suggestion[]>>(idle);
  active = $state(0);
  isOpen = $state(false);

  readonly list = $derived<readonly Suggestion[]>(valueOf(this.options) ?? []);
  /** The suggestion that Enter takes. */
  readonly chosen = $derived(this.isOpen ? this.list[this.active] : undefined);

  constructor(suggest: Suggest) {
    this.#suggest = suggest;
  }

  /** Takes new text and asks for it once the typing rests. */
  type(text: string): void {
    this.text = text;
    this.isOpen = true;
    this.#askAfter(restMs);
  }

  /** Opens the list and asks, because other values of the form may have changed. */
  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.#askAfter(0);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#newest.stop();
    this.isOpen = false;
    this.options = idle;
  }

  /** Empties the field. */
  clear(): void {
    this.text = '';
    this.close();
  }

  /** Moves between suggestions, round the ends. */
  step(by: 1 | -1): void {
    if (this.list.length > 0) this.active = (this.active + by + this.list.length) % this.list.length;
  }

  #askAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#newest.stop();
    if (this.options.state !== 'ready') this.options = loading;
    this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  #ask(): Promise<void> {
    return this.#newest.run(
      (signal) => this.#suggest(this.text.trim(), signal),
      (outcome) => {
        this.options = outcome;
        this.active = 0;
      },
    );
  }
}
