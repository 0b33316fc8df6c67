// Saved queries: the list with its search and tags, and the form of the chosen one.
import type { Json } from '../../data/model/graph.ts';
import type { FileFault } from '../../server/contract/queries.ts';
import type { QueryParameter, SavedQuery } from '../../server/contract/shapes.ts';
import { folded, wordsIn } from '../answers/filter.ts';
import type { Api } from '../api/api.ts';
import { defaultsOf, faultOf, sendable } from './form-values.ts';
import type { ValueFault } from './form-values.ts';
import { linkTo } from './link.ts';
import type { LinkFault } from './link.ts';
import { idle, loading, Newest, valueOf } from './loading.ts';
import type { Loading } from './loading.ts';
import type { Result } from './result.svelte.ts';

/** The queries that can be run, and the faults of files that cannot. */
export interface QueryList {
  readonly queries: readonly SavedQuery[];
  readonly faults: readonly FileFault[];
}

/** The saved queries of the server. */
export class Queries {
  readonly #api: Api;
  readonly #result: Result;
  readonly #listing = new Newest();
  readonly #reading = new Newest();
  list = $state.raw<Loading<QueryList>>(idle);
  search = $state('');
  tag = $state<string>();
  chosen = $state.raw<SavedQuery>();
  values = $state.raw<Readonly<Record<string, Json>>>({});
  text = $state.raw<Loading<string>>(idle);
  /** What is wrong with the link that was opened. */
  linkFaults = $state.raw<readonly LinkFault[]>([]);

  readonly all = $derived<readonly SavedQuery[]>(valueOf(this.list)?.queries ?? []);
  /** The tags, most used first. */
  readonly tags = $derived.by<readonly string[]>(() => {
    const counts = new Map<string, number>();
    for (const tag of this.all.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return [...counts]
      .sort(([one, many], [other, more]) => more - many || one.localeCompare(other))
      .map(([tag]) => tag);
  });
  /** The queries that the search and the tag leave, own ones first. */
  readonly found = $derived.by<readonly SavedQuery[]>(() => {
    const words = wordsIn(this.search);
    const left = this.all.filter(
      (query) =>
        (this.tag === undefined || query.tags.includes(this.tag)) &&
        words.every((word) => textOf(query).includes(word)),
    );
    return [...left].sort((one, other) => Number(other.origin === 'own') - Number(one.origin === 'own'));
  });
  /** What is wrong with the values, by parameter. */
  readonly faults = $derived.by<Readonly<Record<string, ValueFault>>>(() => {
    const found = (this.chosen?.parameters ?? []).map(
      (parameter) => [parameter.name, faultOf(parameter, this.values[parameter.name])] as const,
    );
    return Object.fromEntries(found.flatMap(([name, fault]) => (fault ? [[name, fault]] : [])));
  });
  /** Required parameters that have no value yet. */
  readonly missing = $derived.by<readonly QueryParameter[]>(() =>
    (this.chosen?.parameters ?? []).filter(({ name }) => this.faults[name]?.code === 'missing'),
  );
  readonly canRun = $derived(this.chosen !== undefined && Object.keys(this.faults).length === 0);
  /** The link of the chosen query with its present values. */
  readonly link = $derived(this.chosen ? linkTo(this.chosen.id, this.chosen.parameters, this.values) : '');

  constructor(api: Api, result: Result) {
    this.#api = api;
    this.#result = result;
  }

  load(): Promise<void> {
    if (this.list.state !== 'ready') this.list = loading;
    return this.#listing.run(
      (signal) => this.#api.queries(signal),
      (outcome) => {
        this.list = outcome;
        if (this.tag !== undefined && !this.tags.includes(this.tag)) this.tag = undefined;
      },
    );
  }

  /** Opens the form of a query, with values where there are some besides the defaults. */
  choose(query: SavedQuery, values: Readonly<Record<string, Json>> = {}): void {
    this.chosen = query;
    this.values = { ...defaultsOf(query.parameters), ...values };
    this.text = idle;
    this.linkFaults = [];
  }

  /** Back to the list. */
  leave(): void {
    this.chosen = undefined;
    this.linkFaults = [];
  }

  fill(name: string, value: Json): void {
    this.values = { ...this.values, [name]: value };
  }

  /** Shows the Cypher of the chosen query. */
  async showText(): Promise<void> {
    const query = this.chosen;
    if (query === undefined) return;
    this.text = loading;
    await this.#reading.run(
      (signal) => this.#api.query(query.id, signal).then((answer) => answer.text),
      (outcome) => (this.text = outcome),
    );
  }

  hideText(): void {
    this.#reading.stop();
    this.text = idle;
  }

  /** Runs the chosen query with the values of the form. */
  async run(): Promise<void> {
    const query = this.chosen;
    if (query === undefined || !this.canRun) return;
    const parameters = sendable(query.parameters, this.values);
    const { title, columns, show, id } = query;
    await this.#result.ask({ title, columns, show, name: id, link: this.link }, (onLine, signal) =>
      this.#api.runQuery(id, parameters, onLine, signal),
    );
  }
}

function textOf({ id, title, description, tags }: SavedQuery): string {
  return folded([id, ...Object.values(title), ...Object.values(description), ...tags].join('\n'));
}
