// From the SVG of a picture to PNG, with the typeface's own files and within a bound of pixels.
import { renderAsync } from '@resvg/resvg-js';
import { EntenteError } from '../errors.ts';
import type { Composition } from './compose.ts';
import { fontFamily, type Typeface } from './fonts.ts';

/** Pixels a unit. */
export type PngScale = 1 | 2 | 4;

/** More pixels are refused: at four bytes each this is a quarter of a gigabyte. */
const mostPixels = 64_000_000;

/** What a PNG is drawn from. */
export interface PngInput {
  readonly svg: string;
  readonly composition: Composition;
  readonly scale: PngScale;
  readonly typeface: Typeface;
}

/**
 * Draws the SVG. The system's fonts are looked at only where the picture has characters that the typeface lacks.
 *
 * @throws {EntenteError} `picture-too-large`
 */
export async function renderPng({ svg, composition, scale, typeface }: PngInput): Promise<Buffer> {
  const [width, height] = [composition.width * scale, composition.height * scale];
  if (width * height > mostPixels) throw tooLarge(width, height, scale);
  const characters = composition.sheet.characters(400) + composition.sheet.characters(600);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: [...typeface.files],
      loadSystemFonts: !typeface.covers(characters),
      defaultFontFamily: fontFamily,
      sansSerifFamily: fontFamily,
    },
  });
  return image.asPng();
}

function tooLarge(width: number, height: number, scale: PngScale): EntenteError {
  const millions = Math.round((width * height) / 1e6);
  return new EntenteError({
    code: 'picture-too-large',
    status: 422,
    message: `At ${scale}× the picture would have ${millions} million pixels, and at most ${mostPixels / 1e6} million can be drawn.`,
    advice: scale === 1 ? 'Show fewer entities, or save it as SVG.' : 'Choose a smaller scale, or save it as SVG.',
    details: { width, height, mostPixels },
  });
}
