// Turns a record's evidence items into parallel lists and what follows from them.
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { isBefore, parseEdtf } from '../graph/edtf.ts';
import { isRecord, listOf, textOf } from './raw.ts';
import type { RawRecord } from './raw.ts';
import { countIndependent } from './sources.ts';
import type { SourceBook } from './sources.ts';
import type { StoredProperties, StoredValue } from './stored.ts';

/** Name of the list property that holds each key of an evidence item. */
const listNames = {
  source: 'sources',
  locator: 'locators',
  statement: 'statements',
  attributedTo: 'attributedTo',
  field: 'fields',
  value: 'values',
  certainty: 'certainties',
  quote: 'quotes',
  codedBy: 'codedBy',
  reviewedBy: 'reviewedBy',
  reviewedOn: 'reviewedOn',
} as const;

const listEntries = Object.entries(listNames);

/** The evidence properties of a record: parallel lists with '' where an item has nothing, and the values derived from them. */
export function evidenceProperties(raw: RawRecord, book: SourceBook, vocabulary: Vocabulary): StoredProperties {
  const items = listOf(raw['evidence']).filter(isRecord);
  const certainties = Object.keys(vocabulary.certainties);
  if (items.length === 0) return { ...emptyLists(), sourceCount: 0, certainty: certainties[0] ?? '', disputed: false };
  const lists: Record<string, string[]> = {};
  for (const [key, name] of listEntries) lists[name] = items.map((item) => textual(item[key]));
  const asOf = items.map((item) => textOf(item['asOf']) ?? book.get(textual(item['source']))?.date ?? '');
  const grades = items.map((item) => gradeOf(item, book));
  return {
    ...lists,
    asOf,
    grades,
    sourceCount: countIndependent(
      items.map((item) => textual(item['source'])),
      book,
    ),
    bestGrade: [...grades].sort()[0] ?? '',
    certainty: certainties.find((word) => items.some((item) => item['certainty'] === word)) ?? '',
    disputed: isDisputed(items),
    ...attested(asOf),
  };
}

function emptyLists(): Record<string, StoredValue> {
  return Object.fromEntries([...Object.values(listNames), 'asOf', 'grades'].map((name) => [name, []]));
}

/** The Admiralty grade: reliability of the source, then credibility of the statement. */
function gradeOf(item: RawRecord, book: SourceBook): string {
  return `${book.get(textual(item['source']))?.reliability ?? 'F'}${textual(item['credibility'])}`;
}

/** True where two items give one field values that differ. */
function isDisputed(items: readonly RawRecord[]): boolean {
  const said = new Map<string, string>();
  return items.some((item) => {
    const field = textOf(item['field']);
    if (field === undefined) return false;
    const value = textual(item['value']).normalize('NFC').trim();
    const before = said.get(field);
    if (before === undefined) said.set(field, value);
    return before !== undefined && before !== value;
  });
}

/** First and last day at which a source says it. */
function attested(asOf: readonly string[]): StoredProperties {
  const bounds = asOf.map((date) => parseEdtf(date)).filter((date) => date !== undefined);
  const firsts = bounds.flatMap(({ from, to }) => from ?? to ?? []).sort(byDay);
  const lasts = bounds.flatMap(({ from, to }) => to ?? from ?? []).sort(byDay);
  const [first, last] = [firsts[0], lasts.at(-1)];
  return first === undefined || last === undefined ? {} : { attestedFrom: day(first), attestedTo: day(last) };
}

function byDay(a: string, b: string): number {
  return isBefore(a, b) ? -1 : a === b ? 0 : 1;
}

/** A day as the database takes it. */
export function day(value: string): StoredValue {
  return { $type: 'Date', value };
}

function textual(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
