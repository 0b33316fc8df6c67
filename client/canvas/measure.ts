// How wide labels are, measured once each in the very font that the canvas draws them in.
import { labelMetrics } from '../../server/graph/labels.ts';
import type { Measure } from '../../server/graph/labels.ts';

/** The font of labels on the canvas. */
export const labelFont = { family: '"IBM Plex Sans", sans-serif', weight: 500 } as const;

const font = `${labelFont.weight} ${labelMetrics.fontSize}px ${labelFont.family}`;
const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** Width of a text in canvas units at the label's size. */
export const measureLabel: Measure = (text) => {
  const known = widths.get(text);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null || context === undefined) return text.length * labelMetrics.fontSize * 0.55;
  context.font = font;
  const width = context.measureText(text).width;
  widths.set(text, width);
  return width;
};

/** Waits until the font has the letters of these texts; true where some had to come, so that widths are new. */
export async function loadLabelFont(texts: readonly string[]): Promise<boolean> {
  const letters = [...new Set(texts.join(''))].join('');
  if (letters === '' || document.fonts.check(font, letters)) return false;
  await document.fonts.load(font, letters).catch(() => []);
  widths.clear();
  return true;
}
