// What the user has selected, and everything the server knows about it.
import type { Api } from '../api/api.ts';
import type { Catalogue } from './catalogue.svelte.ts';
import type { Detail, Selected } from './detail.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';
import { mentionedIds } from './mentions.ts';

/** The selection, its detail, and what the pointer is over. */
export class Selection {
  readonly #api: Api;
  readonly #catalogue: Catalogue;
  readonly #newest = new Newest();
  selected = $state.raw<Selected>();
  detail = $state.raw<Loading<Detail>>(idle);
  /** Entities that are selected besides. */
  more = $state.raw<readonly string[]>([]);

  /** Everything that is selected, the first one first. */
  readonly ids = $derived<readonly string[]>(this.selected === undefined ? [] : [this.selected.id, ...this.more]);
  /** The selected entities. */
  readonly entities = $derived(this.selected?.kind === 'entity' ? this.ids : []);

  constructor(api: Api, catalogue: Catalogue) {
    this.#api = api;
    this.#catalogue = catalogue;
  }

  /** The id of the selected entity or relation. */
  get id(): string | undefined {
    return this.selected?.id;
  }

  selectEntity(id: string): void {
    if (this.selected?.kind === 'entity' && this.selected.id === id && this.detail.state === 'ready') {
      this.more = [];
      return;
    }
    this.#select({ kind: 'entity', id });
  }

  selectRelation(relation: { id: string; from: string; to: string }): void {
    if (this.selected?.id === relation.id && this.detail.state === 'ready') return;
    this.#select({ kind: 'relation', id: relation.id, from: relation.from, to: relation.to });
  }

  /** Adds an entity to the selection, or takes it out of it. */
  toggle(id: string): void {
    const { entities } = this;
    if (entities.length === 0) return this.selectEntity(id);
    if (!entities.includes(id)) {
      this.more = [...this.more, id];
      return;
    }
    const [first, ...others] = entities.filter((each) => each !== id);
    if (first === undefined) return this.clear();
    if (first !== this.id) this.selectEntity(first);
    this.more = others;
  }

  /** Asks again for what is selected. */
  retry(): void {
    if (this.selected) this.#select(this.selected);
  }

  clear(): void {
    this.#newest.stop();
    this.selected = undefined;
    this.more = [];
    this.detail = idle;
  }

  #select(selected: Selected): void {
    this.selected = selected;
    this.more = [];
    this.detail = loading;
    void this.#newest.run(
      (signal) => this.#load(selected, signal),
      (outcome) => (this.detail = outcome),
    );
  }

  async #load(selected: Selected, signal: AbortSignal): Promise<Detail> {
    const detail =
      selected.kind === 'entity' ? await this.#entity(selected.id, signal) : await this.#relation(selected, signal);
    await this.#catalogue.meet(mentionedIds(detail), signal);
    return detail;
  }

  async #entity(id: string, signal: AbortSignal): Promise<Detail> {
    const answer = await this.#api.entity(id, signal);
    this.#catalogue.learn([answer.node, ...answer.nodes]);
    const { node, relations, total, truncated } = answer;
    return { kind: 'entity', node, relations, total, truncated };
  }

  async #relation(selected: { id: string; from: string; to: string }, signal: AbortSignal): Promise<Detail> {
    const answer = await this.#api.subgraph([...new Set([selected.from, selected.to])], true, signal);
    this.#catalogue.learn(answer.nodes);
    const relation = answer.relations.find((candidate) => candidate.id === selected.id);
    if (relation === undefined) throw new Error(`The server no longer has the relation ${selected.id}.`);
    return { kind: 'relation', relation };
  }
}
