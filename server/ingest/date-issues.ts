// Checks every date of a record: its own, those of its evidence and those among its own properties.
import type { RelationDefinition, TypeDefinition, Vocabulary } from '../../data/model/vocabulary.ts';
import { readEdtf } from '../graph/edtf.ts';
import { shown } from './faults.ts';
import type { Issue, Path } from './faults.ts';
import { isRecord, listOf } from './raw.ts';
import type { RawRecord } from './raw.ts';

/** Faults of the dates in a record; values that are no text are left to the schema. */
export function dateIssues(
  raw: RawRecord,
  definition: TypeDefinition | RelationDefinition | undefined,
  vocabulary: Vocabulary,
  path: Path,
): Issue[] {
  const own = Object.keys(definition?.properties ?? {}).filter((name) => vocabulary.properties[name]?.value === 'date');
  const issues = ['date', ...own].flatMap((key) => dateIssue(raw[key], [...path, key]));
  listOf(raw['evidence']).forEach((item, index) => {
    if (!isRecord(item)) return;
    for (const key of ['asOf', 'reviewedOn']) issues.push(...dateIssue(item[key], [...path, 'evidence', index, key]));
  });
  return issues;
}

function dateIssue(value: unknown, path: Path): Issue[] {
  if (typeof value !== 'string' || value === '') return [];
  const date = readEdtf(value);
  if (date.kind === 'malformed') {
    const message = `${shown(value)} is no date. Write EDTF level 1, such as 2026-01-23, 2026-01, 2026?, 2026-01/2026-06 or 2026-01-23/.. .`;
    return [{ path, at: 'value', code: 'malformed-date', message }];
  }
  if (date.kind === 'end-before-start') {
    const message = `${shown(value)} ends before it starts. Exchange or correct its two dates.`;
    return [{ path, at: 'value', code: 'end-before-start', message }];
  }
  return [];
}
