// What a person types, as a query of the full-text index and as a rank of the names that it finds.

/** Letters that the index folds and that Unicode does not take apart. */
const unlike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'q',
};

/** Words that the index leaves out of names (its analyser's English stop words): they cannot be demanded of one. */
const leftOut = new Set(
  (
    'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to ' +
    'was will with'
  ).split(' '),
);

/** Terms of one search at most: more make the query slow and find nothing else. */
const mostTerms = 12;
/** Shorter words have too many neighbours one letter away. */
const shortestFuzzy = 4;
/** From here on, two letters may be wrong. */
const shortestTwiceFuzzy = 8;

/** How well a name fits: the whole name, its beginning, the beginnings of its words, or with typing errors (up to just below 2). */
export const ranks = { exact: 4, prefix: 3, words: 2, fuzzy: 1 } as const;

/**
 * A text as the index folds it: lower case, Latin letters without their marks (ş → s, ß → ss, ø → o, ł → l), other scripts
 * as written, because the index keeps their marks, too.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðþłħıŋŧĸ]/g, (letter) => unlike[letter] ?? letter);
}

/** The words of a folded text as the index cuts them. */
function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * The Lucene query for what somebody typed: every word that the index keeps must be there, whole, as a beginning, or with a
 * typing error (one from four letters on, two from eight on). `undefined` where there is no word in it. Nothing typed is ever
 * read as Lucene syntax.
 *
 * @param mostErrors in a word; two take the index several times as long as one
 */
export function luceneQuery(typed: string, mostErrors: 1 | 2 = 2): string | undefined {
  const words = wordsOf(foldText(typed)).slice(0, mostTerms);
  if (words.length === 0) return undefined;
  return words
    .map(
      (word) =>
        `${leftOut.has(word) ? '' : '+'}(${variants(escapeTerm(word), [...word].length, mostErrors).join(' ')})`,
    )
    .join(' ');
}

/** The Lucene query for these words in this order, folded by the index itself; `undefined` where there is no word in them. */
export function lucenePhrase(typed: string): string | undefined {
  if (wordsOf(foldText(typed)).length === 0) return undefined;
  return `"${typed.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * How well an entity's names fit what was typed, and which of them fits best; among equals the first.
 *
 * @param names of one entity, the canonical one first
 */
export function bestName(typed: string, names: readonly string[]): { matched: string; rank: number } {
  const sought = foldText(typed).trim();
  let best = { matched: names[0] ?? '', rank: 0 };
  for (const name of names) {
    const rank = rankOf(sought, foldText(name));
    if (rank > best.rank) best = { matched: name, rank };
  }
  return best.rank > ranks.fuzzy ? best : closest(sought, names);
}

function variants(term: string, length: number, mostErrors: 1 | 2): string[] {
  const edits = length >= shortestTwiceFuzzy ? mostErrors : 1;
  return [`${term}^4`, `${term}*^2`, ...(length >= shortestFuzzy ? [`${term}~${edits}`] : [])];
}

function escapeTerm(term: string): string {
  return term.replace(/[^\p{L}\p{M}\p{N}]/gu, '\\$&');
}

function rankOf(sought: string, name: string): number {
  const words = wordsOf(sought);
  const ofName = wordsOf(name);
  if (words.join(' ') === ofName.join(' ')) return ranks.exact;
  if (ofName.join(' ').startsWith(words.join(' '))) return ranks.prefix;
  return words.every((word) => ofName.some((other) => other.startsWith(word))) ? ranks.words : ranks.fuzzy;
}

/** The most similar name; similarity counts in tenths, so that among much the same the better connected comes first. */
function closest(sought: string, names: readonly string[]): { matched: string; rank: number } {
  const pieces = pairsOf(sought);
  const [first] = names
    .map((name) => ({ name, shared: similarity(pieces, pairsOf(foldText(name))) }))
    .sort((a, b) => b.shared - a.shared);
  return { matched: first?.name ?? '', rank: ranks.fuzzy + Math.min(9, Math.round(10 * (first?.shared ?? 0))) / 10 };
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function pairsOf(folded: string): Set<string> {
  const text = ` ${wordsOf(folded).join(' ')} `;
  return new Set([...text].slice(0, -1).map((letter, index) => letter + ([...text][index + 1] ?? '')));
}
