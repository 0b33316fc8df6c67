// Checks the records of one file by themselves: shape, words, dates; what they refer to is checked elsewhere.
import { datasetRecordSchema } from '../../data/model/records.ts';
import type { RelationDefinition, TypeDefinition, Vocabulary } from '../../data/model/vocabulary.ts';
import { dateIssues } from './date-issues.ts';
import { shown } from './faults.ts';
import type { Issue, Path } from './faults.ts';
import type { FileRole } from './folder.ts';
import { didYouMean } from './nearest.ts';
import { plainIssues } from './plain.ts';
import { isRecord, listOf } from './raw.ts';
import type { RawRecord } from './raw.ts';
import { RecordSchemas } from './record-schemas.ts';
import { schemaIssues } from './schema-issues.ts';

/** A record with its place in its file and its definition, where its type is known. */
export interface ReadRecord {
  readonly path: Path;
  readonly raw: RawRecord;
  readonly definition: TypeDefinition | RelationDefinition | undefined;
}

/** The records of a file and what is wrong with them. */
export interface CheckedFile {
  readonly records: ReadRecord[];
  readonly issues: Issue[];
}

/** Checks files of one vocabulary; the schemas are built once. */
export class RecordChecker {
  readonly #vocabulary: Vocabulary;
  readonly #schemas: RecordSchemas;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#schemas = new RecordSchemas(vocabulary);
  }

  /** Checks the whole value of a file with that role. */
  check(role: FileRole, value: unknown): CheckedFile {
    if (role === 'dataset') return this.#checkDataset(value);
    if (!Array.isArray(value)) {
      const message = 'The file must be a list of records, each of which begins with "- ".';
      return { records: [], issues: [{ path: [], at: 'value', code: 'wrong-value', message }] };
    }
    const parts = value.map((raw: unknown, index) => this.#checkRecord(role, raw, [index]));
    return { records: parts.flatMap((part) => part.records), issues: parts.flatMap((part) => part.issues) };
  }

  #checkDataset(value: unknown): CheckedFile {
    const issues = merged(plainIssues(value, []), schemaIssues(datasetRecordSchema, value, []));
    return { records: isRecord(value) ? [{ path: [], raw: value, definition: undefined }] : [], issues };
  }

  #checkRecord(role: FileRole, raw: unknown, path: Path): CheckedFile {
    if (!isRecord(raw)) {
      const message = `A record must be a map of keys and values, not ${shown(raw)}.`;
      return { records: [], issues: [{ path, at: 'value', code: 'wrong-value', message }] };
    }
    const misplaced = this.#misplaced(role, raw, path);
    if (misplaced !== undefined) return { records: [{ path, raw, definition: undefined }], issues: [misplaced] };
    const definition = this.#schemas.definition(role, raw['type']);
    const found = [
      ...this.#typeIssues(role, raw, path),
      ...schemaIssues(this.#schemas.for(role, raw['type']), raw, path),
    ];
    const issues = merged(
      plainIssues(raw, path),
      found,
      dateIssues(raw, definition, this.#vocabulary, path),
      ownIssues(raw, path),
    );
    return { records: [{ path, raw, definition }], issues };
  }

  /** A record that stands in a file of another kind: only that is told of it. */
  #misplaced(role: FileRole, raw: RawRecord, path: Path): Issue | undefined {
    const isRelation = 'from' in raw && 'to' in raw && !('id' in raw);
    const isEntity = 'id' in raw && !('from' in raw) && !('to' in raw);
    const structural = this.#vocabulary.types[String(raw['type'])]?.structural === true;
    const place = (where: string): Issue => {
      const message = `This record does not belong into this file. Move it to ${where}.`;
      return { path, at: 'value', code: 'wrong-place', message };
    };
    if (role !== 'relations' && isRelation) return place('a file in relations/');
    if (role === 'relations' && isEntity) return place(structural ? 'sources.yaml' : 'a file in entities/');
    if (role === 'entities' && structural) return place('sources.yaml');
    const known = this.#schemas.definition(role, raw['type']) !== undefined;
    return role === 'sources' && known && !structural ? place('a file in entities/') : undefined;
  }

  #typeIssues(role: FileRole, raw: RawRecord, path: Path): Issue[] {
    const type = raw['type'];
    if (typeof type !== 'string' || type === '' || this.#schemas.definition(role, type) !== undefined) return [];
    const list = role === 'relations' ? this.#vocabulary.relations : this.#vocabulary.types;
    const names = Object.keys(list);
    const what = role === 'relations' ? 'relation' : 'type';
    const message = `There is no ${what} ${shown(type)}.${didYouMean(type, names)} Write one of: ${names.join(', ')}.`;
    return [{ path: [...path, 'type'], at: 'value', code: `unknown-${what}`, message }];
  }
}

/** Things that one key says against another of the same record. */
function ownIssues(raw: RawRecord, path: Path): Issue[] {
  const issues: Issue[] = [];
  listOf(raw['notStated']).forEach((key, index) => {
    if (typeof key !== 'string' || !Object.hasOwn(raw, key)) return;
    const message = `${shown(key)} is said not to be stated, but the record has it. Remove one of the two.`;
    issues.push({ path: [...path, 'notStated', index], at: 'value', code: 'stated-after-all', message });
  });
  listOf(raw['evidence']).forEach((item, index) => {
    if (!isRecord(item) || 'field' in item === 'value' in item) return;
    const [has, lacks] = 'field' in item ? ['field', 'value'] : ['value', 'field'];
    const message = `An evidence item with "${has}" needs "${lacks}", too. Add it, or remove "${has}".`;
    issues.push({ path: [...path, 'evidence', index, has], at: 'key', code: `${has}-without-${lacks}`, message });
  });
  return issues;
}

/** Issues in order of importance: a place that has one is not told of again. */
function merged(...groups: readonly Issue[][]): Issue[] {
  const seen = new Set<string>();
  return groups.flat().filter((issue) => {
    const place = JSON.stringify([issue.path, issue.at]);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
