// Checks what records say of each other: ends of relations, ids in properties, sources, relations stated twice.
import { relationId } from '../../data/model/records.ts';
import { allowsEnds } from '../../data/model/vocabulary.ts';
import type { RelationDefinition, Vocabulary } from '../../data/model/vocabulary.ts';
import { shown } from './faults.ts';
import type { Issue, Path } from './faults.ts';
import type { KnownIds, RecordFile } from './known-ids.ts';
import { didYouMean } from './nearest.ts';
import { isRecord, listOf, textOf } from './raw.ts';
import type { RawRecord } from './raw.ts';
import type { ReadRecord } from './records.ts';

/** A place that names an id. */
interface Reference {
  readonly id: string;
  readonly path: Path;
  readonly asSource: boolean;
}

/** What the check of references found. */
export interface ReferenceFindings {
  /** Issues by file. */
  readonly issues: Map<string, Issue[]>;
  /** Ids that no record declares, sorted; where records may be elsewhere, they are not issues. */
  readonly undeclared: string[];
}

/** What is not to be called unknown, because it may stand where nobody could look. */
export interface Unseen {
  readonly entities: boolean;
  readonly sources: boolean;
}

/** Checks all files against the known ids. */
export function checkReferences(
  files: readonly RecordFile[],
  ids: KnownIds,
  vocabulary: Vocabulary,
  unseen: Unseen,
): ReferenceFindings {
  const issues = new Map<string, Issue[]>();
  const undeclared = new Set<string>();
  const relations = new Map<string, string>();
  for (const file of files) {
    const found: Issue[] = [];
    for (const record of file.records) {
      for (const reference of referencesOf(record, vocabulary)) {
        if (!ids.entities.has(reference.id)) undeclared.add(reference.id);
        found.push(...referenceIssues(reference, ids, vocabulary, unseen));
      }
      if (file.role === 'relations') found.push(...relationIssues(record, file.path, ids, relations));
    }
    if (found.length > 0) issues.set(file.path, found);
  }
  return { issues, undeclared: [...undeclared].sort() };
}

function referencesOf({ raw, path, definition }: ReadRecord, vocabulary: Vocabulary): Reference[] {
  const references: Reference[] = [];
  const add = (value: unknown, at: Path, asSource: boolean) => {
    const id = textOf(value);
    if (id !== undefined) references.push({ id, path: at, asSource });
  };
  const addAll = (values: unknown, at: Path, asSource: boolean) => {
    listOf(values).forEach((value, index) => add(value, [...at, index], asSource));
  };
  // dataset.yaml is the one record without a path.
  if (path.length === 0) addAll(raw['overview'], ['overview'], false);
  else if (!('id' in raw)) for (const end of ['from', 'to']) add(raw[end], [...path, end], false);
  for (const name of Object.keys(definition?.properties ?? {})) {
    const kind = vocabulary.properties[name]?.value;
    if (kind === 'id') add(raw[name], [...path, name], false);
    if (kind === 'ids' || kind === 'source-ids') addAll(raw[name], [...path, name], kind === 'source-ids');
  }
  listOf(raw['evidence']).forEach((item, index) => {
    if (!isRecord(item)) return;
    add(item['source'], [...path, 'evidence', index, 'source'], true);
    add(item['attributedTo'], [...path, 'evidence', index, 'attributedTo'], false);
  });
  return references;
}

function referenceIssues(
  { id, path, asSource }: Reference,
  ids: KnownIds,
  vocabulary: Vocabulary,
  unseen: Unseen,
): Issue[] {
  const known = ids.entities.get(id);
  if (known !== undefined) {
    const isSource = known.type === undefined || vocabulary.types[known.type]?.structural === true;
    if (!asSource || isSource) return [];
    return [
      issue(path, 'not-a-source', `${shown(id)} is no source but a ${known.type}. Name a source of sources.yaml.`),
    ];
  }
  if (asSource ? unseen.sources : unseen.entities) return [];
  const today = ids.former.get(id);
  if (today !== undefined) {
    return [issue(path, 'former-id', `${shown(id)} is a former id. Write ${shown(today)}.`)];
  }
  const guess = didYouMean(id, ids.entities.keys());
  return asSource
    ? [
        issue(
          path,
          'unknown-source',
          `There is no source ${shown(id)}.${guess} Add it to sources.yaml, or correct the id.`,
        ),
      ]
    : [issue(path, 'unknown-id', `There is no entity ${shown(id)}.${guess} Add it, or correct the id.`)];
}

function relationIssues(
  { raw, path, definition }: ReadRecord,
  file: string,
  ids: KnownIds,
  seen: Map<string, string>,
): Issue[] {
  const [from, to, type] = [textOf(raw['from']), textOf(raw['to']), textOf(raw['type'])];
  if (from === undefined || to === undefined || type === undefined) return [];
  if (definition === undefined || !('ends' in definition)) return [];
  if (from === to) {
    return [
      issue([...path, 'to'], 'same-ends', `The relation leads from ${shown(from)} to itself. Correct one of its ends.`),
    ];
  }
  return [
    ...endIssues(definition, { from, to, type }, ids, path),
    ...repeated(raw, { from, to, type }, definition, file, path, seen),
  ];
}

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

function endIssues(definition: RelationDefinition, { from, to, type }: Ends, ids: KnownIds, path: Path): Issue[] {
  const fromType = ids.entities.get(from)?.type;
  const toType = ids.entities.get(to)?.type;
  if (fromType === undefined || toType === undefined || allowsEnds(definition, fromType, toType)) return [];
  const allowed = definition.ends.map(
    ([froms, tos]) => `${froms.join('/')} to ${tos === 'any' ? 'anything' : tos.join('/')}`,
  );
  const message = `${type} does not lead from ${fromType} (${from}) to ${toType} (${to}), but from ${allowed.join(', or from ')}. Choose another relation or other ends.`;
  return [issue([...path, 'type'], 'ends-not-allowed', message)];
}

/** One fact has one encoding: neither the same relation twice nor a symmetric one in both directions. */
function repeated(
  raw: RawRecord,
  { from, to, type }: Ends,
  definition: RelationDefinition,
  file: string,
  path: Path,
  seen: Map<string, string>,
): Issue[] {
  const key = textOf(raw['key']);
  const id = relationId({ from, type, to, key });
  const reversed = definition.symmetric ? relationId({ from: to, type, to: from, key }) : id;
  const first = seen.get(id) ?? seen.get(reversed);
  if (first === undefined) {
    seen.set(id, file);
    return [];
  }
  const message = `The relation ${shown(id)} stands in ${first} already. Join the two, or give one a "key".`;
  return [issue([...path, 'from'], 'duplicate-id', message)];
}

function issue(path: Path, code: string, message: string): Issue {
  return { path, at: 'value', code, message };
}
