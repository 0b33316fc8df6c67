// Types of the part of the package edtf that is used here: its parser; the package brings none.
declare module 'edtf' {
  /** A date, year or season: numbers from the largest unit down, months from 0; `unspecified` has two bits for each X of a month or day. */
  export interface ParsedDate {
    readonly type: 'Date' | 'Year' | 'Season';
    readonly values: readonly number[];
    readonly unspecified?: number;
  }
  /** An interval; null where an end is open or unknown. */
  export interface ParsedInterval {
    readonly type: 'Interval';
    readonly values: readonly [ParsedDate | null, ParsedDate | null];
  }
  /** Throws an Error where the text is no EDTF of that level. */
  export function parse(text: string, constraints: { level: 0 | 1 | 2 }): ParsedDate | ParsedInterval;
}
