// The whole text of a query, front matter included, while it is edited or about to be kept: checked as it is written.
import type { FileFault } from '../../server/contract/queries.ts';
import type { SavedQuery } from '../../server/contract/shapes.ts';
import type { Api } from '../api/api.ts';
import type { ApiError } from '../api/api-error.ts';
import { placeOfLine, type Fault } from '../editor/fault.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';

const restMs = 400;

/** The file that is edited, and the version that the changes are made from. */
interface EditedFile {
  readonly id: string;
  readonly title: SavedQuery['title'];
  readonly version: string;
  readonly text: string;
}

/** The text of a file of one's own. */
export class OwnText {
  readonly #api: Api;
  readonly #whenKept: (query: SavedQuery) => void;
  readonly #opening = new Newest();
  readonly #checking = new Newest();
  readonly #keeping = new Newest();
  #timer: ReturnType<typeof setTimeout> | undefined;
  file = $state.raw<Loading<EditedFile>>(idle);
  text = $state('');
  fileFaults = $state.raw<readonly FileFault[]>([]);
  isChecked = $state(false);
  kept = $state.raw<Loading<SavedQuery>>(idle);

  /** The faults with their places in the text. */
  readonly faults = $derived(
    this.fileFaults.map(({ line, message }): Fault => ({
      severity: 'error',
      message,
      place: placeOfLine(this.text, line),
    })),
  );
  readonly isChanged = $derived(this.file.state === 'ready' && this.text !== this.file.value.text);
  /** True where somebody has changed the file since it was opened. */
  readonly isOvertaken = $derived(this.kept.state === 'failed' && this.kept.error.code === 'changed-on-disk');

  constructor(api: Api, whenKept: (query: SavedQuery) => void) {
    this.#api = api;
    this.#whenKept = whenKept;
  }

  /** Reads the text of a query of one's own. */
  async edit(id: string): Promise<void> {
    this.file = loading;
    this.kept = idle;
    this.fileFaults = [];
    await this.#opening.run(
      (signal) => this.#api.query(id, signal),
      (outcome) => {
        this.file = outcome;
        this.text = outcome.state === 'ready' ? outcome.value.text : '';
      },
    );
  }

  write(text: string): void {
    this.text = text;
    this.isChecked = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), restMs);
  }

  /** Saves the edited text in the place of the file's. */
  async save(): Promise<void> {
    if (this.file.state !== 'ready') return;
    const { id, version } = this.file.value;
    await this.#keep(this.text, (text, signal) => this.#api.replaceQuery(id, text, version, signal));
  }

  /** Keeps a text as a new file. */
  async create(text: string): Promise<void> {
    this.text = text;
    await this.#keep(text, (whole, signal) => this.#api.createQuery(whole, signal));
  }

  /** Ready for another text. */
  reset(): void {
    clearTimeout(this.#timer);
    for (const request of [this.#opening, this.#checking, this.#keeping]) request.stop();
    this.file = idle;
    this.kept = idle;
    this.fileFaults = [];
    this.isChecked = false;
  }

  async #keep(text: string, send: (text: string, signal: AbortSignal) => Promise<SavedQuery>): Promise<void> {
    this.kept = loading;
    clearTimeout(this.#timer);
    await this.#keeping.run(
      async (signal) => {
        const { faults } = await this.#api.checkQuery(text, signal);
        this.#show(faults);
        return faults.length > 0 ? undefined : send(text, signal);
      },
      (outcome) => {
        if (outcome.state === 'failed') this.kept = { state: 'failed', error: outcome.error satisfies ApiError };
        else if (outcome.state === 'ready' && outcome.value) this.#done(outcome.value);
        else this.kept = idle;
      },
    );
  }

  #done(query: SavedQuery): void {
    this.kept = { state: 'ready', value: query };
    this.#whenKept(query);
  }

  async #check(): Promise<void> {
    const { text } = this;
    await this.#checking.run(
      (signal) => this.#api.checkQuery(text, signal),
      (outcome) => {
        if (outcome.state === 'ready') this.#show(outcome.value.faults);
      },
    );
  }

  #show(faults: readonly FileFault[]): void {
    this.fileFaults = faults;
    this.isChecked = true;
  }
}
