// How wide the columns of a result are, from its headings and first rows, so that they stay as they are while rows scroll.
import type { Json } from '../../../data/model/graph.ts';
import { partsOf } from '../../../server/graph/answers/cells.ts';
import type { CellContext } from '../../../server/graph/answers/cells.ts';
import type { TableColumn } from '../../state/table.svelte.ts';

const letter = 6.7;
const headingLetter = 7.3;
const padding = 28;
const widest = 320;
const narrowest = 84;
/** Texts in columns of this width can still be read. */
const readable = 170;
const sortMark = 32;
/** Facts are shown as numbers. */
const footnotes = 150;

/** How wide a column would like to be, and how narrow it may become without breaking words. */
export interface ColumnWidth {
  readonly wanted: number;
  readonly least: number;
}

/** Makes wide columns narrower, as far as they stay readable, where all of them do not fit into the room there is. */
export function fitted(columns: readonly ColumnWidth[], room: number): number[] {
  const widths = columns.map(({ wanted }) => wanted);
  const excess = widths.reduce((sum, width) => sum + width, 0) - room;
  const spare = columns.map(({ wanted, least }) => Math.max(0, wanted - Math.max(readable, least)));
  const total = spare.reduce((sum, each) => sum + each, 0);
  if (excess <= 0 || total === 0) return widths;
  const share = Math.min(1, excess / total);
  return widths.map((width, at) => Math.floor(width - (spare[at] ?? 0) * share));
}

/** Width of each column in pixels: room for most of its texts, long ones in several lines. */
export function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly Json[])[],
  context: CellContext,
): ColumnWidth[] {
  return columns.map(({ at, known, heading }) => {
    const head = heading.length * headingLetter + padding + sortMark;
    if (known?.detail) return { wanted: Math.max(head, footnotes), least: head };
    const cells = rows.map((row) => partsOf(row[at] ?? null, known, context).map(({ text }) => text));
    const lengths = cells
      .map((texts) => texts.reduce((sum, text) => sum + text.length + 2, 0))
      .sort((one, other) => one - other);
    const longestWord = cells
      .flatMap((texts) => texts.flatMap((text) => text.split(/[\s-]/)))
      .reduce((longest, word) => Math.max(longest, word.length), 0);
    const least = Math.min(widest, longestWord * headingLetter + padding);
    const most = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
    const wanted = Math.min(widest, Math.max(narrowest, head, least, most * letter + padding));
    return { wanted: Math.round(wanted), least: Math.ceil(Math.max(head, least)) };
  });
}
