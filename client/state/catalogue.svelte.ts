// What the page knows besides the network: the vocabulary, the data sets, the sources, and every entity it has met.
import type { GraphNode } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { Api } from '../api/api.ts';

/** What a field of a form needs to show an entity. */
interface NamedEntity {
  readonly name: string;
  readonly type: string;
}

/** Reference knowledge, loaded once, and the entities met since, for their names. */
export class Catalogue {
  readonly #api: Api;
  vocabulary = $state.raw<Vocabulary>();
  #known = $state.raw<ReadonlyMap<string, GraphNode>>(new Map());
  /** Entities of which only the name in the present language and the type were told. */
  #named = $state.raw<ReadonlyMap<string, NamedEntity>>(new Map());

  constructor(api: Api) {
    this.#api = api;
  }

  /** Loads vocabulary and sources. */
  async load(signal: AbortSignal): Promise<void> {
    const [words, sources] = await Promise.all([this.#api.vocabulary(signal), this.#api.sources(signal)]);
    this.vocabulary = words.vocabulary;
    this.learn(sources.sources.map((source) => source.node));
  }

  /** Keeps entities for their names. */
  learn(nodes: readonly GraphNode[]): void {
    if (nodes.every((node) => this.#known.has(node.id))) return;
    this.#known = new Map([...this.#known, ...nodes.map((node) => [node.id, node] as const)]);
  }

  /** The entity with that id, if it was met. */
  node(id: string): GraphNode | undefined {
    return this.#known.get(id);
  }

  /** Keeps names of entities that are not known otherwise. */
  learnNames(entities: readonly (NamedEntity & { readonly id: string })[]): void {
    this.#named = new Map([...this.#named, ...entities.map(({ id, name, type }) => [id, { name, type }] as const)]);
  }

  /** The name and type of an entity of which that is all that was told. */
  namedOnly(id: string): NamedEntity | undefined {
    return this.#named.get(id);
  }

  /** Fetches those of the ids that were not met yet, for their names. */
  async meet(ids: readonly string[], signal: AbortSignal): Promise<void> {
    const strange = [...new Set(ids)].filter((id) => !this.#known.has(id));
    if (strange.length === 0) return;
    const answer = await this.#api.subgraph(strange, false, signal);
    this.learn(answer.nodes);
  }
}
