// Writes the files of the user's own queries: each whole or not at all, and never over a change that was not seen.
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { EntenteError } from '../../errors.ts';
import { codeOf, readQueryText, type QueryFolder } from './query-folder.ts';
import { versionOf } from './read-query.ts';

/** The file of a query. */
export function fileNameOf(id: string): string {
  return `${id}.cypher`;
}

/**
 * Writes the file of a new query; the folder is made where it is not there.
 *
 * @throws {EntenteError} `query-exists` where there is a file of that name, in whatever case its letters are; `cannot-write`
 */
export async function createFile(folder: QueryFolder, id: string, text: string): Promise<void> {
  await writing(folder, async () => {
    await mkdir(folder.path, { recursive: true });
    const names = (await readdir(folder.path)).map((name) => name.toLowerCase());
    if (names.includes(fileNameOf(id))) throw queryExists(id);
    await writeNew(join(folder.path, fileNameOf(id)), text, id);
  });
}

/**
 * Puts another text into the file of a query.
 *
 * @param version what the file must still be
 * @throws {EntenteError} `changed-on-disk`, `no-such-query` where the file is gone, `cannot-write`
 */
export async function replaceFile(folder: QueryFolder, id: string, text: string, version: string): Promise<void> {
  await expectVersion(folder, id, version);
  await writing(folder, () => writeFileAtomic(join(folder.path, fileNameOf(id)), text));
}

/** Takes the file of a query away. @throws {EntenteError} as {@link replaceFile} */
export async function removeFile(folder: QueryFolder, id: string, version: string): Promise<void> {
  await expectVersion(folder, id, version);
  await writing(folder, () => rm(join(folder.path, fileNameOf(id))));
}

/** @throws {EntenteError} `changed-on-disk` that names both versions, `no-such-query` where the file is gone */
export async function expectVersion(folder: QueryFolder, id: string, version: string): Promise<void> {
  const file = await readQueryText(folder, fileNameOf(id));
  if ('fault' in file) throw goneFile(id, file.fault);
  const onDisk = versionOf(file.text);
  if (onDisk !== version) throw changedOnDisk(id, version, onDisk);
}

/** The error of an id that is taken. */
export function queryExists(id: string): EntenteError {
  return new EntenteError({
    code: 'query-exists',
    status: 409,
    message: `There is a query with the id "${id}" already.`,
    advice: 'Take another id, or change that query.',
    details: { id },
  });
}

/** A file that is there is never written over: the whole text lies beside it first and is then linked to its name. */
async function writeNew(path: string, text: string, id: string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(beside, path).catch((error: unknown) => linkless(error, path, text, id));
  } finally {
    await rm(beside, { force: true });
  }
}

/** File systems without links (memory cards, some network drives) get the text by renaming, which could not tell a name taken meanwhile. */
async function linkless(error: unknown, path: string, text: string, id: string): Promise<void> {
  if (codeOf(error) === 'EEXIST') throw queryExists(id);
  if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
  await writeFileAtomic(path, text);
}

async function writing<T>(folder: QueryFolder, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof EntenteError) throw cause;
    throw new EntenteError({
      code: 'cannot-write',
      status: 500,
      message: `The folder ${folder.shown} could not be written to (${codeOf(cause)}).`,
      advice: 'Make sure that it is a folder, that it may be written and that there is room; nothing was changed.',
      cause,
    });
  }
}

function changedOnDisk(id: string, version: string, onDisk: string): EntenteError {
  return new EntenteError({
    code: 'changed-on-disk',
    status: 409,
    message: `The file of "${id}" has changed since it was opened: it was version ${version} and is now ${onDisk}. Nothing was written.`,
    advice: 'Open it again and repeat the change, or keep yours under another id.',
    details: { id, version, onDisk },
  });
}

function goneFile(id: string, fault: string): EntenteError {
  return new EntenteError({
    code: 'no-such-query',
    status: 404,
    message: `The file of "${id}" is not there any longer, or ${fault}.`,
    advice: 'Keep the text as a new query.',
    details: { id },
  });
}
