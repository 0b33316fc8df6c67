// Looks at a folder of query files: which there are, whether one has changed, and the text of one.
import { constants } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A folder that holds query files. */
export interface QueryFolder {
  readonly path: string;
  /** How the folder is called in faults: `cypher/saved`, `queries`. */
  readonly shown: string;
}

/** A file of such a folder. */
export interface FolderEntry {
  readonly name: string;
  /** Differs whenever the file may have changed. */
  readonly stamp: string;
}

const largestFile = 400_000;
const mostFiles = 1000;

/**
 * The query files of a folder by name; none where the folder is not there. More than a thousand are not looked at.
 *
 * @throws {Error} of the file system where it cannot be read
 */
export async function listFolder(folder: QueryFolder): Promise<{ entries: FolderEntry[]; more: number }> {
  const names = (await readdir(folder.path).catch(noneIfMissing)).filter(isQueryFile).sort();
  const looked = names.slice(0, mostFiles);
  const entries = await Promise.all(
    looked.map(async (name) => ({ name, stamp: await stampOf(join(folder.path, name)) })),
  );
  return { entries: entries.filter(({ stamp }) => stamp !== ''), more: names.length - looked.length };
}

/** The text of a file, or why it cannot be had. What has come and gone meanwhile is a fault, too. */
export async function readQueryText(
  folder: QueryFolder,
  name: string,
): Promise<{ readonly text: string } | { readonly fault: string }> {
  try {
    const [home, path] = await Promise.all([realpath(folder.path), realpath(join(folder.path, name))]);
    if (dirname(path) !== home) return { fault: 'must not lead out of its folder: put the file itself here' };
    return await readTextFile(path);
  } catch (error) {
    return { fault: `cannot be read (${codeOf(error)})` };
  }
}

/** The text of any file that may hold a query, or why it cannot be had. */
export async function readTextFile(path: string): Promise<{ readonly text: string } | { readonly fault: string }> {
  try {
    return decode(await readBounded(path));
  } catch (error) {
    return { fault: error instanceof NotReadable ? error.message : `cannot be read (${codeOf(error)})` };
  }
}

/** The stable name of a file system's error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

class NotReadable extends Error {}

function isQueryFile(name: string): boolean {
  return !name.startsWith('.') && name.toLowerCase().endsWith('.cypher');
}

/** Size, inode and both times to the nanosecond: a change in place within one clock tick still alters the change time. */
async function stampOf(path: string): Promise<string> {
  const link = await lstat(path, { bigint: true }).catch(() => undefined);
  if (link === undefined) return '';
  const file = link.isSymbolicLink() ? await lstat(await realpath(path).catch(() => path), { bigint: true }) : link;
  return [link.ino, file.ino, file.size, file.mtimeNs, file.ctimeNs].join(' ');
}

/** Opens without waiting, because a pipe would never answer, and looks at what was opened. */
async function readBounded(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new NotReadable('is no file');
    if (stat.size > largestFile)
      throw new NotReadable(`is too large: ${stat.size} bytes, and ${largestFile} are the most that is read`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function decode(bytes: Buffer): { readonly text: string } | { readonly fault: string } {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    return { fault: 'must not begin with a byte order mark: save it as UTF-8 without one' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { fault: 'must be encoded in UTF-8' };
  }
}

function noneIfMissing(error: unknown): string[] {
  if (codeOf(error) === 'ENOENT') return [];
  throw error;
}
