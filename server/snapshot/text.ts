// Text that comes from data, made safe and whole for pictures: cleaned, isolated where it runs right to left, escaped.

/** No name in a picture is longer, in characters. */
const longest = 500;

/** Controls, and what XML forbids: shown as nothing. */
const controls = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu;
/** Marks of direction, zero-width spaces and other invisible formatting, joiners excepted. */
const invisibles =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
/** Joiners where no script or emoji needs them. */
const idleJoiners =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D]/gu;
/** More marks on one letter than any script uses. */
const piledMarks = /(\p{M}{3})\p{M}+/gu;

/** A text from data on one line, without anything invisible, in composed form and of bounded length. */
export function cleanText(text: string): string {
  const cut = text.length > longest * 4 ? text.slice(0, longest * 4) : text;
  const clean = cut
    .normalize('NFC')
    .replace(controls, ' ')
    .replace(invisibles, '')
    .replace(idleJoiners, '')
    .replace(piledMarks, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean.length <= longest ? clean : `${clean.slice(0, longest).replace(/\p{Cs}/gu, '')}…`;
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name to stand inside other text: isolated where it runs right to left, so that it does not turn what is around it. */
export function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text for an XML element or attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A number in markup: at most two decimals, never an exponent or a minus zero. */
export function num(value: number): string {
  const bounded = Math.max(-1e7, Math.min(1e7, Number.isFinite(value) ? value : 0));
  return String(Math.round(bounded * 100) / 100 + 0);
}
