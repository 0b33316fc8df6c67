// Every fault that a record or a file's text can have, from its fixture, with its place.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../server/ingest/dataset.ts';
import { formatFault } from '../../../server/ingest/faults.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import { faultPlaces, faultsAfter, spoiledFolder } from './spoiled.ts';

const names = readdirSync(spoiledFolder).filter((name) => !/^(base|expected|thirty|.*\..*)$/.test(name));

function expected(name: string): string[] {
  return readFileSync(join(spoiledFolder, 'expected', `${name}.txt`), 'utf8')
    .trim()
    .split('\n');
}

function lay(name: string, folder: string): void {
  cpSync(join(spoiledFolder, name), folder, { recursive: true });
}

describe('a spoiled data set', () => {
  it('has a base without fault', async () => {
    expect(await faultPlaces(join(spoiledFolder, 'base'))).toEqual([]);
  });

  it.each(names)('is told of with the place of its fault: %s', async (name) => {
    expect(await faultsAfter((folder) => lay(name, folder))).toEqual(expected(name));
  });

  it('of five readable files with thirty faults gives exactly those thirty lines', async () => {
    const places = await faultPlaces(join(spoiledFolder, 'thirty'));
    expect(places).toEqual(expected('thirty'));
    expect(places).toHaveLength(30);
    expect(new Set(places.map((line) => line.split(':')[0])).size).toBe(5);
  });

  it('gets the same lines each time, and each says what to do', async () => {
    const read = async () => readDataset(join(spoiledFolder, 'thirty'), await loadVocabulary());
    const [first, second] = [await read(), await read()];
    expect(first.faults.map(formatFault)).toEqual(second.faults.map(formatFault));
    for (const { message } of first.faults) expect(message).toMatch(/\. .*\.$|[^.]\.$/);
  });
});

describe('a line about a fault', () => {
  it('shows control characters and directional marks instead of obeying them', () => {
    const fault = { path: 'a.yaml', line: 1, column: 2, code: 'x', message: 'red \u001B[31m and \u202Eback' };
    expect(formatFault(fault)).toBe('a.yaml:1:2: x: red \\u001b[31m and \\u202eback');
  });
});
