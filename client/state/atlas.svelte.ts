// The page's state put together: every concept once, and the verbs that concern several of them.
import { createContext } from 'svelte';
import type { Graph as GraphData, GraphNode, Json } from '../../data/model/graph.ts';
import type { SavedQuery } from '../../server/contract/shapes.ts';
import type { CellContext } from '../../server/graph/answers/cells.ts';
import { nameIn } from '../../server/graph/sentences.ts';
import type { Api } from '../api/api.ts';
import type { ApiError } from '../api/api-error.ts';
import { watched } from '../api/watched.ts';
import { wordsIn } from '../words/words.ts';
import { Access } from './access.svelte.ts';
import { Catalogue } from './catalogue.svelte.ts';
import { Expansion } from './expansion.svelte.ts';
import { FreeQuery } from './free-query.svelte.ts';
import { Filters } from './filters.svelte.ts';
import { Graph, overviewLimits } from './graph.svelte.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';
import type { Offer } from './offers.ts';
import { OwnQueries } from './own-queries.svelte.ts';
import { OwnText } from './own-text.svelte.ts';
import { Picture } from './picture.svelte.ts';
import { Queries } from './queries.svelte.ts';
import { Result } from './result.svelte.ts';
import { Address } from './address.ts';
import { Readiness } from './readiness.svelte.ts';
import { Search } from './search.svelte.ts';
import { Selection } from './selection.svelte.ts';
import type { Arrange, Shown } from './shown.ts';
import { emptyShown } from './shown.ts';
import { Table } from './table.svelte.ts';
import { View } from './view.svelte.ts';
import type { ResultTab } from './view.svelte.ts';

/** Height of the drawer where it shows only its head, and the most entities that are drawn of an answer. */
export const foldedDrawer = 54;
export const mostDrawn = 2000;

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
  readonly access: Access;
  readonly catalogue: Catalogue;
  readonly graph: Graph;
  readonly selection: Selection;
  readonly search: Search;
  readonly expansion: Expansion;
  readonly result: Result;
  readonly table: Table;
  readonly queries: Queries;
  readonly address: Address;
  readonly free: FreeQuery;
  readonly ownText: OwnText;
  readonly ownQueries: OwnQueries;
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

  /** How much of the canvas's height the drawer with the result covers. */
  readonly drawerHeight = $derived.by(() => {
    if (!this.result.isOpen) return 0;
    return this.view.resultTab === 'network' ? foldedDrawer : this.view.resultHeight;
  });
  /** What is marked on the canvas: what is selected, and what the selected row names. */
  readonly marked = $derived.by<readonly string[]>(() => [...this.selection.ids, ...this.result.rowIds]);

  constructor(api: Api, createArrange: (needs: () => Promise<ArrangeNeeds>) => Arrange) {
    const seen = watched(api, (error) => this.noteFailure(error));
    this.readiness = new Readiness(seen);
    const { openSession, closeSession } = seen;
    // Not knowing of a session is no reason to wait for the database and load everything again.
    this.access = new Access({ session: api.session, openSession, closeSession }, () => this.#goOn());
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
    this.result = new Result((nodes) => this.#meetAnswer(nodes));
    this.table = new Table(this.result, () => this.#cellContext());
    this.queries = new Queries(seen, this.result);
    this.free = new FreeQuery(seen, this.result, (link) => this.#makeRoom(link));
    this.ownQueries = new OwnQueries(
      seen,
      () => this.queries.all,
      (query) => this.#showChanged(query),
    );
    this.ownText = new OwnText(seen, (query) => void this.#showKept(query));
    const { catalogue, queries, free, result, view } = this;
    this.address = new Address({ catalogue, queries, free, result, view, run: () => this.#run() });
    this.picture = new Picture(seen);
  }

  /** Waits for the database and loads the first view. */
  open(): void {
    this.start = loading;
    this.readiness.watch(() => void this.#loadFirstView());
  }

  /** Watches again where a call failed because the database is away, or asks for the token; what is on the canvas stays. */
  noteFailure(error: ApiError): void {
    if (error.isPassing) this.readiness.watch(() => this.#resume());
    if (error.isLockedOut) this.access.need();
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

  /** Opens the form of a query, filled in where there are values. */
  chooseQuery(query: SavedQuery, values: Readonly<Record<string, Json>> = {}): void {
    if (this.ownQueries.outcome.state !== 'ready') this.ownQueries.reset();
    this.queries.choose(query, values);
    this.address.noteForm(this.queries.link);
    this.view.openTab('queries');
  }

  /** Back to the list of queries. */
  leaveQuery(): void {
    this.queries.leave();
    this.address.noteForm('');
  }

  /** Runs the query whose form is open, and notes it in the page's address. */
  async runQuery(): Promise<void> {
    if (!this.queries.canRun) return;
    this.address.noteRun(this.queries.link);
    if (this.view.isNarrow) this.view.isRailOpen = false;
    await this.#run();
  }

  /** Opens a query with what is selected filled in, and runs it where nothing else is needed. */
  async takeOffer({ query, values, isComplete }: Offer): Promise<void> {
    this.chooseQuery(query, values);
    if (isComplete) await this.runQuery();
  }

  /** Shows the answer as network, table or JSON; the network takes the canvas. */
  showAs(tab: ResultTab): void {
    this.view.resultTab = tab;
    if (tab === 'network') void this.showResult(this.result.graph, 'replace');
  }

  /** Lets the coming answer of a free query be seen, and notes its link. */
  #makeRoom(link: string): void {
    this.address.noteRun(link);
    if (this.view.resultTab === 'network') this.view.resultTab = 'table';
    if (this.view.isNarrow) this.view.isRailOpen = false;
  }

  /** Opens the form of a query that was just kept. */
  async #showKept(query: SavedQuery): Promise<void> {
    await this.queries.load();
    this.free.close();
    this.chooseQuery(query);
  }

  /** Opens the form of a query as it is now, or the list where it is gone. */
  async #showChanged(query: SavedQuery | undefined): Promise<void> {
    await this.queries.load();
    const now = this.queries.all.find(({ id }) => id === query?.id);
    if (now) this.chooseQuery(now, query?.id === this.queries.chosen?.id ? this.queries.values : {});
    else if (this.queries.chosen) this.leaveQuery();
  }

  async #run(): Promise<void> {
    if (this.view.resultTab === 'network') this.view.resultTab = 'table';
    await this.queries.run();
    const { progress, question, graph } = this.result;
    if (progress.state !== 'done' || question?.show !== 'graph') return;
    if (graph.nodes.length > 0 && graph.nodes.length <= mostDrawn) this.showAs('network');
  }

  /** The name of an entity in the chosen language; its id where it was never met. */
  nameOf = (id: string): string => {
    const node = this.graph.shown.nodes.get(id) ?? this.catalogue.node(id);
    return node === undefined ? (this.catalogue.namedOnly(id)?.name ?? id) : nameIn(node, this.view.nameLang);
  };

  /** The type of an entity, where it was met. */
  typeOf(id: string): string | undefined {
    return (this.graph.shown.nodes.get(id) ?? this.catalogue.node(id) ?? this.catalogue.namedOnly(id))?.type;
  }

  #meetAnswer(nodes: readonly GraphNode[]): void {
    this.catalogue.learn(nodes);
    if (this.result.rows.length === 0) this.table.clear();
    else void this.table.refresh();
  }

  #cellContext(): CellContext | undefined {
    const { vocabulary } = this.catalogue;
    return vocabulary && { vocabulary, relations: this.result.relations, nameOf: this.nameOf, lang: this.view.lang };
  }

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
    await this.queries.load();
    this.address.start();
    await this.access.learn();
  }

  /** After signing in: what was to be loaded, or what was refused meanwhile. */
  #goOn(): void {
    this.readiness.watch(() => (this.start.state === 'ready' ? this.#resume() : void this.#loadFirstView()));
  }

  #resume(): void {
    if (this.graph.totalEntities === 0) return void this.#loadFirstView();
    if (this.selection.detail.state === 'failed') this.selection.retry();
    if (this.queries.list.state === 'failed') void this.queries.load();
    this.search.retry();
  }
}

const [atlasOf, provideAtlas] = createContext<Atlas>();
export { atlasOf, provideAtlas };
