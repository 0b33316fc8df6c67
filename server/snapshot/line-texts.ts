// What stands on the lines of a picture: verbs, numbers of sources, and the mark of what sources disagree on.
import type { Box, BoxGrid } from '../graph/boxes.ts';
import type { DrawnRelation } from '../graph/drawing.ts';
import type { Point } from '../graph/segments.ts';
import type { Palette } from '../graph/style.ts';
import { pointAt, type LinePath } from './lines.ts';
import type { Sheet } from './sheet.ts';
import { shapeMarkup } from './shapes.ts';
import { num } from './text.ts';

/** How texts on lines are drawn. */
export interface LineTextOptions {
  readonly palette: Palette;
  readonly textsOf: (relation: DrawnRelation) => readonly string[];
  readonly scale: number;
}

/** Places on a line where its text may stand: near the middle first. */
const parts = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.27, 0.73, 0.22, 0.78];
const textSize = 9.5;
const markSize = 11;

/** Draws each line's mark and the longest of its texts that meets nothing; a text without room is left out. */
export function drawLineTexts(
  sheet: Sheet,
  lines: readonly { readonly relation: DrawnRelation; readonly path: LinePath }[],
  taken: BoxGrid<{ box: Box }>,
  options: LineTextOptions,
): void {
  for (const { relation, path } of lines) {
    if (relation.look.disputed) drawMark(sheet, path, taken, options);
  }
  for (const { relation, path } of lines) drawText(sheet, options.textsOf(relation), path, taken, options);
}

/** A mark is always drawn: where there is room, else in the middle. */
function drawMark(sheet: Sheet, path: LinePath, taken: BoxGrid<{ box: Box }>, { palette }: LineTextOptions): void {
  const place = freePoint(path, markSize, markSize, taken) ?? pointAt(path, 0.5);
  taken.add({ box: boxAt(place, markSize, markSize) });
  sheet.add(disputedMark(place, palette));
}

/** The mark of a disputed relation, as lines and the legend carry it. */
export function disputedMark(middle: Point, palette: Palette): string {
  return shapeMarkup(
    'diamond',
    middle,
    markSize,
    `fill="${palette.disputed}" stroke="${palette.background}" stroke-width="1.5"`,
  );
}

function drawText(
  sheet: Sheet,
  texts: readonly string[],
  path: LinePath,
  taken: BoxGrid<{ box: Box }>,
  { palette }: LineTextOptions,
): void {
  for (const text of texts) {
    const width = sheet.measure(text, textSize) + 4;
    if (width > Math.hypot(path.end.x - path.start.x, path.end.y - path.start.y) * 1.1) continue;
    const place = freePoint(path, width, textSize + 1, taken);
    if (place === undefined) continue;
    const box = boxAt(place, width, textSize + 1);
    taken.add({ box });
    // The line pauses behind its text.
    const size = `width="${num(width)}" height="${num(textSize + 1)}"`;
    sheet.add(`<rect x="${num(box.left)}" y="${num(box.top)}" ${size} rx="3" fill="${palette.background}"/>`);
    sheet.text(text, place.x, place.y + textSize * 0.36, {
      size: textSize,
      fill: palette.mutedText,
      anchor: 'middle',
    });
    return;
  }
}

function freePoint(path: LinePath, width: number, height: number, taken: BoxGrid<{ box: Box }>): Point | undefined {
  return parts.map((part) => pointAt(path, part)).find((point) => !taken.meets(boxAt(point, width, height)));
}

function boxAt({ x, y }: Point, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}
