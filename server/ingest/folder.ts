// Lists the files of a data set folder and reads them: what belongs there, and a fault for whatever does not.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { EntenteError } from '../errors.ts';
import { compare } from './faults.ts';
import type { Fault } from './faults.ts';
import { decodeText } from './text.ts';

/** What a file of a data set holds. */
export type FileRole = 'dataset' | 'sources' | 'entities' | 'relations';

/** A file of the data set; `text` is missing where it could not be read. */
export interface DataFile {
  /** Path within the folder, with forward slashes. */
  readonly path: string;
  readonly role: FileRole;
  readonly text?: string;
}

/** The files of a folder, sorted by path, and what is wrong with them. */
export interface FolderContent {
  readonly files: DataFile[];
  readonly faults: Fault[];
}

const largestFile = 64 * 1024 * 1024;
const beside = new Set(['README.md', 'LICENSE']);

/**
 * Reads a data set folder. Names that begin with a dot, README.md and LICENSE are passed over.
 *
 * @throws {EntenteError} `no-such-folder`
 */
export async function readFolder(folder: string): Promise<FolderContent> {
  const root = await realFolder(folder);
  const found: FolderContent = { files: [], faults: [] };
  const names = await namesIn(root);
  for (const name of names) {
    if (name === 'entities' || name === 'relations') await readPart(root, name, found);
    else if (name === 'dataset.yaml') await readInto(root, name, 'dataset', found);
    else if (name === 'sources.yaml') await readInto(root, name, 'sources', found);
    else if (/\.ya?ml$/i.test(name)) addUnreadable(found, 'entities', misplaced(name));
    else if (!beside.has(name)) found.faults.push(misplaced(name));
  }
  if (!names.includes('dataset.yaml')) {
    found.faults.push(
      faultAt(
        'dataset.yaml',
        'missing-file',
        'The folder has no dataset.yaml. Write one with id, title, languages, version and licence.',
      ),
    );
  }
  return found;
}

async function readPart(root: string, part: 'entities' | 'relations', found: FolderContent): Promise<void> {
  const place = await inside(root, part);
  if (typeof place !== 'string') return void found.faults.push(place);
  if (!(await stat(place)).isDirectory()) {
    found.faults.push(faultAt(part, 'wrong-kind', `"${part}" is a file. Make it a folder of YAML files.`));
    return;
  }
  for (const name of await namesIn(place)) {
    const path = `${part}/${name}`;
    if (name.endsWith('.yaml')) await readInto(root, path, part, found);
    else addUnreadable(found, part, misplaced(path));
  }
}

/** A file that was not read may hold records: it stays in the list, without text. */
function addUnreadable(found: FolderContent, role: FileRole, fault: Fault): void {
  found.files.push({ path: fault.path, role });
  found.faults.push(fault);
}

async function readInto(root: string, path: string, role: FileRole, found: FolderContent): Promise<void> {
  const bytes = await readBytes(root, path);
  if (!(bytes instanceof Uint8Array)) return addUnreadable(found, role, bytes);
  const { text, fault } = decodeText(bytes);
  found.files.push({ path, role, ...(text === undefined ? {} : { text }) });
  if (fault !== undefined) found.faults.push({ path, ...fault });
}

async function readBytes(root: string, path: string): Promise<Uint8Array | Fault> {
  const place = await inside(root, path);
  if (typeof place !== 'string') return place;
  try {
    const about = await stat(place);
    // A pipe or a device would keep the reader waiting for ever.
    if (!about.isFile()) return faultAt(path, 'wrong-kind', 'This is no file. Put a YAML file here, or remove it.');
    if (about.size > largestFile) return faultAt(path, 'too-large', 'The file is larger than 64 MB. Split it.');
    return await readFile(place);
  } catch (cause) {
    return unreadable(path, cause);
  }
}

/** The real path, where it lies within the folder; a fault where a link leads out of it or nowhere. */
async function inside(root: string, path: string): Promise<string | Fault> {
  try {
    const place = await realpath(join(root, path));
    if (place.startsWith(root + sep)) return place;
    return faultAt(path, 'link-out-of-folder', 'The link leads out of the folder. Put the file itself here.');
  } catch (cause) {
    return unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): Fault {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  return faultAt(path, 'unreadable', `The file cannot be read (${code}). Correct its permissions or its link.`);
}

function misplaced(path: string): Fault {
  const advice = /\.ya?ml$/i.test(path)
    ? 'Name it dataset.yaml, sources.yaml, entities/….yaml or relations/….yaml'
    : 'A data set holds dataset.yaml, sources.yaml, entities/*.yaml and relations/*.yaml: move it out';
  return faultAt(path, 'wrong-kind', `This does not belong into a data set. ${advice}.`);
}

function faultAt(path: string, code: string, message: string): Fault {
  return { path, line: 1, column: 1, code, message };
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('.')).sort(compare);
}

async function realFolder(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
  } catch {
    // Told below: the sentence is the same.
  }
  throw new EntenteError({
    code: 'no-such-folder',
    status: 404,
    message: `There is no folder ${folder}.`,
    advice: 'Name the folder that holds dataset.yaml.',
  });
}
