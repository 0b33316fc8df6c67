// The typeface of pictures: its files, the widths of texts by its own metrics, and subsets to embed.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';

/** The weights that pictures use. */
export type Weight = 400 | 600;

/** How wide a text is at a size and weight, in the same unit as the size. */
export type TextMeasure = (text: string, size: number, weight?: Weight) => number;

/** The family as it is named in pictures; what it lacks falls back to whatever the reader's system has. */
export const fontFamily = 'IBM Plex Sans';

const paths: Readonly<Record<Weight, string>> = {
  400: '400Regular/IBMPlexSans_400Regular.ttf',
  600: '600SemiBold/IBMPlexSans_600SemiBold.ttf',
};

/** The typeface, loaded. */
export interface Typeface {
  /** Paths of the font files. */
  readonly files: readonly string[];
  readonly measure: TextMeasure;
  /** True where the typeface has a glyph for every visible character. */
  covers(text: string): boolean;
  /** WOFF2 of one weight with only the glyphs that the text needs, in base64; the same text gives the same bytes. */
  subset(text: string, weight: Weight): Promise<string>;
}

let loaded: Promise<Typeface> | undefined;

/** The typeface, read once per process. */
export function loadTypeface(): Promise<Typeface> {
  loaded ??= readTypeface();
  return loaded;
}

async function readTypeface(): Promise<Typeface> {
  const files = [pathOf(400), pathOf(600)];
  const [regular, semibold] = await Promise.all([readFile(pathOf(400)), readFile(pathOf(600))]);
  const bytes: Readonly<Record<Weight, Buffer>> = { 400: regular, 600: semibold };
  const fonts: Readonly<Record<Weight, Font>> = { 400: fontOf(regular), 600: fontOf(semibold) };
  const advances = { 400: new Map<number, number>(), 600: new Map<number, number>() };
  return {
    files,
    measure: (text, size, weight = 400) => {
      let width = 0;
      for (const character of text) width += advance(fonts[weight], advances[weight], character.codePointAt(0) ?? 0);
      return width * size;
    },
    covers: (text) => {
      for (const character of text) if (!hasGlyph(fonts[400], character)) return false;
      return true;
    },
    subset: async (text, weight) => {
      const characters = [...new Set(text)].sort().join('');
      const subset = await subsetFont(bytes[weight], characters, { targetFormat: 'woff2' });
      return subset.toString('base64');
    },
  };
}

function pathOf(weight: Weight): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/ibm-plex-sans/${paths[weight]}`));
}

function fontOf(bytes: Buffer): Font {
  const font = create(bytes);
  if ('fonts' in font) throw new Error('A single font was expected, not a collection.');
  return font;
}

/** Characters that show nothing of their own. */
const invisible = /^[\p{Cf}\p{Cc}\p{Mn}\uFE00-\uFE0F]$/u;

function hasGlyph(font: Font, character: string): boolean {
  return invisible.test(character) || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

/** Width of a character as a part of the size: the font's own, else a guess on the wide side, since another font draws it. */
function advance(font: Font, known: Map<number, number>, codePoint: number): number {
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  const width = font.hasGlyphForCodePoint(codePoint)
    ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
    : invisible.test(String.fromCodePoint(codePoint))
      ? 0
      : codePoint < 0x1100
        ? 0.7
        : 1.05;
  known.set(codePoint, width);
  return width;
}
