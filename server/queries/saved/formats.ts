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

const padding = 2;
const longestWord = 24;

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
  const short = (line: readonly string[]) => line.filter((_, index) => table.details[index] !== true).map(printable);
  const [head, rows] = [short(table.headings), table.rows.map(short)];
  const drawn = new Table({
    head,
    colWidths: columnWidths([head, ...rows], width),
    wordWrap: true,
    style: { head: [], border: [] },
  });
  drawn.push(...rows);
  return drawn.toString();
}

/**
 * Widths that fit a line of so many letters where that can be: each column has room for its longest word, and what is left
 * goes to those whose texts are longer, in proportion.
 */
function columnWidths(lines: readonly (readonly string[])[], width: number): number[] {
  const columns = (lines[0] ?? []).map((_, index) => lines.map((line) => line[index] ?? ''));
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));
  const least = columns.map(
    (texts) => padding + Math.min(longestWord, longest(texts.flatMap((text) => text.split(' ')))),
  );
  const wanting = columns.map((texts, index) => Math.max(0, padding + longest(texts) - (least[index] ?? 0)));
  const borders = columns.length + 1;
  const left = Math.max(0, width - borders - sum(least));
  const share = Math.min(1, left / Math.max(1, sum(wanting)));
  return least.map((columnWidth, index) => columnWidth + Math.floor((wanting[index] ?? 0) * share));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Control characters in data must not move the terminal's cursor. */
function printable(cell: string): string {
  return cell.replace(/\p{Cc}/gu, ' ');
}
