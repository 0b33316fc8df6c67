// An answer as JSON Lines: one object a row with a key for each column, values as the API sends them.
import type { Answer } from './answer.ts';

/** The whole file; what JSON cannot hold stays `{ $type, value }`, so that nothing is lost. */
export function jsonLinesOf({ columns, rows }: Pick<Answer, 'columns' | 'rows'>): string {
  return rows.map((row) => `${jsonLine(columns, row)}\n`).join('');
}

/** One row without its line break. */
export function jsonLine(columns: readonly string[], row: Answer['rows'][number]): string {
  return JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));
}
