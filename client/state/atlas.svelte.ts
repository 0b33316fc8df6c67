// The page's state put together: every concept once, and the verbs that concern several of them.
import { createContext } from 'svelte';
import type { Graph as GraphData } from '../../data/model/graph.ts';
import { nameIn } from '../../server/graph/sentences.ts';
import type { Api } from '../api/api.ts';
import type { ApiError } from '../api/api-error.ts';
import { watched } from '../api/watched.ts';
import { wordsIn } from '../words/words.ts';
import { Catalogue } from './catalogue.svelte.ts';
import { Expansion } from './expansion.svelte.ts';
import { Filters } from './filters.svelte.ts';
import { Graph, overviewLimits } from './graph.svelte.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';
import { Picture } from './picture.svelte.ts';
import { Queries } from './queries.svelte.ts';
import { Readiness } from './readiness.svelte.ts';
import { Search } from './search.svelte.ts';
import { Selection } from './selection.svelte.ts';
import type { Arrange, Shown } from './shown.ts';
import { emptyShown } from './shown.ts';
import { View } from './view.svelte.ts';

/** What the layout may ask about the page. */
export interface ArrangeNeeds {
  readonly vocabulary: Catalogue['vocabulary'];
  readonly nameLang: string;
}

/** Everything the page knows. */
export class Atlas {
  readonly view = new View();
  readonly filters = new Filters();
  readonly readiness: Readiness;
  readonly catalogue: Catalogue;
  readonly graph: Graph;
  readonly selection: Selection;
  readonly search: Search;
  readonly expansion: Expansion;
  readonly queries: Queries;
  readonly picture: Picture;
  readonly api: Api;
  readonly #starting = new Newest();
  /** Done when the vocabulary is there, which a layout has to wait for. */
  #knowing: Promise<void> = Promise.resolve();
  /** How far the first load has come. */
  start = $state.raw<Loading<true>>(idle);

  readonly words = $derived(wordsIn(this.view.lang));
  /** What is on the canvas after the legend's switches. */
  readonly visible = $derived.by<Shown>(() => {
    const { vocabulary } = this.catalogue;
    return vocabulary ? this.filters.apply(this.graph.shown, vocabulary) : emptyShown;
  });

  constructor(api: Api, createArrange: (needs: () => Promise<ArrangeNeeds>) => Arrange) {
    this.readiness = new Readiness(api);
    const seen = watched(api, (error) => this.noteFailure(error));
    this.api = seen;
    this.catalogue = new Catalogue(seen);
    const arrange = createArrange(async () => {
      await this.#knowing;
      return { vocabulary: this.catalogue.vocabulary, nameLang: this.view.nameLang };
    });
    this.graph = new Graph(seen, arrange);
    this.selection = new Selection(seen, this.catalogue);
    this.search = new Search(seen, () => this.view.nameLang);
    this.expansion = new Expansion(seen, this.graph, this.catalogue);
    this.queries = new Queries(seen, this.catalogue);
    this.picture = new Picture(seen);
  }

  /** Waits for the database and loads the first view. */
  open(): void {
    this.start = loading;
    this.readiness.watch(() => void this.#loadFirstView());
  }

  /** Watches again where a call failed because the database is away; what is on the canvas stays. */
  noteFailure(error: ApiError): void {
    if (error.isPassing) this.readiness.watch(() => this.#resume());
  }

  /** Selects an entity wherever it was named; brings it onto the canvas only where asked. */
  selectEntity(id: string): void {
    this.selection.selectEntity(id);
    this.expansion.count(id);
  }

  selectRelation(relation: { id: string; from: string; to: string }): void {
    this.selection.selectRelation(relation);
  }

  /** Brings an entity onto the canvas with its links to what is there, and selects it. */
  async bring(id: string): Promise<void> {
    this.selectEntity(id);
    if (this.graph.shown.nodes.has(id)) return;
    const known = this.catalogue.node(id);
    const nodes = known ? [known] : (await this.api.subgraph([id], false)).nodes;
    await this.graph.add({ nodes, relations: [] });
  }

  /** Shows a query's entities in the place of what is there, or beside it. */
  async showResult(graph: GraphData, how: 'replace' | 'add'): Promise<void> {
    this.filters.clear();
    await (how === 'replace' ? this.graph.replaceBy(graph) : this.graph.add(graph));
  }

  /** The name of an entity in the chosen language; its id where it was never met. */
  nameOf = (id: string): string => {
    const node = this.graph.shown.nodes.get(id) ?? this.catalogue.node(id);
    return node === undefined ? id : nameIn(node, this.view.nameLang);
  };

  async #loadFirstView(): Promise<void> {
    await this.#starting.run(
      async (signal) => {
        this.#knowing = this.catalogue.load(signal);
        await Promise.all([this.#knowing, this.graph.showOverview(overviewLimits.story)]);
        if (this.graph.progress.state === 'failed') throw this.graph.progress.error;
        return true as const;
      },
      (outcome) => (this.start = outcome),
    );
    this.queries.load();
  }

  #resume(): void {
    if (this.graph.totalEntities === 0) return void this.#loadFirstView();
    if (this.selection.detail.state === 'failed') this.selection.retry();
    if (this.queries.list.state === 'failed') this.queries.load();
    this.search.retry();
  }
}

const [atlasOf, provideAtlas] = createContext<Atlas>();
export { atlasOf, provideAtlas };
