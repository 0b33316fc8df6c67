// Finding the rows whose texts hold certain words, whatever their accents and case.
import { Pace } from './pace.ts';

/** A text without accents and case, as both sides of a comparison. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replaceAll('ß', 'ss');
}

/** The words that a row must hold, each of them. */
export function wordsIn(text: string): string[] {
  return folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The places of the rows that hold all the words. */
export async function filtered(
  count: number,
  words: readonly string[],
  foldedTextOf: (place: number) => string,
): Promise<number[]> {
  const pace = new Pace();
  const found: number[] = [];
  for (let place = 0; place < count; place++) {
    const text = foldedTextOf(place);
    if (words.every((word) => text.includes(word))) found.push(place);
    await pace.rest();
  }
  return found;
}
