// The sheet on which a picture is drawn: markup in order, and which characters each weight of the typeface has to have.
import { fontFamily, type TextMeasure, type Weight } from './fonts.ts';
import { escapeXml, num } from './text.ts';

/** How a line of text looks. */
export interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly weight?: Weight;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of an outline that lifts the text off what lies under it. */
  readonly halo?: string;
}

/** Collects markup; every text passes through here, is escaped and counted. */
export class Sheet {
  readonly measure: TextMeasure;
  readonly #parts: string[] = [];
  readonly #characters: Readonly<Record<Weight, Set<string>>> = { 400: new Set(), 600: new Set() };

  constructor(measure: TextMeasure) {
    this.measure = measure;
  }

  /** Markup as it is: only what this program made, with numbers by `num` and texts by `escapeXml`. */
  add(markup: string): void {
    this.#parts.push(markup);
  }

  /** One line of text with its baseline at y. */
  text(content: string, x: number, y: number, style: TextStyle): void {
    const weight = style.weight ?? 400;
    for (const character of content) this.#characters[weight].add(character);
    const attributes = [
      `x="${num(x)}" y="${num(y)}" font-size="${num(style.size)}" fill="${style.fill}"`,
      weight === 400 ? '' : `font-weight="${weight}"`,
      style.anchor === undefined || style.anchor === 'start' ? '' : `text-anchor="${style.anchor}"`,
      style.halo === undefined
        ? ''
        : `stroke="${style.halo}" stroke-width="${num(style.size / 2.6)}" stroke-linejoin="round" paint-order="stroke"`,
    ];
    this.#parts.push(`<text ${attributes.filter((part) => part !== '').join(' ')}>${escapeXml(content)}</text>`);
  }

  /** A hairline across. */
  rule(x1: number, x2: number, y: number, colour: string): void {
    this.add(`<path d="M${num(x1)} ${num(y)}H${num(x2)}" stroke="${colour}" stroke-width="1"/>`);
  }

  /** Everything drawn so far. */
  markup(): string {
    return this.#parts.join('\n');
  }

  /** Characters that a weight has to have, each once. */
  characters(weight: Weight): string {
    return [...this.#characters[weight]].sort().join('');
  }
}

/** The family and its fallback, as it stands in markup. */
export const familyAttribute = `${fontFamily}, sans-serif`;

/** A text in lines no wider than that; a word that is wider is broken. */
export function wrapText(text: string, width: number, measureText: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, width, measureText))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measureText(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, width: number, measureText: (text: string) => number): string[] {
  if (measureText(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measureText(piece + character) > width) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}
