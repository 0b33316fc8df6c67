// What the database holds of a data set, as plain values: one row for each entity and relation.
import { createHash } from 'node:crypto';
import type { DatasetRecord } from '../../data/model/records.ts';

/** A property as the database takes it; `{ $type: 'Date', value }` is a day. */
export type StoredValue =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | { readonly $type: 'Date'; readonly value: string };

/** Properties by name. */
export type StoredProperties = Readonly<Record<string, StoredValue>>;

/** An entity's row; `hash` covers all the rest, and is among the properties, too. */
export interface StoredEntity {
  readonly id: string;
  readonly type: string;
  readonly hash: string;
  readonly properties: StoredProperties;
}

/** A relation's row. */
export interface StoredRelation extends StoredEntity {
  readonly from: string;
  readonly to: string;
}

/** A data set that is in order and ready to be written. */
export interface Dataset {
  readonly record: DatasetRecord;
  /** Sorted by id. */
  readonly entities: readonly StoredEntity[];
  /** Sorted by both ends, then id. */
  readonly relations: readonly StoredRelation[];
  /** Hash of its record and all its entities and relations. */
  readonly hash: string;
}

/** SHA-256, in hexadecimal, of a row's content. */
export function rowHash(place: readonly string[], properties: StoredProperties): string {
  const hash = createHash('sha256').update(JSON.stringify(place));
  return hash.update(JSON.stringify(withSortedKeys(properties))).digest('hex');
}

/** The same map with its keys in one order, whatever order they came in. */
function withSortedKeys(map: object): object {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Hashed = Pick<StoredEntity, 'id' | 'hash'>;

/** Hash of a whole data set. */
export function datasetHash(record: DatasetRecord, entities: readonly Hashed[], relations: readonly Hashed[]): string {
  const hash = createHash('sha256').update(JSON.stringify(record, sortingKeys));
  for (const { id, hash: own } of [...entities, ...relations].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    hash.update(`\n${id} ${own}`);
  }
  return hash.digest('hex');
}

function sortingKeys(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? withSortedKeys(value) : value;
}
