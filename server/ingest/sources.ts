// What evidence needs to know of its sources: how reliable they are, from when, and which rest on which.
import type { RawRecord } from './raw.ts';
import { listOf, textOf } from './raw.ts';
import type { OutsideEntity } from './known-ids.ts';

/** One source as evidence sees it. */
interface SourceFacts {
  readonly reliability: string;
  readonly date: string | undefined;
  readonly derivedFrom: readonly string[];
}

/** All sources by id. */
export type SourceBook = ReadonlyMap<string, SourceFacts>;

/** The book of a data set's own source records and of those it extends. */
export function sourceBook(records: readonly RawRecord[], outside: ReadonlyMap<string, OutsideEntity>): SourceBook {
  const book = new Map<string, SourceFacts>();
  for (const [id, entity] of outside) book.set(id, factsOf({ ...entity }));
  for (const record of records) book.set(textOf(record['id']) ?? '', factsOf(record));
  return book;
}

function factsOf(record: RawRecord): SourceFacts {
  return {
    reliability: textOf(record['reliability']) ?? 'F',
    date: textOf(record['date']),
    derivedFrom: listOf(record['derivedFrom']).filter((id) => typeof id === 'string'),
  };
}

/**
 * How many of the sources do not rest on another of them, directly or through others. Of sources that rest on each other
 * in a circle one counts.
 */
export function countIndependent(ids: readonly string[], book: SourceBook): number {
  const distinct = [...new Set(ids)].sort();
  if (distinct.length < 2) return distinct.length;
  const below = new Map(distinct.map((id) => [id, restsOn(id, book)]));
  const rests = (id: string, other: string) => below.get(id)?.has(other) === true;
  return distinct.filter(
    (id) => !distinct.some((other) => other !== id && rests(id, other) && (!rests(other, id) || other < id)),
  ).length;
}

function restsOn(id: string, book: SourceBook): Set<string> {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of book.get(next)?.derivedFrom ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}
