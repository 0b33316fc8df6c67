// Fetching the server, with a double of Maven: whole or not at all, and faults told in one sentence.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchDistribution, fetchedDistribution, ownDistribution } from '../../../server/neo4j/local/distribution.ts';
import { silentNotes } from '../../../server/neo4j/notes.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'entente-cache-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

/** A program that stands in for Maven. */
function maven(...lines: readonly string[]): string {
  const file = join(cache, 'mvn-double');
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
  return file;
}

const fetches = [
  'for word in "$@"; do case "$word" in -DoutputDirectory=*) lib="${word#-DoutputDirectory=}";; esac; done',
  'mkdir -p "$lib" && touch "$lib/neo4j-server-5.26.30.jar"',
  'echo "[INFO] Downloaded from central: place/a.jar (74 MB at 20 MB/s)"',
  'echo "[INFO] Downloaded from central: place/b.jar (500 kB at 20 MB/s)"',
];

describe('fetching the server', () => {
  it('leaves it whole in the cache, and tells how far it is', async () => {
    const told: number[] = [];
    const notes = { ...silentNotes, progress: (_: string, done: number) => void told.push(done) };
    expect(fetchedDistribution(cache)).toBeUndefined();
    const fetched = await fetchDistribution(cache, maven(...fetches), undefined, notes);
    expect(readdirSync(fetched.lib)).toEqual(['neo4j-server-5.26.30.jar']);
    expect(fetchedDistribution(cache)).toEqual(fetched);
    expect(told).toEqual([74, 74.5]);
  });

  it.each([
    ['echo "[ERROR] UnknownHostException: place"', 'download-failed', 'its address cannot be found'],
    ['echo "[ERROR] PKIX path building failed"', 'download-failed', 'does not trust a certificate'],
    ['echo "[ERROR] Connect timed out"', 'download-failed', 'nothing answers'],
    ['echo "[ERROR] something else"', 'download-failed', 'could not be fetched through Maven.'],
    ['echo "java.io.IOException: No space left on device"', 'disk-full', 'no room for the download'],
  ])('that fails leaves nothing behind: %s', async (line, code, sentence) => {
    const failing = fetchDistribution(cache, maven(...fetches, line, 'exit 1'), undefined, silentNotes);
    await expect(failing).rejects.toMatchObject({ code, message: expect.stringContaining(sentence) as string });
    await expect(failing).rejects.toMatchObject({ advice: expect.stringMatching(/NEO4J_URI|ENTENTE_HOME/) as string });
    expect(readdirSync(cache)).toEqual(['mvn-double']);
    expect(fetchedDistribution(cache)).toBeUndefined();
  });

  it('clears away what a killed one has left, but not what a running one needs', async () => {
    mkdirSync(join(cache, 'fetching-999999999'));
    mkdirSync(join(cache, `fetching-${process.ppid}`));
    await fetchDistribution(cache, maven(...fetches), undefined, silentNotes);
    expect(existsSync(join(cache, 'fetching-999999999'))).toBe(false);
    expect(existsSync(join(cache, `fetching-${process.ppid}`))).toBe(true);
  });

  it('that another finished first takes what is there', async () => {
    mkdirSync(join(cache, 'neo4j-5.26.30'));
    const fetched = await fetchDistribution(cache, maven(...fetches), undefined, silentNotes);
    expect(readdirSync(fetched.lib)).toEqual([]);
  });
});

describe('a download of one’s own', () => {
  const withJars = (...names: readonly string[]): string => {
    mkdirSync(join(cache, 'lib'));
    for (const name of names) writeFileSync(join(cache, 'lib', name), '');
    return cache;
  };

  it.each([['5.26.30'], ['5.26.4'], ['2025.06.0']])('of version %s is taken', (version) => {
    expect(ownDistribution(withJars('other.jar', `neo4j-server-${version}.jar`)).version).toBe(version);
  });

  it.each([
    ['holds no lib/neo4j-server', []],
    ['which is too old', ['neo4j-server-5.25.1.jar']],
    ['which is too old', ['neo4j-server-4.4.40.jar']],
  ])('that %s is refused with the variable', (sentence, jars) => {
    expect(() => ownDistribution(withJars(...jars))).toThrow(
      expect.objectContaining({ code: 'bad-neo4j-home', message: expect.stringContaining(sentence) as string }),
    );
  });
});
