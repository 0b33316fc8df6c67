// The legend of a picture: types by family with their shapes and counts, ways of drawing lines, kinds of relations.
import type { Legend, LegendFamily, LegendLine } from '../graph/legend.ts';
import { phrase } from '../graph/phrases.ts';
import { dashPatterns, familyColour, iconOffset, nodeLook, type LineLook, type Palette } from '../graph/style.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { Icons } from './icons.ts';
import { lineMarkup } from './lines.ts';
import { disputedMark } from './line-texts.ts';
import { iconMarkup } from './network.ts';
import { wrapText, type Sheet } from './sheet.ts';
import { shapeMarkup } from './shapes.ts';

/** What the legend is drawn with. */
export interface LegendInput {
  readonly legend: Legend;
  readonly vocabulary: Vocabulary;
  readonly palette: Palette;
  readonly icons: Icons;
  readonly lang: string;
}

/** A rectangle without a lower edge: what is drawn in it says how high it became. */
export interface Column {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const rowHeight = 24;
const headingHeight = 24;
const blockGap = 14;
const columnGap = 24;
const columns = 5;
const swatch = 18;
const size = 12.5;
const lineHeight = 16;
const typeIndent = swatch + 12;
const lineIndent = 50;

/** One heading with its rows. */
interface Block {
  readonly heading: string;
  readonly colour: string;
  readonly rows: readonly Row[];
}

/** A row: a mark, then a word with its count in as many lines as the column makes of them. */
interface Row {
  readonly word: string;
  readonly count: number;
  /** Where the word begins, from the column's edge. */
  readonly indent: number;
  readonly drawMark: (sheet: Sheet, left: number, middle: number) => void;
}

/** Draws the legend into the column; returns the height used. */
export function drawLegend(sheet: Sheet, column: Column, input: LegendInput): number {
  const blocks = [...input.legend.families.map((family) => familyBlock(family, input)), ...lineBlock(input)];
  const width = (column.width - columnGap * (columns - 1)) / columns;
  const heightOf = (block: Block) =>
    block.rows.reduce((sum, row) => sum + rowHeightOf(sheet, row, width), headingHeight);
  let height = 0;
  balanced(blocks, columns, heightOf).forEach((stack, index) => {
    let top = column.top;
    for (const block of stack) {
      drawBlock(sheet, block, { left: column.left + index * (width + columnGap), top, width }, input.palette);
      top += heightOf(block) + blockGap;
    }
    height = Math.max(height, top - blockGap - column.top);
  });
  return height + drawRelationTypes(sheet, { ...column, top: column.top + height + blockGap }, input);
}

/** Blocks in order over columns, so that the highest column is as low as it can be. */
function balanced(blocks: readonly Block[], count: number, heightOf: (block: Block) => number): Block[][] {
  const total = blocks.reduce((sum, block) => sum + heightOf(block) + blockGap, 0);
  for (let limit = Math.max(total / count, ...blocks.map(heightOf)); ; limit += rowHeight / 2) {
    const stacks = stacked(blocks, limit, heightOf);
    if (stacks.length <= count) return stacks;
  }
}

function stacked(blocks: readonly Block[], limit: number, heightOf: (block: Block) => number): Block[][] {
  const stacks: Block[][] = [];
  let height = Infinity;
  for (const block of blocks) {
    if (height + heightOf(block) > limit) {
      stacks.push([]);
      height = 0;
    }
    stacks.at(-1)?.push(block);
    height += heightOf(block) + blockGap;
  }
  return stacks;
}

function drawBlock(sheet: Sheet, block: Block, { left, top, width }: Column, palette: Palette): void {
  sheet.text(block.heading, left, top + 13, { size, weight: 600, fill: block.colour });
  let y = top + headingHeight;
  for (const row of block.rows) {
    row.drawMark(sheet, left, y + rowHeight / 2 - 2);
    const lines = rowLines(sheet, row, width);
    lines.forEach((line, index) => {
      const baseline = y + rowHeight / 2 + 2.5 + index * lineHeight;
      sheet.text(line, left + row.indent, baseline, { size, fill: palette.text });
      if (index < lines.length - 1) return;
      const after = left + row.indent + sheet.measure(line, size) + 8;
      sheet.text(String(row.count), after, baseline, { size, fill: palette.mutedText });
    });
    y += rowHeightOf(sheet, row, width);
  }
}

function rowLines(sheet: Sheet, { word, count, indent }: Row, width: number): string[] {
  const room = width - indent - sheet.measure(String(count), size) - 8;
  return wrapText(word, room, (text) => sheet.measure(text, size));
}

function rowHeightOf(sheet: Sheet, row: Row, width: number): number {
  return rowHeight + (rowLines(sheet, row, width).length - 1) * lineHeight;
}

function familyBlock(family: LegendFamily, input: LegendInput): Block {
  const { vocabulary, palette, icons } = input;
  const fill = familyColour(vocabulary, family.family, palette.theme);
  const rows = family.types.map(({ type, word, count }): Row => {
    const drawMark = (sheet: Sheet, left: number, middle: number) => {
      const look = nodeLook(vocabulary, { type }, 0, palette.theme);
      const shapeSize = (look.size / 26) * swatch;
      const at = { x: left + swatch / 2 + 2, y: middle };
      sheet.add(shapeMarkup(look.shape, at, shapeSize, `fill="${fill}"`));
      const icon = (look.iconSize / look.size) * shapeSize;
      sheet.add(iconMarkup(icons[look.icon] ?? '', at, icon, look.iconColour, iconOffset(look.shape) * shapeSize));
    };
    return { word, count, indent: typeIndent, drawMark };
  });
  return { heading: family.word, colour: palette.text, rows };
}

function lineBlock({ legend, lang, palette }: LegendInput): Block[] {
  if (legend.lines.length === 0) return [];
  const rows = legend.lines.map((line): Row => {
    const drawMark = (sheet: Sheet, left: number, middle: number) => drawLineSample(sheet, line, left, middle, palette);
    return { word: line.word, count: line.count, indent: lineIndent, drawMark };
  });
  const disputed: Row = {
    word: phrase(lang, 'disputed'),
    count: legend.disputed,
    indent: lineIndent,
    drawMark: (sheet, left, middle) => sheet.add(disputedMark({ x: left + 20, y: middle }, palette)),
  };
  const all = legend.disputed > 0 ? [...rows, disputed] : rows;
  return [{ heading: phrase(lang, 'lines'), colour: palette.text, rows: all }];
}

function drawLineSample(sheet: Sheet, line: LegendLine, left: number, middle: number, palette: Palette): void {
  const look: LineLook = {
    dash: line.dash,
    dashPattern: dashPatterns[line.dash],
    colour: line.pale ? palette.paleLine : palette.line,
    width: 1.4,
    pale: line.pale,
    arrow: true,
    disputed: false,
  };
  const [start, end] = [
    { x: left, y: middle },
    { x: left + 40, y: middle },
  ];
  sheet.add(lineMarkup({ start, control: { x: left + 20, y: middle }, end }, look, 1));
}

/** All kinds of relations in use with their counts, as one running text. */
function drawRelationTypes(sheet: Sheet, column: Column, { legend, lang, palette }: LegendInput): number {
  if (legend.relationTypes.length === 0) return 0;
  // Spaces inside an entry do not break, so that lines end between entries.
  const entry = (word: string, count: number) => `${word} ${count}`.replaceAll(' ', '\u00A0');
  const text = legend.relationTypes.map(({ word, count }) => entry(word, count)).join(' · ');
  const heading = phrase(lang, 'relations');
  const indent = sheet.measure(heading, 12.5, 600) + 14;
  const lines = wrapText(text, column.width - indent, (piece) => sheet.measure(piece, 12.5));
  sheet.text(heading, column.left, column.top + 13, { size: 12.5, weight: 600, fill: palette.text });
  lines.forEach((line, index) =>
    sheet.text(line, column.left + indent, column.top + 13 + index * 19, { size: 12.5, fill: palette.mutedText }),
  );
  return blockGap + lines.length * 19;
}
