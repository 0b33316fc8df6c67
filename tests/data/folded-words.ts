// Folds a text into plain words and hashes its runs of eight: how a copied sentence is found without keeping the sentence.
import { createHash } from 'node:crypto';

/** How many words in a row make a run. */
export const runLength = 8;

/** Lower-case words without diacritics; everything that is neither letter nor digit separates. */
export function foldWords(text: string): string[] {
  const folded = text.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** First 12 hex digits of the SHA-256 of each run of eight folded words. */
export function hashRuns(text: string): string[] {
  const words = foldWords(text);
  const starts = Array.from({ length: Math.max(0, words.length - runLength + 1) }, (_, start) => start);
  return starts.map((start) => {
    const run = words.slice(start, start + runLength).join(' ');
    return createHash('sha256').update(run).digest('hex').slice(0, 12);
  });
}
