// An answer as a sheet of plain cells, from which every file format is written.
import type { Json } from '../../../data/model/graph.ts';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import { nameIn } from '../sentences.ts';
import { headingOf, type Answer, type AnswerColumn } from './answer.ts';
import { partsOf, type CellContext } from './cells.ts';

/** A cell: nothing, a text, a number that is exact in a spreadsheet, a truth value, or an ISO day. */
export type SheetCell = null | string | number | boolean | { readonly day: string };
/** One row of cells. */
export type SheetRow = readonly SheetCell[];

/** An answer as cells. */
export interface Sheet {
  readonly headings: readonly string[];
  /** For each column whether it repeats the others as facts. */
  readonly details: readonly boolean[];
  readonly rows: readonly SheetRow[];
}

/** What a sheet is made with: the columns as their query describes them, and the language of its words. */
export interface SheetStyle {
  readonly columns: readonly AnswerColumn[];
  readonly vocabulary: Vocabulary;
  readonly lang: string;
}

/** Turns rows into cells, as many at a time as one likes. */
export interface SheetMaker {
  readonly headings: readonly string[];
  readonly details: readonly boolean[];
  readonly rowOf: (row: readonly Json[]) => SheetRow;
}

/** Spreadsheets keep fifteen digits. */
const largestExact = 999_999_999_999_999;

/** Prepares the reading of an answer's rows. */
export function sheetMaker(answer: Pick<Answer, 'columns' | 'graph'>, style: SheetStyle): SheetMaker {
  const known = new Map(style.columns.map((column) => [column.name, column]));
  const columns = answer.columns.map((name) => known.get(name));
  const names = new Map(answer.graph.nodes.map((node) => [node.id, nameIn(node, style.lang)]));
  const context: CellContext = {
    vocabulary: style.vocabulary,
    relations: new Map(answer.graph.relations.map((relation) => [relation.id, relation])),
    nameOf: (id) => names.get(id) ?? id,
    lang: style.lang,
    isPlain: true,
  };
  return {
    headings: answer.columns.map((name, at) => headingOf(name, columns[at], style.lang)),
    details: columns.map((column) => column?.detail === true),
    rowOf: (row) => row.map((value, at) => cellOf(value, columns[at], context)),
  };
}

/** The whole sheet of an answer. */
export function sheetOf(answer: Answer, style: SheetStyle): Sheet {
  const { headings, details, rowOf } = sheetMaker(answer, style);
  return { headings, details, rows: answer.rows.map(rowOf) };
}

/** A cell as a text; days as ISO writes them. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}

function cellOf(value: Json, column: AnswerColumn | undefined, context: CellContext): SheetCell {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Math.abs(value) <= largestExact ? value : String(value);
  if (typeof value === 'string' && isDay(value)) return { day: value };
  if (typeof value === 'object' && !Array.isArray(value) && value['$type'] === 'Date' && isDay(value['value']))
    return { day: value['value'] };
  const parts = partsOf(value, column, context);
  return parts.length === 0 ? null : parts.map(({ text }) => text).join('; ');
}

function isDay(value: Json | undefined): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
