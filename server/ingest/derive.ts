// Makes the rows of the database from records that are in order: own properties, evidence lists, everything derived.
import { nameProperty, relationId } from '../../data/model/records.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { parseEdtf } from '../graph/edtf.ts';
import { compare } from './faults.ts';
import { day, evidenceProperties } from './evidence-lists.ts';
import { listOf, textOf } from './raw.ts';
import type { RawRecord } from './raw.ts';
import type { SourceBook } from './sources.ts';
import { rowHash } from './stored.ts';
import type { StoredEntity, StoredProperties, StoredRelation, StoredValue } from './stored.ts';

/** What a record needs beside itself to become a row. */
export interface Surroundings {
  readonly dataset: string;
  readonly vocabulary: Vocabulary;
  readonly sources: SourceBook;
}

const notProperties = new Set(['type', 'evidence', 'from', 'to', 'key']);

/** The rows of entities, sorted by id. */
export function entityRows(records: readonly RawRecord[], around: Surroundings): StoredEntity[] {
  return records.map((raw) => entityRow(raw, around)).sort((a, b) => compare(a.id, b.id));
}

/** The rows of relations, sorted by both ends, then id: an order in which two writers do not lock each other out. */
export function relationRows(records: readonly RawRecord[], around: Surroundings): StoredRelation[] {
  return records
    .map((raw) => relationRow(raw, around))
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.id, b.id));
}

function entityRow(raw: RawRecord, around: Surroundings): StoredEntity {
  const [id, type] = [textOf(raw['id']) ?? '', textOf(raw['type']) ?? ''];
  const properties = {
    ...rowProperties(raw, around),
    id,
    allNames: allNames(raw, around.vocabulary),
    ...firmness(raw, around.vocabulary),
  };
  const hash = rowHash([type], properties);
  return { id, type, hash, properties: { ...properties, hash } };
}

function relationRow(raw: RawRecord, around: Surroundings): StoredRelation {
  const [from, to, type] = [textOf(raw['from']) ?? '', textOf(raw['to']) ?? '', textOf(raw['type']) ?? ''];
  const id = relationId({ from, type, to, key: textOf(raw['key']) });
  const properties = { ...rowProperties(raw, around), id };
  const hash = rowHash([type, from, to], properties);
  return { id, type, from, to, hash, properties: { ...properties, hash } };
}

function rowProperties(raw: RawRecord, { dataset, vocabulary, sources }: Surroundings): StoredProperties {
  const own: Record<string, StoredValue> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (!notProperties.has(key) && isStored(value)) own[key] = value;
  }
  return { ...own, dataset, ...dateProperties(textOf(raw['date'])), ...evidenceProperties(raw, sources, vocabulary) };
}

function isStored(value: unknown): value is string | number | boolean | (string | number | boolean)[] {
  if (Array.isArray(value)) return value.every((item) => isStored(item) && !Array.isArray(item));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function dateProperties(date: string | undefined): StoredProperties {
  const bounds = date === undefined ? undefined : parseEdtf(date);
  if (bounds === undefined) return {};
  return {
    ...(bounds.from === undefined ? {} : { dateFrom: day(bounds.from) }),
    ...(bounds.to === undefined ? {} : { dateTo: day(bounds.to) }),
    dateOpen: bounds.open,
  };
}

/** Every name, short name and alias in every language, each once. */
function allNames(raw: RawRecord, vocabulary: Vocabulary): string[] {
  const names = ['name', 'shortName', ...vocabulary.languages.map(nameProperty)].map((key) => textOf(raw[key]));
  const aliases = listOf(raw['aliases']).map(textOf);
  return [...new Set([...names, ...aliases].filter((name) => name !== undefined))];
}

/** Where a record has a property that the vocabulary ranks as a modality: its rank. */
function firmness(raw: RawRecord, vocabulary: Vocabulary): StoredProperties {
  const modality = textOf(raw['modality']);
  const rank = modality === undefined ? undefined : vocabulary.modalities[modality]?.firmness;
  return rank === undefined ? {} : { firmness: rank };
}
