// The formats in which the command line prints an answer: a table, CSV, JSON.
import Table from 'cli-table3';
import { stringify } from 'csv-stringify/sync';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import type { QueryAnswer, SavedQuery } from '../../contract/shapes.ts';
import { textTable, type TextTable } from './cells.ts';

/** Names of the formats. */
export const answerFormats = ['table', 'csv', 'json'] as const;
/** One of them. */
export type AnswerFormat = (typeof answerFormats)[number];

/** What is printed besides the answer: its query, and the language and width of the print. */
export interface Print {
  readonly query: SavedQuery;
  readonly vocabulary: Vocabulary;
  readonly lang: string;
  /** Letters that a line may have; 120 where it is not said. */
  readonly width?: number;
}

const narrowestColumn = 8;

/** An answer in a format, without a line break at its end. */
export function formatAnswer(answer: QueryAnswer, format: AnswerFormat, print: Print): string {
  if (format === 'json') return JSON.stringify(answer, null, 2);
  const table = textTable(print.query, answer, print.vocabulary, print.lang);
  if (format === 'csv') return csvOf(table);
  const drawn = drawTable(table, print.width ?? 120);
  return answer.truncated ? `${drawn}\nThese are the first ${answer.rowLimit} rows; there are more.` : drawn;
}

/** A table as CSV (RFC 4180, CRLF) in which no cell is run as a formula: those that begin like one get an apostrophe. */
export function csvOf(table: TextTable): string {
  const lines = [table.headings, ...table.rows].map((line) => line.map(harmless));
  return stringify(lines, { record_delimiter: 'windows' }).trimEnd();
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}

function drawTable(table: TextTable, width: number): string {
  const drawn = new Table({
    head: table.headings,
    colWidths: columnWidths(table, width),
    wordWrap: true,
    style: { head: [], border: [] },
  });
  drawn.push(...table.rows.map((row) => row.map(printable)));
  return drawn.toString();
}

/** Widths that fit the line: what fits within an equal share is as wide as it is, the others share what is left. */
function columnWidths(table: TextTable, width: number): number[] {
  const wanted = table.headings.map(
    (heading, index) =>
      2 + Math.max(heading.length, ...table.rows.map((row) => Math.min(width, (row[index] ?? '').length))),
  );
  const room = width - wanted.length - 1;
  const share = Math.floor(room / wanted.length);
  const narrow = wanted.filter((columnWidth) => columnWidth <= share);
  const left = room - narrow.reduce((sum, columnWidth) => sum + columnWidth, 0);
  const wide = Math.max(narrowestColumn, Math.floor(left / Math.max(1, wanted.length - narrow.length)));
  return wanted.map((columnWidth) => (columnWidth <= share ? columnWidth : Math.min(columnWidth, wide)));
}

/** Control characters in data must not move the terminal's cursor. */
function printable(cell: string): string {
  return cell.replace(/\p{Cc}/gu, ' ');
}
