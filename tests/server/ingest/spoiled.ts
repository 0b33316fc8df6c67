// Reads spoiled data sets for tests: a copy of the base with something laid over it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDataset } from '../../../server/ingest/dataset.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';

/** The folder of spoiled data sets. */
export const spoiledFolder = fileURLToPath(new URL('../../fixtures/faults', import.meta.url));

/** Faults of a copy of the base after `spoil` has been at it, as `path:line:column: code`. */
export async function faultsAfter(spoil: (folder: string) => void): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-spoiled-'));
  try {
    cpSync(join(spoiledFolder, 'base'), folder, { recursive: true });
    spoil(folder);
    return await faultPlaces(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Faults of a folder as `path:line:column: code`. */
export async function faultPlaces(folder: string): Promise<string[]> {
  const { faults } = await readDataset(folder, await loadVocabulary());
  return faults.map(({ path, line, column, code }) => `${path}:${line}:${column}: ${code}`);
}
