// Widening the network at one entity: how many relations of each type there are, and bringing some of them in.
import type { Api } from '../api/api.ts';
import type { Catalogue } from './catalogue.svelte.ts';
import type { Graph } from './graph.svelte.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';

/** How many neighbours come at once, unless the user asks for more. */
export const neighbourLimits = [25, 50, 100, 250] as const;
export type NeighbourLimit = (typeof neighbourLimits)[number];

/** The relations of one type in one direction. */
export interface RelationCount {
  readonly type: string;
  readonly direction: 'out' | 'in';
  readonly count: number;
}

/** What came of the last expansion. */
export interface Expanded {
  readonly id: string;
  readonly brought: number;
  readonly total: number;
}

/** The counts of the selected entity and the expansion itself. */
export class Expansion {
  readonly #api: Api;
  readonly #graph: Graph;
  readonly #catalogue: Catalogue;
  readonly #counting = new Newest();
  readonly #expanding = new Newest();
  counts = $state.raw<Loading<readonly RelationCount[]>>(idle);
  outcome = $state.raw<Loading<Expanded>>(idle);
  limit = $state<NeighbourLimit>(25);

  constructor(api: Api, graph: Graph, catalogue: Catalogue) {
    this.#api = api;
    this.#graph = graph;
    this.#catalogue = catalogue;
  }

  /** Asks how many relations of each type and direction an entity has. */
  count(id: string): void {
    this.counts = loading;
    this.outcome = idle;
    void this.#counting.run(
      (signal) => this.#api.neighbours(id, { limit: 1 }, signal).then((answer) => countsIn(answer.counts)),
      (outcome) => (this.counts = outcome),
    );
  }

  /** Brings the neighbours in, all or those over one type of relation, best-connected first. */
  expand(id: string, over?: Pick<RelationCount, 'type' | 'direction'>): Promise<void> {
    this.outcome = loading;
    const wish = { limit: this.limit, ...(over ? { relationType: over.type, direction: over.direction } : {}) };
    return this.#expanding.run(
      async (signal) => {
        const answer = await this.#api.neighbours(id, wish, signal);
        this.#catalogue.learn(answer.nodes);
        const before = this.#graph.shown.nodes.size;
        await this.#graph.add(answer);
        return { id, brought: this.#graph.shown.nodes.size - before, total: answer.total };
      },
      (outcome) => (this.outcome = outcome),
    );
  }
}

/** Counts by `TYPE:out` and `TYPE:in` as a list, most first. */
export function countsIn(counts: Readonly<Record<string, number>>): RelationCount[] {
  return Object.entries(counts)
    .map(([key, count]) => {
      const [type = key, direction] = key.split(':');
      return { type, direction: direction === 'in' ? ('in' as const) : ('out' as const), count };
    })
    .sort((one, other) => other.count - one.count || one.type.localeCompare(other.type));
}
