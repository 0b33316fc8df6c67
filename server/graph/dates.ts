// Dates for people: EDTF level 1 written out in a language, always in UTC.
import { phrase } from './phrases.ts';

const locales: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE', nl: 'nl-NL' };

function formatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[lang] ?? 'en-GB', { ...options, timeZone: 'UTC', calendar: 'gregory' });
}

/**
 * An EDTF date in words: `2026-01-23` → "23 January 2026", `2026-01/2026-06` → "January to June 2026",
 * `2026-01-23/..` → "since 23 January 2026", `2026~` → "about 2026". What it cannot read comes back as it is.
 */
export function dateInWords(edtf: string, lang: string): string {
  const text = edtf.trim();
  const parts = text.split('/');
  if (parts.length > 2) return text;
  const [from = '', to] = parts;
  return to === undefined ? singleDate(from, lang) : interval(from, to, lang);
}

function interval(from: string, to: string, lang: string): string {
  const open = (end: string) => end === '..' || end === '';
  if (open(from) && open(to)) return phrase(lang, 'undated');
  if (to === '..') return phrase(lang, 'since', singleDate(from, lang));
  if (to === '') return phrase(lang, 'endUnknown', singleDate(from, lang));
  if (from === '..') return phrase(lang, 'until', singleDate(to, lang));
  if (from === '') return phrase(lang, 'startUnknown', singleDate(to, lang));
  return phrase(lang, 'range', withoutSharedYear(from, to, lang), singleDate(to, lang));
}

/** The start of an interval: without its year where the end names the same one. */
function withoutSharedYear(from: string, to: string, lang: string): string {
  const start = calendarDate(from);
  const end = calendarDate(to);
  if (start?.month === undefined || end?.month === undefined || start.year !== end.year) return singleDate(from, lang);
  const dayOption = start.day === undefined ? {} : { day: 'numeric' as const };
  return formatter(lang, { ...dayOption, month: 'long' }).format(instant(start));
}

function singleDate(text: string, lang: string): string {
  const qualifier = /[?~%]$/.exec(text)?.[0];
  const plain = qualifier === undefined ? text : text.slice(0, -1);
  const words = unqualifiedDate(plain, lang) ?? plain;
  const approximate = qualifier === '~' || qualifier === '%' ? phrase(lang, 'about', words) : words;
  return qualifier === '?' || qualifier === '%' ? phrase(lang, 'uncertain', approximate) : approximate;
}

function unqualifiedDate(text: string, lang: string): string | undefined {
  const season = /^(-?\d{4})-(2[1-4])$/.exec(text);
  if (season) return phrase(lang, `season${season[2]}` as 'season21', season[1] ?? '');
  const decade = /^(\d{3})X$/.exec(text);
  if (decade) return phrase(lang, 'decade', `${decade[1]}0`);
  const dayUnknown = /^(-?\d{4}-\d{2})-XX$/.exec(text);
  if (dayUnknown) return phrase(lang, 'dayUnknown', unqualifiedDate(dayUnknown[1] ?? '', lang) ?? text);
  const monthUnknown = /^(-?\d{4})-XX(-XX)?$/.exec(text);
  if (monthUnknown) return phrase(lang, 'monthUnknown', monthUnknown[1] ?? '');
  const date = calendarDate(text);
  if (date === undefined) return undefined;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric' };
  if (date.month !== undefined) options.month = 'long';
  if (date.day !== undefined) options.day = 'numeric';
  if (date.year <= 0) options.era = 'short';
  return formatter(lang, options).format(instant(date));
}

interface CalendarDate {
  year: number;
  month?: number;
  day?: number;
}

function calendarDate(text: string): CalendarDate | undefined {
  const found = /^(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2})(?:T.*)?)?)?$/.exec(text.replace(/[?~%]$/, ''));
  if (!found) return undefined;
  const date: CalendarDate = { year: Number(found[1]) };
  if (found[2] !== undefined) date.month = Number(found[2]);
  if (found[3] !== undefined) date.day = Number(found[3]);
  const at = instant(date);
  return date.day !== undefined && at.getUTCDate() !== date.day ? undefined : at && date;
}

function instant(date: CalendarDate): Date {
  const at = new Date(0);
  at.setUTCFullYear(date.year, (date.month ?? 1) - 1, date.day ?? 1);
  return at;
}
