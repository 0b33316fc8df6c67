// Sorting an answer's rows by one column, in short stretches: numbers as numbers, texts as the language sorts them.
import type { Json } from '../../data/model/graph.ts';
import { Pace } from './pace.ts';

/** What a cell is sorted by: numbers before texts, nothing always last. */
export type SortKey = number | bigint | string | undefined;
export type Direction = 'up' | 'down';

/** The key of a value; `text` is how it reads. */
export function sortKeyOf(value: Json, text: () => string): SortKey {
  if (value === null || value === '') return undefined;
  if (typeof value === 'number') return value;
  if (Array.isArray(value))
    return value.length === 1 ? sortKeyOf(value[0] ?? null, text) : value.length === 0 ? undefined : text();
  if (typeof value === 'object') {
    const { $type, value: inner } = value;
    if ($type === 'Integer' && typeof inner === 'string' && /^-?\d+$/.test(inner)) return BigInt(inner);
    if ($type === 'Date' && typeof inner === 'string') return inner;
  }
  return text();
}

/** Compares two keys that are there; numbers come before texts. */
export function comparerIn(lang: string): (one: SortKey, other: SortKey) => number {
  const { compare } = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
  return (one, other) => {
    if (typeof one === 'string') return typeof other === 'string' ? compare(one, other) : 1;
    if (typeof other === 'string') return -1;
    return (one ?? 0) < (other ?? 0) ? -1 : (one ?? 0) > (other ?? 0) ? 1 : 0;
  };
}

/**
 * The places of rows in order: equal keys stay as they came, in both directions, and rows without a key stand last.
 *
 * @param places rows to sort, in the order in which they came
 */
export async function sorted(
  places: readonly number[],
  keyOf: (place: number) => SortKey,
  direction: Direction,
  compare: (one: SortKey, other: SortKey) => number,
): Promise<number[]> {
  const pace = new Pace();
  const keyed: { place: number; key: SortKey }[] = [];
  const keyless: number[] = [];
  for (const place of places) {
    const key = keyOf(place);
    if (key === undefined) keyless.push(place);
    else keyed.push({ place, key });
    await pace.rest();
  }
  const sign = direction === 'up' ? 1 : -1;
  const merged = await mergeSorted(keyed, (one, other) => sign * compare(one.key, other.key), pace);
  return [...merged.map(({ place }) => place), ...keyless];
}

const runLength = 256;

/** Sorts short runs and merges them pairwise; stable. */
async function mergeSorted<T>(items: readonly T[], compare: (a: T, b: T) => number, pace: Pace): Promise<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += runLength) {
    runs.push(items.slice(at, at + runLength).sort(compare));
    await pace.rest();
  }
  while (runs.length > 1) {
    const next: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      next.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], compare, pace));
    runs = next;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  one: readonly T[],
  other: readonly T[],
  compare: (a: T, b: T) => number,
  pace: Pace,
): Promise<T[]> {
  const out: T[] = [];
  let [at, beside] = [0, 0];
  while (at < one.length && beside < other.length) {
    const [left, right] = [one[at] as T, other[beside] as T]; // Both places are within the arrays.
    if (compare(left, right) <= 0) (out.push(left), at++);
    else (out.push(right), beside++);
    if (out.length % 512 === 0) await pace.rest();
  }
  return out.concat(one.slice(at), other.slice(beside));
}
