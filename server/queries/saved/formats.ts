// The formats in which the command line gives an answer: a table to read, and the files that the page exports, too.
import Table from 'cli-table3';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import type { QueryAnswer, SavedQuery } from '../../contract/shapes.ts';
import { csvOf } from '../../graph/answers/csv.ts';
import { jsonLinesOf } from '../../graph/answers/json-lines.ts';
import { cellText, sheetOf, type Sheet } from '../../graph/answers/sheet.ts';
import { xlsxOf } from '../../graph/answers/xlsx.ts';

/** Names of the formats. */
export const answerFormats = ['table', 'csv', 'json', 'jsonl', 'xlsx'] as const;
/** One of them. */
export type AnswerFormat = (typeof answerFormats)[number];

/** What is printed besides the answer: its query, and the language and width of the print. */
export interface Print {
  readonly query: Pick<SavedQuery, 'title' | 'columns'>;
  readonly vocabulary: Vocabulary;
  readonly lang: string;
  /** Letters that a line may have; 120 where it is not said. */
  readonly width?: number;
}

const padding = 2;
const longestWord = 24;

/** An answer in a format: text, without a line break at its end, or the bytes of a workbook. */
export async function formatAnswer(
  answer: QueryAnswer,
  format: AnswerFormat,
  print: Print,
): Promise<string | Uint8Array> {
  if (format === 'json') return JSON.stringify(answer, null, 2);
  if (format === 'jsonl') return jsonLinesOf(answer).trimEnd();
  const { columns, title } = print.query;
  const sheet = sheetOf(answer, { columns, vocabulary: print.vocabulary, lang: print.lang });
  if (format === 'xlsx') return xlsxOf(sheet, title[print.lang] ?? title['en'] ?? '');
  if (format === 'csv') return csvOf(sheet).trimEnd();
  const drawn = drawTable(sheet, print.width ?? 120);
  return answer.truncated ? `${drawn}\nThese are the first ${answer.rows.length} rows; there are more.` : drawn;
}

function drawTable(sheet: Sheet, width: number): string {
  const short = (line: readonly string[]) => line.filter((_, index) => sheet.details[index] !== true).map(printable);
  const [head, rows] = [short(sheet.headings), sheet.rows.map((row) => short(row.map(cellText)))];
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
