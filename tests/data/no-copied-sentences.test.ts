// No sentence of the documents is in what we ship: no run of eight of their words, names excepted.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { root, trackedFiles } from '../architecture/source-files.ts';
import { foldWords, hashRuns, runLength } from './folded-words.ts';

const hashes = new Set(
  readFileSync(path.join(import.meta.dirname, 'sentence-hashes.txt'), 'utf8')
    .trim()
    .split('\n'),
);
const isName = (key: string) => /^(name([A-Z][a-z]+)?|shortName|aliases|title|url|textSha256)$/.test(key);

/** All texts of a parsed data file except names. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const givesName = 'field' in value && value.field === 'name';
  return Object.entries(value).flatMap(([key, part]) =>
    isName(key) || (givesName && key === 'value') ? [] : textsOf(part),
  );
}

const copiedIn = (text: string) => hashRuns(text).filter((hash) => hashes.has(hash));

describe('shipped text', () => {
  it('is compared with hashes of all three documents', () => {
    expect(hashes.size).toBeGreaterThan(3000);
  });

  it('in the data set holds no run of eight words of a document, names excepted', () => {
    const files = trackedFiles().filter((file) => file.startsWith('data/') && /\.ya?ml$/.test(file));
    expect(files.length).toBeGreaterThan(10);
    const copied = files.flatMap((file) =>
      textsOf(load(readFileSync(path.join(root, file), 'utf8')))
        .filter((text) => copiedIn(text).length > 0)
        .map((text) => `${file}: ${text}`),
    );
    expect(copied).toEqual([]);
  });

  it('in code, statements, fixtures and READMEs holds none either', () => {
    const files = trackedFiles().filter(
      (file) => /\.(ts|svelte|md|cypher|html|css|ya?ml)$/.test(file) && !file.startsWith('data/seed/'),
    );
    const copied = files.filter((file) => copiedIn(readFileSync(path.join(root, file), 'utf8')).length > 0);
    expect(copied).toEqual([]);
  });

  it('would be caught: a run is found whatever its case, accents and punctuation', () => {
    const sentence = 'Größe, Maß und Ziel: das sind acht Wörter hier.';
    expect(foldWords(sentence)).toHaveLength(runLength + 1);
    expect(hashRuns('grosse MASS und ziel das sind acht worter hier')).toEqual(hashRuns(sentence));
  });
});
