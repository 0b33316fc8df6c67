// The answer of a query as it comes: rows and network grow, the time runs, and it ends, fails or is stopped.
import type { Graph, GraphNode, GraphRelation, Json } from '../../data/model/graph.ts';
import type { AnswerLine, QueryColumn, SavedQuery } from '../../server/contract/shapes.ts';
import { idsIn } from '../answers/references.ts';
import type { ApiError } from '../api/api-error.ts';
import { idle, Newest } from './loading.ts';

/** What was asked, as far as the answer's panel tells it. */
export interface Question {
  readonly title: Readonly<Record<string, string>>;
  /** Headings and words of the columns; none for a free query. */
  readonly columns: readonly QueryColumn[];
  readonly show: SavedQuery['show'];
  /** Name of exported files, without ending. */
  readonly name: string;
  /** The part of the page's address that asks it again, `#` included. */
  readonly link?: string;
}

/** What an answer says at its end. */
export type AnswerEnd = Extract<AnswerLine, { end: unknown }>['end'];
/** Asks, and hands on the lines of the answer. */
export type Request = (onLine: (line: AnswerLine) => void, signal: AbortSignal) => Promise<void>;
/** How far the answer has come. */
export type Progress =
  | { readonly state: 'idle' | 'running' | 'stopped' }
  | { readonly state: 'done'; readonly end: AnswerEnd }
  | { readonly state: 'failed'; readonly error: ApiError };

const showEveryMs = 80;
const nothing: Graph = { nodes: [], relations: [] };

/** One answer at a time; a newer question ends the older. */
export class Result {
  readonly #newest = new Newest();
  readonly #onGrown: (nodes: readonly GraphNode[]) => void;
  #request: Request | undefined;
  #startedAt = 0;
  #clock: ReturnType<typeof setInterval> | undefined;
  #shownAt = 0;
  #rows: Json[][] = [];
  #nodes: GraphNode[] = [];
  #relations: GraphRelation[] = [];
  #places = new Map<string, number[]>();
  #end: AnswerEnd | undefined;
  question = $state.raw<Question>();
  progress = $state.raw<Progress>(idle);
  columns = $state.raw<readonly string[]>([]);
  rows = $state.raw<readonly (readonly Json[])[]>([]);
  graph = $state.raw<Graph>(nothing);
  elapsedMs = $state(0);
  /** The row that is selected, by its place in the answer. */
  row = $state<number>();

  readonly isRunning = $derived(this.progress.state === 'running');
  readonly isOpen = $derived(this.progress.state !== 'idle');
  readonly relations = $derived(new Map(this.graph.relations.map((relation) => [relation.id, relation])));
  /** What the answer says of itself at its end, as it stands in its JSON. */
  readonly facts = $derived.by<Record<string, Json>>(() => {
    if (this.progress.state !== 'done') return {};
    const { truncated, truncatedBy, rowLimit, durationMs } = this.progress.end;
    return { truncated, ...(truncatedBy ? { truncatedBy } : {}), rowLimit, durationMs };
  });
  /** Ids of what the selected row names. */
  readonly rowIds = $derived.by<readonly string[]>(() => {
    const row = this.row === undefined ? undefined : this.rows[this.row];
    return row === undefined ? [] : row.flatMap((value) => idsIn(value));
  });

  /** @param onGrown told of the entities that came since it was last told */
  constructor(onGrown: (nodes: readonly GraphNode[]) => void) {
    this.#onGrown = onGrown;
  }

  /** Asks; what is there of an older answer goes. */
  async ask(question: Question, request: Request): Promise<void> {
    this.#begin(question, request);
    await this.#newest.run(
      (signal) =>
        // Lines that were read before the query was ended may still be handed on.
        request((line) => !signal.aborted && this.#take(line), signal),
      (outcome) => {
        this.#finish();
        this.progress =
          outcome.state === 'failed'
            ? outcome
            : this.#end === undefined
              ? { state: 'stopped' }
              : { state: 'done', end: this.#end };
      },
    );
  }

  /** Asks the same again. */
  async again(): Promise<void> {
    if (this.question && this.#request) await this.ask(this.question, this.#request);
  }

  /** Ends the query; the rows that have come stay. */
  stop(): void {
    if (!this.isRunning) return;
    this.#newest.stop();
    this.#finish();
    this.progress = { state: 'stopped' };
  }

  /** Ends the query and forgets the answer. */
  close(): void {
    this.#newest.stop();
    this.#clear();
    this.#finish();
    this.question = undefined;
    this.progress = idle;
  }

  /** The rows that name an entity or relation. */
  placesOf(id: string): readonly number[] {
    return this.rows.length === 0 ? [] : (this.#places.get(id) ?? []);
  }

  #begin(question: Question, request: Request): void {
    this.#newest.stop();
    this.#clear();
    this.#show();
    this.#request = request;
    this.question = question;
    this.progress = { state: 'running' };
    this.#startedAt = performance.now();
    this.elapsedMs = 0;
    clearInterval(this.#clock);
    this.#clock = setInterval(() => (this.elapsedMs = performance.now() - this.#startedAt), 100);
  }

  #take(line: AnswerLine): void {
    if ('columns' in line) this.columns = line.columns;
    else if ('end' in line) this.#end = line.end;
    else if ('rows' in line) {
      this.#note(line.rows);
      this.#rows.push(...line.rows);
      this.#nodes.push(...line.graph.nodes);
      this.#relations.push(...line.graph.relations);
      if (this.#shownAt === 0 || performance.now() - this.#shownAt > showEveryMs) this.#show();
    }
  }

  #note(rows: readonly (readonly Json[])[]): void {
    rows.forEach((row, at) => {
      for (const id of new Set(row.flatMap((value) => idsIn(value)))) {
        const places = this.#places.get(id);
        if (places) places.push(this.#rows.length + at);
        else this.#places.set(id, [this.#rows.length + at]);
      }
    });
  }

  /** Makes what has come visible. */
  #show(): void {
    this.#shownAt = this.#rows.length === 0 ? 0 : performance.now();
    const come = this.#nodes.slice(this.graph.nodes.length);
    if (this.#nodes.length !== this.graph.nodes.length || this.#relations.length !== this.graph.relations.length)
      this.graph = { nodes: [...this.#nodes], relations: [...this.#relations] };
    this.rows = [...this.#rows];
    this.#onGrown(come);
  }

  #finish(): void {
    clearInterval(this.#clock);
    if (this.#startedAt > 0) this.elapsedMs = performance.now() - this.#startedAt;
    this.#show();
  }

  #clear(): void {
    [this.#rows, this.#nodes, this.#relations, this.#end] = [[], [], [], undefined];
    this.#places = new Map();
    this.graph = nothing;
    this.columns = [];
    this.row = undefined;
  }
}
