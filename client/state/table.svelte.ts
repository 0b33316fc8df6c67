// Which rows of an answer the table shows and in what order: filtered by words, sorted by a column, without holding the page up.
import { headingOf } from '../../server/graph/answers/answer.ts';
import { partsOf } from '../../server/graph/answers/cells.ts';
import type { CellContext } from '../../server/graph/answers/cells.ts';
import type { QueryColumn } from '../../server/contract/shapes.ts';
import { filtered, folded, wordsIn } from '../answers/filter.ts';
import { comparerIn, sorted, sortKeyOf } from '../answers/order.ts';
import type { Direction } from '../answers/order.ts';
import type { Result } from './result.svelte.ts';

/** A column of the table. */
export interface TableColumn {
  readonly name: string;
  /** Its place in the rows. */
  readonly at: number;
  readonly known: QueryColumn | undefined;
  readonly heading: string;
}

/** The table of one result. */
export class Table {
  readonly #result: Result;
  readonly #context: () => CellContext | undefined;
  #texts: (string | undefined)[] = [];
  #textsFor = '';
  #wish = 0;
  #isBusy = false;
  sort = $state.raw<{ readonly column: number; readonly direction: Direction }>();
  text = $state('');
  /** The column that is filtered; all of them where it is not set. */
  column = $state<number>();
  /** Places of the rows that are shown; all in the order in which they came where it is not set. */
  order = $state.raw<readonly number[]>();
  isWorking = $state(false);

  readonly count = $derived.by(() => this.order?.length ?? this.#result.rows.length);
  readonly isFiltered = $derived(this.text.trim() !== '');
  readonly columns = $derived.by<TableColumn[]>(() => {
    const lang = this.#context()?.lang ?? 'en';
    const known = new Map(this.#result.question?.columns.map((column) => [column.name, column]));
    return this.#result.columns.map((name, at) => {
      const column = known.get(name);
      return { name, at, known: column, heading: headingOf(name, column, lang) };
    });
  });

  constructor(result: Result, context: () => CellContext | undefined) {
    this.#result = result;
    this.#context = context;
  }

  /** What the cells are read with. */
  get context(): CellContext | undefined {
    return this.#context();
  }

  /** The place in the answer of the row that stands here in the table. */
  placeAt(index: number): number | undefined {
    return this.order === undefined ? (index < this.#result.rows.length ? index : undefined) : this.order[index];
  }

  /** Where in the table a row of the answer stands; -1 where the filter leaves it out. */
  indexOf(place: number): number {
    return this.order === undefined ? place : this.order.indexOf(place);
  }

  /** The rows that are shown, in their order. */
  get shownRows(): Result['rows'] {
    const { rows } = this.#result;
    return this.order === undefined ? rows : this.order.flatMap((place) => (rows[place] ? [rows[place]] : []));
  }

  /** Sorts by a column: upwards, then downwards, then as the rows came. */
  sortBy(column: number): void {
    const { sort } = this;
    const isSame = sort?.column === column;
    this.sort = isSame && sort.direction === 'down' ? undefined : { column, direction: isSame ? 'down' : 'up' };
    void this.refresh();
  }

  /** Leaves the rows that hold all the words; all rows where there are none. */
  filter(text: string): void {
    this.text = text;
    if (!this.isFiltered) this.column = undefined;
    void this.refresh();
  }

  /** Looks for the words in one column, or in all of them. */
  setColumn(column: number | undefined): void {
    this.column = column;
    void this.refresh();
  }

  /** Starts over for another answer. */
  clear(): void {
    [this.sort, this.text, this.column, this.order] = [undefined, '', undefined, undefined];
    this.forget();
  }

  /** Forgets how the cells read, because they read otherwise now. */
  forget(): void {
    this.#texts = [];
  }

  /** Filters and sorts again; asked meanwhile, it goes on until it has done what was asked last. */
  async refresh(): Promise<void> {
    this.#wish += 1;
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.isWorking = this.sort !== undefined || this.isFiltered;
    for (let wish = 0; wish !== this.#wish;) {
      wish = this.#wish;
      const order = await this.#arranged();
      this.order = order;
    }
    this.#isBusy = false;
    this.isWorking = false;
  }

  async #arranged(): Promise<readonly number[] | undefined> {
    const context = this.#context();
    const words = wordsIn(this.text);
    if (context === undefined || (this.sort === undefined && words.length === 0)) return undefined;
    const { rows } = this.#result;
    const places = words.length === 0 ? rows.map((_, at) => at) : await this.#found(rows, words, context);
    if (this.sort === undefined) return places;
    const { column, direction } = this.sort;
    const known = this.columns[column]?.known;
    const keyOf = (place: number) => {
      const value = rows[place]?.[column] ?? null;
      return sortKeyOf(value, () => textOf(value, known, context));
    };
    return sorted(places, keyOf, direction, comparerIn(context.lang));
  }

  #found(rows: Result['rows'], words: readonly string[], context: CellContext): Promise<number[]> {
    const { column } = this;
    const columns = column === undefined ? this.columns : this.columns.filter(({ at }) => at === column);
    const textsFor = `${context.lang} ${column ?? ''}`;
    if (textsFor !== this.#textsFor) this.forget();
    this.#textsFor = textsFor;
    return filtered(rows.length, words, (place) => {
      const row = rows[place] ?? [];
      return (this.#texts[place] ??= folded(
        columns.map(({ at, known }) => textOf(row[at] ?? null, known, context)).join('\n'),
      ));
    });
  }
}

function textOf(value: Parameters<typeof partsOf>[0], column: QueryColumn | undefined, context: CellContext): string {
  return partsOf(value, column, context)
    .map(({ text }) => text)
    .join(', ');
}
