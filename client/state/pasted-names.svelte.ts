// A list of names that was pasted: certain ones are taken, doubtful ones wait for a choice, unknown ones are said.
import type { z } from 'zod';
import type { resolveNames } from '../../server/contract/queries.ts';
import type { Api } from '../api/api.ts';
import { idle, loading, Newest, valueOf } from './loading.ts';
import type { Loading } from './loading.ts';
import type { NameLang } from './view.svelte.ts';

type Resolved = z.infer<typeof resolveNames.response>['names'][number];
/** An entity that a name may mean. */
export type Candidate = Resolved['candidates'][number];

const mostNames = 500;

/** The names in a pasted text: one a line, or separated by semicolons or tabs; each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/[\n\r\t;]+/).map((name) => name.replace(/^\s*[-•*]\s+/, '').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** One pasted list. */
export class PastedNames {
  readonly #api: Api;
  readonly #lang: () => NameLang;
  readonly #types: readonly string[];
  readonly #take: (candidates: readonly Candidate[]) => void;
  readonly #newest = new Newest();
  text = $state('');
  outcome = $state.raw<Loading<readonly Resolved[]>>(idle);
  /** Doubtful names that have been settled. */
  settled = $state.raw<ReadonlySet<string>>(new Set());

  readonly names = $derived(namesIn(this.text));
  readonly isTooMany = $derived(this.names.length > mostNames);
  readonly #resolved = $derived(valueOf(this.outcome) ?? []);
  readonly certain = $derived(this.#resolved.filter(({ outcome }) => outcome === 'certain'));
  readonly doubtful = $derived(
    this.#resolved.filter(({ outcome, name }) => outcome === 'doubtful' && !this.settled.has(name)),
  );
  readonly unknown = $derived(this.#resolved.filter(({ outcome }) => outcome === 'unknown'));

  /** @param take gets the entities that names mean, as they become certain */
  constructor(
    api: Api,
    lang: () => NameLang,
    types: readonly string[],
    take: (candidates: readonly Candidate[]) => void,
  ) {
    this.#api = api;
    this.#lang = lang;
    this.#types = types;
    this.#take = take;
  }

  /** Asks what the names mean, and takes what is certain. */
  async resolve(): Promise<void> {
    if (this.names.length === 0 || this.isTooMany) return;
    this.outcome = loading;
    this.settled = new Set();
    await this.#newest.run(
      (signal) => this.#api.resolveNames(this.names, [...this.#types], this.#lang(), signal),
      (outcome) => {
        this.outcome = outcome.state === 'ready' ? { state: 'ready', value: outcome.value.names } : outcome;
        this.#take(this.certain.flatMap(({ candidates }) => candidates.slice(0, 1)));
        if (outcome.state === 'ready') this.text = this.unknown.map(({ name }) => name).join('\n');
      },
    );
  }

  /** Settles a doubtful name: with the entity that it means, or with none. */
  settle(name: string, candidate: Candidate | undefined): void {
    this.settled = new Set([...this.settled, name]);
    if (candidate) this.#take([candidate]);
  }
}
