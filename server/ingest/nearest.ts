// Finds the word that somebody probably meant.

/** The one of the words that differs least from what was written, by at most two letters; undefined where none does. */
export function nearest(written: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(2, Math.floor(written.length / 3)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - written.length) >= least) continue;
    const distance = editDistance(written.toLowerCase(), word.toLowerCase(), least);
    if (distance < least) [best, least] = [word, distance];
  }
  return best;
}

/** ` Did you mean "…"?`, or nothing. */
export function didYouMean(written: unknown, words: Iterable<string>): string {
  const word = typeof written === 'string' ? nearest(written, words) : undefined;
  return word === undefined ? '' : ` Did you mean "${word}"?`;
}

/** Number of letters to insert, remove, replace or exchange with their neighbour; gives up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let earlier: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (earlier[j - 2] ?? limit) + 1 : limit;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    [earlier, row] = [row, next];
  }
  return row[b.length] ?? limit;
}
