// The page's address and the query in it: links are followed, what is run can be linked to, and Back goes back.
import type { Catalogue } from './catalogue.svelte.ts';
import { readFreeLink } from './free-link.ts';
import type { FreeQuery } from './free-query.svelte.ts';
import { readLink, valuesIn } from './link.ts';
import type { QueryLink } from './link.ts';
import type { Queries } from './queries.svelte.ts';
import type { Result } from './result.svelte.ts';
import type { View } from './view.svelte.ts';

/** What a link opens. */
interface Opened {
  readonly catalogue: Catalogue;
  readonly queries: Queries;
  readonly free: FreeQuery;
  readonly result: Result;
  readonly view: View;
  /** Runs the form that is open. */
  readonly run: () => Promise<void>;
}

/** What is kept with an entry of the browser's history: whether it is a form that was not run. */
interface Entry {
  readonly isForm?: boolean;
}

/** Follows the part of the address after `#`. */
export class Address {
  readonly #opened: Opened;
  #isStarted = false;

  constructor(opened: Opened) {
    this.#opened = opened;
  }

  /** Follows the link that the page was opened with, once. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    window.addEventListener('popstate', () => void this.#follow());
    if (location.hash.startsWith('#/')) void this.#follow();
  }

  /** Notes a form that was opened, or that none is. */
  noteForm(hash: string): void {
    if (hash !== location.hash) this.#push(hash, { isForm: true });
  }

  /** Notes a run; the entry of its form becomes the one before it. */
  noteRun(hash: string): void {
    if (hash === location.hash) history.replaceState({}, '', hash);
    else this.#push(hash, {});
  }

  #push(hash: string, entry: Entry): void {
    history.pushState(entry, '', hash === '' ? location.pathname + location.search : hash);
  }

  async #follow(): Promise<void> {
    const { queries, free, result, view } = this.#opened;
    const freeLink = readFreeLink(location.hash);
    if (freeLink) {
      // What others wrote is shown, and runs only when it is asked to.
      free.openWith(freeLink.query, freeLink.parameters);
      view.openTab('queries');
      return;
    }
    free.close();
    const link = readLink(location.hash);
    if (link === undefined) {
      queries.leave();
      result.close();
      return;
    }
    view.tab = 'queries';
    if ('fault' in link) {
      queries.leave();
      queries.linkFaults = [link.fault];
      view.openTab('queries');
      return;
    }
    const isForm = (history.state as Entry | null)?.isForm === true;
    await this.#open(link, isForm);
    if (isForm) result.close();
  }

  async #open(link: QueryLink, isForm: boolean): Promise<void> {
    const { queries, view, catalogue, run } = this.#opened;
    if (queries.list.state === 'failed') await queries.load();
    const query = queries.all.find(({ id }) => id === link.id);
    if (query === undefined) {
      queries.leave();
      queries.linkFaults = [{ code: 'noSuchQuery', id: link.id }];
      view.openTab('queries');
      return;
    }
    const { values, faults } = valuesIn(link, query.parameters);
    queries.choose(query, values);
    queries.linkFaults = faults;
    const ids = query.parameters
      .filter(({ kind }) => kind === 'entity' || kind === 'entities')
      .flatMap(({ name }) => values[name] ?? [])
      .map(String);
    void catalogue.meet(ids, new AbortController().signal).catch(() => undefined);
    if (!isForm && faults.length === 0 && queries.canRun) await run();
    else view.openTab('queries');
  }
}
