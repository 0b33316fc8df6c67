// A sheet as CSV (RFC 4180, CRLF) in which no cell is run as a formula.
import { stringify } from 'csv-stringify/browser/esm/sync';
import { cellText, type Sheet, type SheetCell } from './sheet.ts';

/** The whole file, headings first; texts that begin like a formula get an apostrophe before them. */
export function csvOf({ headings, rows }: Pick<Sheet, 'headings' | 'rows'>): string {
  return stringify([headings.map(harmless), ...rows.map((row) => row.map(csvCell))], { record_delimiter: 'windows' });
}

function csvCell(cell: SheetCell): string {
  return typeof cell === 'string' ? harmless(cell) : cellText(cell);
}

function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
}
