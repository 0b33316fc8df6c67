// Free Cypher: its text, the values of its parameters, what the database would do with it, and the runs of before.
import type { Json } from '../../data/model/graph.ts';
import type { CypherPlan, CypherWords } from '../../server/contract/cypher.ts';
import { usedParameters } from '../../server/contract/used-parameters.ts';
import type { Api } from '../api/api.ts';
import type { ApiError } from '../api/api-error.ts';
import type { Fault } from '../editor/fault.ts';
import { linkToFree } from './free-link.ts';
import { FreeRuns } from './free-runs.svelte.ts';
import { rowLimits, timeLimitsMs, withoutFrontMatter } from './free-request.ts';
import type { FreeRequest } from './free-request.ts';
import { idle, Newest } from './loading.ts';
import type { Loading } from './loading.ts';
import { recallText, remember } from './memory.ts';
import { textOfValue, valueOfText } from './parameter-text.ts';
import type { Result } from './result.svelte.ts';

/** After so long without a letter the text is checked. */
const restMs = 350;

/** What a text came to when it was checked. */
interface Planned {
  readonly text: string;
  readonly plan: CypherPlan;
}

/** The editor's query. */
export class FreeQuery {
  readonly #api: Api;
  readonly runs: FreeRuns;
  readonly #whenRun: (link: string) => void;
  readonly #planning = new Newest();
  readonly #copying = new Newest();
  #timer: ReturnType<typeof setTimeout> | undefined;
  isOpen = $state(false);
  text = $state(recallText('cypher') ?? '');
  /** Values as they are typed, by name; of parameters that are no longer used, too, should they come back. */
  typed = $state<Record<string, string>>({});
  rowLimit = $state<number>(rowLimits[1]);
  timeoutMs = $state<number>(timeLimitsMs[0]);
  isChecking = $state(false);
  planned = $state.raw<Planned>();
  /** Why the text could not be checked, where it could not. */
  checkError = $state.raw<ApiError>();
  words = $state.raw<Loading<CypherWords>>(idle);

  readonly parameters = $derived(usedParameters(this.text).map(({ name }) => name));
  readonly missing = $derived(this.parameters.filter((name) => valueOfText(this.typed[name] ?? '') === undefined));
  readonly isBlank = $derived(this.text.trim() === '');
  /** Faults and warnings of the newest checked text. */
  readonly faults = $derived(this.planned && !this.isBlank ? faultsOf(this.planned.plan) : []);
  readonly errors = $derived(this.faults.filter(({ severity }) => severity === 'error'));
  readonly warnings = $derived(this.faults.filter(({ severity }) => severity === 'warning'));
  readonly canRun = $derived(!this.isBlank && this.missing.length === 0);
  readonly request = $derived<FreeRequest>({
    query: this.text,
    parameters: this.#values(),
    rowLimit: this.rowLimit,
    timeoutMs: this.timeoutMs,
  });

  /** @param whenRun told of the link of each query that is about to run */
  constructor(api: Api, result: Result, whenRun: (link: string) => void) {
    this.#api = api;
    this.#whenRun = whenRun;
    this.runs = new FreeRuns(api, result);
  }

  /** Shows the editor, with another text where one is given. */
  open(text?: string, typed: Readonly<Record<string, string>> = {}): void {
    this.isOpen = true;
    if (this.words.state !== 'ready') this.#loadWords();
    if (text === undefined) return void this.#check();
    this.text = text;
    this.typed = { ...this.typed, ...typed };
    this.#later();
  }

  /** Opens the editor with a query and its values; nothing runs. */
  openWith(query: string, parameters: Readonly<Record<string, Json>>): void {
    this.open(query, Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, textOfValue(value)])));
  }

  close(): void {
    this.isOpen = false;
  }

  write(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.#later();
  }

  fill(name: string, typed: string): void {
    this.typed[name] = typed;
    this.#later();
  }

  /** Runs the query, unless values are missing. */
  async run(): Promise<void> {
    if (!this.canRun) return;
    this.#whenRun(linkToFree(this.request));
    await this.runs.run(this.request, this.typedInUse());
  }

  /** Opens the editor with the Cypher of a saved query and values for its parameters. */
  async copy(id: string, parameters: Readonly<Record<string, Json>> = {}): Promise<void> {
    await this.#copying.run(
      (signal) => this.#api.query(id, signal),
      (outcome) => {
        if (outcome.state === 'ready') this.openWith(withoutFrontMatter(outcome.value.text), parameters);
        else if (outcome.state === 'failed') this.checkError = outcome.error;
      },
    );
  }

  /** The values that are filled in, as they are typed, of the parameters in use. */
  typedInUse(): Record<string, string> {
    return Object.fromEntries(this.parameters.map((name) => [name, this.typed[name] ?? '']));
  }

  #values(): Record<string, Json> {
    const filled = this.parameters.flatMap((name) => {
      const value = valueOfText(this.typed[name] ?? '');
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(filled);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), restMs);
  }

  async #check(): Promise<void> {
    clearTimeout(this.#timer);
    const { text } = this;
    remember('cypher', text);
    if (this.isBlank) return this.#forgetPlan();
    this.isChecking = true;
    await this.#planning.run(
      (signal) => this.#api.planCypher(text, this.#values(), signal),
      (outcome) => {
        this.isChecking = false;
        this.checkError = outcome.state === 'failed' ? outcome.error : undefined;
        this.planned = outcome.state === 'ready' ? { text, plan: outcome.value } : undefined;
      },
    );
  }

  #forgetPlan(): void {
    this.#planning.stop();
    this.isChecking = false;
    this.planned = undefined;
    this.checkError = undefined;
  }

  #loadWords(): void {
    void new Newest().run(
      (signal) => this.#api.cypherWords(signal),
      (outcome) => (this.words = outcome),
    );
  }
}

function faultsOf(plan: CypherPlan): Fault[] {
  const errors = plan.faults.map(({ message, place }) => faultOf('error', message, place));
  return [...errors, ...plan.warnings.map(({ message, place }) => faultOf('warning', message, place))];
}

function faultOf(severity: Fault['severity'], message: string, place: Fault['place'] | undefined): Fault {
  return { severity, message, ...(place === undefined ? {} : { place }) };
}
