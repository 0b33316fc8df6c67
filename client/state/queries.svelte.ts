// Saved queries: the list, the form of the chosen one, and the answer with what can be done with it.
import type { Json } from '../../data/model/graph.ts';
import type { QueryAnswer, QueryParameter, SavedQuery } from '../../server/contract/shapes.ts';
import type { Api } from '../api/api.ts';
import type { Catalogue } from './catalogue.svelte.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';

/** An answer with the query that gave it. */
export interface Result {
  readonly query: SavedQuery;
  readonly answer: QueryAnswer;
}

/** The saved queries of the server. */
export class Queries {
  readonly #api: Api;
  readonly #catalogue: Catalogue;
  readonly #listing = new Newest();
  readonly #running = new Newest();
  list = $state.raw<Loading<readonly SavedQuery[]>>(idle);
  chosen = $state.raw<SavedQuery>();
  values = $state<Record<string, Json>>({});
  result = $state.raw<Loading<Result>>(idle);
  text = $state.raw<Loading<string>>(idle);

  constructor(api: Api, catalogue: Catalogue) {
    this.#api = api;
    this.#catalogue = catalogue;
  }

  /** Required parameters that have no value yet. */
  readonly missing = $derived(
    (this.chosen?.parameters ?? []).filter((parameter) => parameter.required && isBlank(this.values[parameter.name])),
  );

  load(): void {
    this.list = loading;
    void this.#listing.run(
      (signal) => this.#api.queries(signal).then((answer) => answer.queries),
      (outcome) => (this.list = outcome),
    );
  }

  choose(query: SavedQuery): void {
    this.chosen = query;
    this.values = defaultsOf(query.parameters);
    this.text = idle;
  }

  /** Back to the list. */
  leave(): void {
    this.chosen = undefined;
  }

  fill(name: string, value: Json): void {
    this.values[name] = value;
  }

  /** Shows the Cypher of the chosen query. */
  async showText(): Promise<void> {
    const query = this.chosen;
    if (query === undefined) return;
    this.text = loading;
    await this.#listing.run(
      (signal) => this.#api.query(query.id, signal).then((answer) => answer.text),
      (outcome) => (this.text = outcome),
    );
  }

  async run(): Promise<void> {
    const query = this.chosen;
    if (query === undefined || this.missing.length > 0) return;
    this.result = loading;
    const parameters = Object.fromEntries(Object.entries(this.values).filter(([, value]) => !isBlank(value)));
    await this.#running.run(
      async (signal) => {
        const answer = await this.#api.runQuery(query.id, parameters, signal);
        this.#catalogue.learn(answer.graph.nodes);
        return { query, answer };
      },
      (outcome) => (this.result = outcome),
    );
  }

  /** Closes the table. */
  closeResult(): void {
    this.#running.stop();
    this.result = idle;
  }
}

function defaultsOf(parameters: readonly QueryParameter[]): Record<string, Json> {
  return Object.fromEntries(
    parameters.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]])),
  );
}

function isBlank(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}
