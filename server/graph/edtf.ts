// Reads dates as the data state them, EDTF level 1, and gives their widest bounds as days.
import { parse } from 'edtf';
import type { ParsedDate } from 'edtf';

/** The days that a date spans at most; `from` and `to` are ISO days, missing where the end is open or unknown. */
export interface DateBounds {
  readonly from?: string;
  readonly to?: string;
  /** True where the end is stated to be open (`2026-01-23/..`). */
  readonly open: boolean;
}

/** What a text was read as: bounds, or why it has none. */
export type ReadDate =
  | { readonly kind: 'bounds'; readonly bounds: DateBounds }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'end-before-start' };

const read = new Map<string, ReadDate>();
const keepAtMost = 10_000;

/**
 * The bounds of an EDTF level 1 date; undefined where the text is none, or its end lies before its start.
 * See https://www.loc.gov/standards/datetime/.
 */
export function parseEdtf(text: string): DateBounds | undefined {
  const date = readEdtf(text);
  return date.kind === 'bounds' ? date.bounds : undefined;
}

/** As {@link parseEdtf}, telling what is wrong. */
export function readEdtf(text: string): ReadDate {
  const known = read.get(text);
  if (known !== undefined) return known;
  const date = readAnew(text);
  if (read.size < keepAtMost) read.set(text, date);
  return date;
}

function readAnew(text: string): ReadDate {
  const parts = text.split('/');
  const [first = '', second] = parts;
  const start = boundsOf(first);
  const end = second === undefined ? start : boundsOf(second);
  if (parts.length > 2 || start === undefined || end === undefined) return { kind: 'malformed' };
  if (second === undefined)
    return start.from === undefined ? { kind: 'malformed' } : found(start.from, start.to, false);
  if (!isLevelOne(text) || (start.from === undefined && end.to === undefined)) return { kind: 'malformed' };
  if (start.from !== undefined && end.to !== undefined && isBefore(end.to, start.from)) {
    return { kind: 'end-before-start' };
  }
  return found(start.from, end.to, second === '..');
}

function found(from: string | undefined, to: string | undefined, open: boolean): ReadDate {
  const bounds = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), open };
  return { kind: 'bounds', bounds };
}

/** Bounds of one end; an open or unknown one has none. */
function boundsOf(text: string): { from?: string; to?: string } | undefined {
  if (text === '' || text === '..') return {};
  const date = parsed(text);
  if (date === undefined || date.type === 'Interval') return undefined;
  if (date.type === 'Season') return seasonBounds(date);
  return dateBounds(date);
}

function parsed(text: string) {
  try {
    return parse(text, { level: 1 });
  } catch {
    return undefined;
  }
}

function isLevelOne(text: string): boolean {
  return parsed(text) !== undefined;
}

function dateBounds({ values, unspecified = 0 }: ParsedDate): { from: string; to: string } | undefined {
  const [year = 0, month, day] = values;
  const yearsMore = unspecified & 1 ? 9999 : unspecified & 4 ? 99 : unspecified & 8 ? 9 : 0;
  const anyMonth = month === undefined || (unspecified & 0b110000) !== 0;
  const anyDay = day === undefined || (unspecified & 0b11000000) !== 0;
  const [firstMonth, lastMonth] = anyMonth ? [0, 11] : [month, month];
  const firstYear = year < 0 ? year - yearsMore : year;
  const lastYear = year < 0 ? year : year + yearsMore;
  const [firstDay, lastDay] = anyMonth || anyDay ? [1, daysIn(lastYear, lastMonth)] : [day, day];
  // The grammar lets 29 February pass in every year.
  if (lastDay > daysIn(lastYear, lastMonth)) return undefined;
  return { from: isoDay(firstYear, firstMonth, firstDay), to: isoDay(lastYear, lastMonth, lastDay) };
}

/**
 * A season without hemisphere or calendar is taken as the northern one, with the earlier of its meteorological and
 * astronomical starts and the later of their ends; a winter is that of the turn of either year.
 */
function seasonBounds({ values: [year = 0, season] }: ParsedDate): { from: string; to: string } | undefined {
  switch (season) {
    case 21:
      return { from: isoDay(year, 2, 1), to: isoDay(year, 5, 21) };
    case 22:
      return { from: isoDay(year, 5, 1), to: isoDay(year, 8, 23) };
    case 23:
      return { from: isoDay(year, 8, 1), to: isoDay(year, 11, 22) };
    case 24:
      return { from: isoDay(year, 0, 1), to: isoDay(year + 1, 2, 21) };
    default:
      return undefined;
  }
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 31;
}

function isoDay(year: number, month: number, day: number): string {
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${two(month + 1)}-${two(day)}`;
}

/** True where one ISO day lies before another, years before 0 and after 9999 included. */
export function isBefore(day: string, other: string): boolean {
  const [year, rest] = yearAndRest(day);
  const [otherYear, otherRest] = yearAndRest(other);
  return year === otherYear ? rest < otherRest : year < otherYear;
}

function yearAndRest(day: string): [number, string] {
  const at = day.length - 6;
  return [Number(day.slice(0, at)), day.slice(at)];
}
