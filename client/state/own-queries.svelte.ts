// What is done with whole queries: renamed, copied, deleted, brought in as files and saved as files.
import type { SavedQuery } from '../../server/contract/shapes.ts';
import type { Api } from '../api/api.ts';
import { ApiError } from '../api/api-error.ts';
import { idOfTitle } from './front-matter.ts';
import { withHead } from './head-of-query.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';

/** A query that was kept under a name, or is gone. */
export type Done =
  { readonly what: 'renamed' | 'copied' | 'kept-both'; readonly query: SavedQuery } | { readonly what: 'deleted' };
/** What became of one file that was brought in. */
export interface Imported {
  readonly file: string;
  readonly query?: SavedQuery;
  readonly problem?: string;
}
/** Titles by language. */
export type Titles = Readonly<Record<string, string>>;

type WithText = Awaited<ReturnType<Api['createQuery']>>;

const mostCopies = 50;

/** The verbs for queries of one's own. */
export class OwnQueries {
  readonly #api: Api;
  readonly #list: () => readonly SavedQuery[];
  readonly #whenChanged: (query: SavedQuery | undefined) => Promise<void>;
  readonly #newest = new Newest();
  #refused: { readonly text: string; readonly id: string } | undefined;
  outcome = $state.raw<Loading<Done>>(idle);
  imported = $state.raw<readonly Imported[]>([]);
  isImporting = $state(false);

  /** True where the file has changed on disk since it was read, so that the user has to choose. */
  readonly isOvertaken = $derived(this.outcome.state === 'failed' && this.outcome.error.code === 'changed-on-disk');

  /** @param whenChanged reloads the list and opens the query, or the list where there is none */
  constructor(
    api: Api,
    list: () => readonly SavedQuery[],
    whenChanged: (query: SavedQuery | undefined) => Promise<void>,
  ) {
    this.#api = api;
    this.#list = list;
    this.#whenChanged = whenChanged;
  }

  /** Ready for another query. */
  reset(): void {
    this.#newest.stop();
    this.outcome = idle;
    this.#refused = undefined;
  }

  /** Hands over the whole text of a query, for its file. */
  readText({ id }: SavedQuery, use: (text: string) => void): Promise<void> {
    this.outcome = loading;
    return this.#newest.run(
      (signal) => this.#api.query(id, signal),
      (outcome) => {
        this.outcome = outcome.state === 'failed' ? outcome : idle;
        if (outcome.state === 'ready') use(outcome.value.text);
      },
    );
  }

  /** Gives a query other titles and another id. */
  rename({ id, version }: SavedQuery, title: Titles, newId: string): Promise<void> {
    return this.#do('renamed', async (signal) => {
      const text = await this.#withHead((await this.#api.query(id, signal)).text, { title, id: newId });
      this.#refused = { text, id: newId };
      return this.#api.replaceQuery(id, text, version, signal);
    });
  }

  /** Copies a query, shipped or own, under titles that say so. */
  copy({ id }: SavedQuery, title: Titles): Promise<void> {
    return this.#do('copied', async (signal) => {
      const { text } = await this.#api.query(id, signal);
      return this.#createFree(text, idOfTitle(title['en'] ?? '') || id, signal, title);
    });
  }

  /** Deletes a query of one's own. */
  remove({ id, version }: SavedQuery): Promise<void> {
    return this.#do('deleted', async (signal) => {
      await this.#api.deleteQuery(id, version, signal);
    });
  }

  /** Keeps a text that was refused, because its file has changed, under an id of its own beside that file. */
  keepBoth(text = this.#refused?.text, id = this.#refused?.id): Promise<void> {
    if (text === undefined || id === undefined) return Promise.resolve();
    return this.#do('kept-both', (signal) => this.#createFree(text, id, signal));
  }

  /** Takes what is on disk: looks again and drops the change. */
  async takeDisk(query: SavedQuery): Promise<void> {
    this.reset();
    await this.#whenChanged(query);
  }

  /** Brings files in, one after another; each says what became of it. */
  async importFiles(files: readonly { readonly name: string; text(): Promise<string> }[]): Promise<void> {
    this.isImporting = true;
    this.imported = [];
    for (const file of files) {
      const came = await this.#import(file);
      this.imported = [...this.imported, came];
    }
    this.isImporting = false;
    await this.#whenChanged(undefined);
  }

  async #import(file: { readonly name: string; text(): Promise<string> }): Promise<Imported> {
    try {
      const text = await file.text();
      const { query, faults } = await this.#api.checkQuery(text);
      if (query === undefined)
        return { file: file.name, problem: faults.map(({ line, message }) => `${line}: ${message}`).join('\n') };
      return { file: file.name, query: await this.#api.createQuery(text) };
    } catch (error) {
      return { file: file.name, problem: error instanceof ApiError ? error.message : String(error) };
    }
  }

  /** Creates a query under the id, or under that id with a number where it is taken. */
  async #createFree(text: string, id: string, signal: AbortSignal, title?: Titles): Promise<WithText> {
    const taken = new Set(this.#list().map((query) => query.id));
    const ids = [id, ...Array.from({ length: mostCopies }, (_, at) => `${id}-${at + 2}`)];
    const free = ids.find((each) => !taken.has(each)) ?? `${id}-${Date.now()}`;
    return this.#api.createQuery(await this.#withHead(text, { id: free, ...(title ? { title } : {}) }), signal);
  }

  async #withHead(...input: Parameters<typeof withHead>): Promise<string> {
    const text = await withHead(...input);
    if (text === undefined) throw new ApiError('malformed', { code: 'no-head' });
    return text;
  }

  async #do(what: Done['what'], work: (signal: AbortSignal) => Promise<WithText | void>): Promise<void> {
    this.outcome = loading;
    await this.#newest.run(work, (outcome) => {
      if (outcome.state !== 'ready') {
        this.outcome = outcome.state === 'failed' ? outcome : idle;
        return;
      }
      const query = outcome.value || undefined;
      this.outcome = { state: 'ready', value: what === 'deleted' || !query ? { what: 'deleted' } : { what, query } };
      void this.#whenChanged(query);
    });
  }
}
