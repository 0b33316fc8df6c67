// What is on the canvas: entities, relations and where they lie; each change is one new value, so that it can be undone.
import type { Graph as GraphData } from '../../data/model/graph.ts';
import type { Api } from '../api/api.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';
import { connect, emptyShown, merge, without } from './shown.ts';
import type { Arrange, Point, Shown } from './shown.ts';

const undoDepth = 50;
/** The entities of the first view, and more than any data set of this version holds. */
export const overviewLimits = { story: 70, everything: 5000 } as const;

/** The network on the canvas and its history. */
export class Graph {
  readonly #api: Api;
  readonly #arrange: Arrange;
  readonly #newest = new Newest();
  #past = $state.raw<readonly Shown[]>([]);
  shown = $state.raw<Shown>(emptyShown);
  totalEntities = $state(0);
  /** How far the last change of the whole canvas has come. */
  progress = $state.raw<Loading<true>>(idle);
  /** Counts up where the camera should show everything again. */
  fitRequests = $state(0);

  readonly canUndo = $derived(this.#past.length > 0);
  readonly isEverything = $derived(this.shown.nodes.size >= this.totalEntities);

  constructor(api: Api, arrange: Arrange) {
    this.#api = api;
    this.#arrange = arrange;
  }

  /** Shows the entities that tell the story, or as many as asked for. */
  async showOverview(limit: number): Promise<void> {
    await this.#change(async (signal) => {
      const answer = await this.#api.overview(limit, false, signal);
      this.totalEntities = answer.totalEntities;
      return this.#laidOut(answer);
    }, true);
  }

  /** Puts a result in the place of what is shown. */
  async replaceBy(graph: GraphData): Promise<void> {
    await this.#change((signal) => this.#completed(graph, [], signal).then((whole) => this.#laidOut(whole)), true);
  }

  /** Adds entities with their relations to each other and to what is shown; nothing shown moves. */
  async add(graph: GraphData): Promise<void> {
    await this.#change(async (signal) => {
      const whole = await this.#completed(graph, [...this.shown.nodes.keys()], signal);
      const merged = merge(this.shown, whole);
      if (merged.nodes.size === this.shown.nodes.size) return merged;
      return { ...merged, positions: await this.#arrange(merged.nodes, merged.relations, this.shown.positions) };
    }, false);
  }

  /** Takes an entity and its relations off the canvas. */
  remove(id: string): void {
    this.#commit(without(this.shown, id));
  }

  /** Lays out what is shown from scratch. */
  async layOutAgain(): Promise<void> {
    await this.#change(
      () => this.#laidOut({ nodes: [...this.shown.nodes.values()], relations: [...this.shown.relations.values()] }),
      true,
    );
  }

  /** Remembers where the user has dragged entities. */
  move(moved: Readonly<Record<string, Point>>): void {
    this.#commit({ ...this.shown, positions: { ...this.shown.positions, ...moved } });
  }

  /** Takes back the last change. */
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#newest.stop();
    this.#past = this.#past.slice(0, -1);
    this.shown = before;
  }

  async #change(work: (signal: AbortSignal) => Promise<Shown>, withFit: boolean): Promise<void> {
    this.progress = loading;
    await this.#newest.run(work, (outcome) => {
      if (outcome.state === 'ready') {
        this.#commit(outcome.value);
        if (withFit) this.fitRequests += 1;
      }
      this.progress =
        outcome.state === 'ready' ? { state: 'ready', value: true } : outcome.state === 'failed' ? outcome : idle;
    });
  }

  #commit(next: Shown): void {
    if (this.shown !== emptyShown) this.#past = [...this.#past, this.shown].slice(-undoDepth);
    this.shown = next;
  }

  async #laidOut(graph: GraphData): Promise<Shown> {
    const { nodes, relations } = connect(graph);
    return { nodes, relations, positions: await this.#arrange(nodes, relations) };
  }

  /** A result with all relations among it and the entities that are there already, as the server knows them. */
  async #completed(graph: GraphData, present: readonly string[], signal: AbortSignal): Promise<GraphData> {
    const ids = [...new Set([...graph.nodes.map((node) => node.id), ...present])];
    if (ids.length === 0 || ids.length > overviewLimits.everything) return graph;
    const answer = await this.#api.subgraph(ids, false, signal);
    return { nodes: graph.nodes, relations: [...graph.relations, ...answer.relations] };
  }
}
