// Reads a data set folder: all its faults, or the data set with everything that is derived.
import { datasetRecordSchema } from '../../data/model/records.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { Notes } from '../neo4j/notes.ts';
import { readContent } from './content.ts';
import type { Content } from './content.ts';
import { entityRows, relationRows } from './derive.ts';
import { sortFaults } from './faults.ts';
import type { Fault, Issue } from './faults.ts';
import { readFolder } from './folder.ts';
import type { DataFile } from './folder.ts';
import { collectIds } from './known-ids.ts';
import type { OutsideEntity, RecordFile } from './known-ids.ts';
import { readWithPlaces } from './places.ts';
import { listOf, textOf } from './raw.ts';
import { RecordChecker } from './records.ts';
import { checkReferences } from './references.ts';
import { sourceBook } from './sources.ts';
import { datasetHash } from './stored.ts';
import type { Dataset } from './stored.ts';
import { placer } from './text.ts';

/** Looks up entities of other data sets; answers those that there are. */
export type LookUp = (
  ids: readonly string[],
  datasets: readonly string[],
) => Promise<ReadonlyMap<string, OutsideEntity>>;

/** What the reading may use and tell. */
export interface ReadingAids {
  /** Looks up ids of data sets that this one extends; without it they are taken on trust. */
  readonly lookUp?: LookUp;
  /** Is told of each file. */
  readonly notes?: Notes;
}

/** What a folder holds: a data set, or faults; both where only ids of other data sets could not be looked up. */
export interface ReadDataset {
  readonly dataset?: Dataset;
  readonly faults: readonly Fault[];
  /** Ids that other data sets should have and that nobody looked up. */
  readonly unchecked: readonly string[];
}

interface ReadFile extends RecordFile {
  readonly text?: string;
  readonly content?: Content;
  readonly issues: readonly Issue[];
}

/**
 * Reads and checks a data set folder. With `extends`, ids of other data sets are looked up, if there is a way to.
 *
 * @throws {EntenteError} `no-such-folder`
 */
export async function readDataset(
  folder: string,
  vocabulary: Vocabulary,
  aids: ReadingAids = {},
): Promise<ReadDataset> {
  const { files: found, faults } = await readFolder(folder);
  const checker = new RecordChecker(vocabulary);
  const { lookUp, notes } = aids;
  const files = found.map((file, index) => {
    notes?.progress('Reading', index + 1, found.length, 'files');
    return readFile(file, checker);
  });
  const extended = listOf(datasetRaw(files)?.['extends']).flatMap((id) => textOf(id) ?? []);
  const unseen = unseenIn(files, extended.length > 0 && lookUp === undefined);
  const check = (outside: ReadonlyMap<string, OutsideEntity>) => {
    const ids = collectIds(files, vocabulary, outside);
    return { ids, ...checkReferences(files, ids, vocabulary, unseen) };
  };
  const alone = check(new Map());
  const outside =
    extended.length > 0 && lookUp !== undefined
      ? await lookUp(alone.undeclared, extended)
      : new Map<string, OutsideEntity>();
  const { ids, issues } = outside.size === 0 ? alone : check(outside);
  const placed = files.flatMap((file) => [
    ...(file.content?.faults ?? []).map((fault) => ({ path: file.path, ...fault })),
    ...place(file, [...file.issues, ...(ids.issues.get(file.path) ?? []), ...(issues.get(file.path) ?? [])]),
  ]);
  const all = sortFaults([...faults, ...placed]);
  const unchecked = extended.length > 0 && lookUp === undefined ? alone.undeclared : [];
  return all.length > 0
    ? { faults: all, unchecked }
    : { dataset: derive(files, vocabulary, outside), faults: [], unchecked };
}

function readFile(file: DataFile, checker: RecordChecker): ReadFile {
  if (file.text === undefined) return { ...file, readable: false, records: [], issues: [] };
  const content = readContent(file.text);
  if (!('value' in content)) return { ...file, content, readable: false, records: [], issues: [] };
  return { ...file, content, readable: true, ...checker.check(file.role, content.value) };
}

function datasetRaw(files: readonly ReadFile[]) {
  return files.find((file) => file.role === 'dataset')?.records[0]?.raw;
}

/** What may stand in a file that could not be read is not called unknown. */
function unseenIn(files: readonly ReadFile[], elsewhere: boolean) {
  const lost = (role: string) => files.some((file) => file.role === role && !file.readable);
  const datasetLost = lost('dataset');
  const anything = elsewhere || datasetLost;
  // Entities refer to sources, too (CITES, PUBLISHES), and a source may have been put among the entities.
  return {
    entities: anything || lost('entities') || lost('sources'),
    sources: anything || lost('sources') || lost('entities'),
  };
}

function place(file: ReadFile, issues: readonly Issue[]): Fault[] {
  if (issues.length === 0 || file.text === undefined) return [];
  const places = file.content?.places ?? readWithPlaces(file.text).places;
  const placeIn = placer(file.text);
  return issues
    .filter((issue) => !places.isUnusable(issue.path))
    .map(({ path, at, code, message }) => {
      const [line, column] = placeIn(places.offsetOf(path, at));
      return { path: file.path, line, column, code, message };
    });
}

function derive(
  files: readonly ReadFile[],
  vocabulary: Vocabulary,
  outside: ReadonlyMap<string, OutsideEntity>,
): Dataset {
  const rawIn = (...roles: string[]) =>
    files.filter((file) => roles.includes(file.role)).flatMap((file) => file.records.map((record) => record.raw));
  const record = datasetRecordSchema.parse(datasetRaw(files));
  const around = { dataset: record.id, vocabulary, sources: sourceBook(rawIn('sources'), outside) };
  const entities = entityRows(rawIn('entities', 'sources'), around);
  const relations = relationRows(rawIn('relations'), around);
  return { record, entities, relations, hash: datasetHash(record, entities, relations) };
}
