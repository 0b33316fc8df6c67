// A file name for a picture that is safe on every system.

const longest = 60;
const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ı: 'i' };

/** "german-italian-cooperation-2026-04-15.svg"; only lower-case letters, digits and hyphens before the ending. */
export function fileNameOf(title: string, date: string, ending: 'svg' | 'png'): string {
  const slug = title
    .slice(0, longest * 4)
    .toLowerCase()
    .replace(/[ßøłæœđı]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? `-${date}` : '';
  return `${slug === '' ? 'network' : slug}${day}.${ending}`;
}
