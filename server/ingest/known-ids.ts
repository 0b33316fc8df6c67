// Which ids a data set has, its own and those of the sets that it extends, and which are declared twice.
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { shown } from './faults.ts';
import type { Issue, Path } from './faults.ts';
import type { FileRole } from './folder.ts';
import { listOf, textOf } from './raw.ts';
import type { ReadRecord } from './records.ts';

/** A file with its records; `readable` is false where its content could not be had. */
export interface RecordFile {
  readonly path: string;
  readonly role: FileRole;
  readonly readable: boolean;
  readonly records: readonly ReadRecord[];
}

/** What is known of an entity; the type is missing where its record has no valid one. */
interface KnownEntity {
  readonly type?: string;
  /** Where it is declared; for the set's own entities. */
  readonly file?: string;
}

/** An entity of a data set that this one extends. */
export interface OutsideEntity {
  readonly type: string;
  readonly reliability?: string;
  readonly date?: string;
  readonly derivedFrom?: readonly string[];
}

/** All ids that may be referred to. */
export interface KnownIds {
  readonly entities: ReadonlyMap<string, KnownEntity>;
  /** Former id → the id that holds today. */
  readonly former: ReadonlyMap<string, string>;
  /** Issues by file: ids that are declared twice. */
  readonly issues: ReadonlyMap<string, Issue[]>;
}

/** Collects the ids of all entities, whether or not their records are in order. */
export function collectIds(
  files: readonly RecordFile[],
  vocabulary: Vocabulary,
  outside: ReadonlyMap<string, OutsideEntity>,
): KnownIds {
  const entities = new Map<string, KnownEntity>(outside);
  const former = new Map<string, string>();
  const issues = new Map<string, Issue[]>();
  const report = (file: string, path: Path, message: string) => {
    issues.set(file, [...(issues.get(file) ?? []), { path, at: 'value', code: 'duplicate-id', message }]);
  };
  const own = files.filter((file) => file.role === 'entities' || file.role === 'sources');
  for (const file of own) {
    for (const { raw, path } of file.records) {
      const id = textOf(raw['id']);
      if (id === undefined) continue;
      const first = entities.get(id);
      if (first?.file !== undefined) report(file.path, [...path, 'id'], twice(id, first.file));
      const type = textOf(raw['type']);
      const known = type !== undefined && Object.hasOwn(vocabulary.types, type);
      if (first?.file === undefined) entities.set(id, { file: file.path, ...(known ? { type } : {}) });
    }
  }
  for (const file of own) {
    for (const { raw, path } of file.records) {
      for (const [index, value] of listOf(raw['formerIds']).entries()) {
        const id = textOf(value);
        if (id === undefined) continue;
        const taken = entities.get(id)?.file ?? (former.has(id) ? 'another record as a former id' : undefined);
        if (taken !== undefined) report(file.path, [...path, 'formerIds', index], twice(id, taken));
        else former.set(id, textOf(raw['id']) ?? '');
      }
    }
  }
  return { entities, former, issues };
}

function twice(id: string, where: string): string {
  return `The id ${shown(id)} stands in ${where} already. Give one of the two another id, or join the records.`;
}
