// Query files in and out: written into a folder, and taken from files all together or not at all.
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { FileFault } from '../contract/queries.ts';
import { EntenteError, sentenceOf } from '../errors.ts';
import { readTextFile } from '../queries/saved/query-folder.ts';
import type { StoredQuery } from '../queries/saved/read-query.ts';
import type { SavedQueries } from '../queries/saved/saved-queries.ts';

/** How files are taken in. */
export interface ImportOptions {
  /** Whether own queries of the same ids are replaced. */
  readonly replace?: boolean;
  /** Whether nothing is to be written. */
  readonly dryRun?: boolean;
  /** The version that a replaced query must have; whatever it has where it is not said. */
  readonly ifVersion?: string | undefined;
  /** The text, where it does not come from a file. */
  readonly text?: string | undefined;
}

interface Checked {
  readonly path: string;
  readonly stored?: StoredQuery;
  readonly faults: readonly FileFault[];
}

type Print = (line: string) => void;

/**
 * Writes queries as files into a folder; a file that holds the same already is left.
 *
 * @throws {EntenteError} `file-differs`, before anything is written; `cannot-write`
 */
export async function exportQueries(
  saved: SavedQueries,
  folder: string,
  ids: readonly string[],
  { force }: { readonly force?: boolean },
  print: Print,
): Promise<void> {
  const own = (await saved.list()).filter(({ query }) => query.origin === 'own');
  const chosen = ids.length === 0 ? own : await Promise.all(ids.map((id) => saved.get(id)));
  const files = chosen.map(({ query, text }) => ({ path: join(folder, `${query.id}.cypher`), text }));
  const before = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(() => undefined)));
  const differing = files.filter(({ text }, index) => before[index] !== undefined && before[index] !== text);
  if (differing.length > 0 && force !== true) throw fileDiffers(differing.map(({ path }) => path));
  try {
    await mkdir(folder, { recursive: true });
    for (const { path, text } of files) {
      await writeFileAtomic(path, text);
      print(path);
    }
  } catch (cause) {
    throw cannotWrite(folder, cause);
  }
  if (files.length === 0) print('There are no queries of your own.');
}

/** Checks all files and keeps them all; false, with every fault printed and nothing kept, where one has a fault. */
export async function importQueries(
  saved: SavedQueries,
  paths: readonly string[],
  options: ImportOptions,
  print: Print,
): Promise<boolean> {
  const files = options.text === undefined ? (await Promise.all(paths.map(filesIn))).flat() : [...paths];
  const checked = await Promise.all(files.map((path) => checkFile(saved, path, options)));
  const faults = [...checked.flatMap((file) => file.faults), ...sameIds(checked)];
  for (const { path, line, message } of faults) print(`${path}:${line}: ${message}`);
  if (files.length === 0) print(`There is no .cypher file in ${paths.join(', ')}.`);
  if (faults.length > 0 || files.length === 0) {
    print('Nothing was kept.');
    return false;
  }
  if (options.dryRun === true) {
    print(`${files.length === 1 ? 'The file is' : `All ${files.length} files are`} without fault. Nothing was kept.`);
    return true;
  }
  for (const { stored } of checked) if (stored !== undefined) await keep(saved, stored, options, print);
  return true;
}

async function checkFile(saved: SavedQueries, path: string, options: ImportOptions): Promise<Checked> {
  const file = options.text === undefined ? await readTextFile(path) : { text: options.text };
  if ('fault' in file) return { path, faults: [{ path, line: 1, message: file.fault }] };
  const { stored, faults } = await saved.check(file.text);
  if (stored === undefined) return { path, faults: faults.map((fault) => ({ ...fault, path })) };
  const clash = await clashOf(saved, stored, options);
  return { path, stored, faults: clash === undefined ? [] : [{ path, line: 1, message: clash }] };
}

/** Why a query cannot be kept beside those that are there; nothing where it can. */
async function clashOf(saved: SavedQueries, { query }: StoredQuery, { replace }: ImportOptions) {
  const known = (await saved.list()).find((other) => other.query.id === query.id)?.query;
  if (known === undefined || (known.origin === 'own' && known.version === query.version)) return undefined;
  if (known.origin === 'shipped')
    return `id: ${query.id} is the id of a query that comes with the program: take another`;
  return replace === true
    ? undefined
    : `id: there is another query of your own with the id ${query.id}: --replace puts this one in its place`;
}

function sameIds(checked: readonly Checked[]): FileFault[] {
  const first = new Map<string, string>();
  return checked.flatMap(({ path, stored }) => {
    if (stored === undefined) return [];
    const { id } = stored.query;
    const other = first.get(id);
    if (other === undefined) first.set(id, path);
    return other === undefined ? [] : [{ path, line: 1, message: `id: ${id} is the id of ${other}, too` }];
  });
}

async function keep(saved: SavedQueries, stored: StoredQuery, options: ImportOptions, print: Print): Promise<void> {
  const { id, version } = stored.query;
  const known = (await saved.list()).find((other) => other.query.id === id)?.query;
  try {
    if (known === undefined) await saved.create(stored.text);
    else if (known.version !== version) await saved.replace(id, stored.text, options.ifVersion ?? known.version);
  } catch (error) {
    if (error instanceof EntenteError) print(`${id}: ${sentenceOf(error)}`);
    throw error;
  }
  print(known?.version === version ? `${id} is kept already.` : `${id} is kept (version ${version}).`);
}

async function filesIn(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith('.cypher') && !name.startsWith('.'));
  return names.sort().map((name) => join(path, name));
}

function fileDiffers(paths: readonly string[]): EntenteError {
  return new EntenteError({
    code: 'file-differs',
    message: `These files hold something else: ${paths.join(', ')}. Nothing was written.`,
    advice: 'Name another folder, or write over them with --force.',
  });
}

function cannotWrite(folder: string, cause: unknown): EntenteError {
  return new EntenteError({
    code: 'cannot-write',
    message: `The queries could not be written to ${folder} (${cause instanceof Error ? cause.message : String(cause)}).`,
    advice: 'Name a folder that may be written.',
    cause,
  });
}
