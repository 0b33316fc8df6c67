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

/** Makes wide columns narrower, as far as they stay readable, where all of them do not fit into the room there is. */
export function fitted(widths: readonly number[], room: number): number[] {
  const excess = widths.reduce((sum, width) => sum + width, 0) - room;
  const spare = widths.map((width) => Math.max(0, width - readable));
  const total = spare.reduce((sum, each) => sum + each, 0);
  if (excess <= 0 || total === 0) return [...widths];
  const share = Math.min(1, excess / total);
  return widths.map((width, at) => Math.floor(width - (spare[at] ?? 0) * share));
}

/** Width of each column in pixels: room for most of its texts, long ones in several lines. */
export function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly Json[])[],
  context: CellContext,
): number[] {
  return columns.map(({ at, known, heading }) => {
    const head = heading.length * headingLetter + padding + sortMark;
    if (known?.detail) return Math.max(head, footnotes);
    const lengths = rows
      .map((row) => partsOf(row[at] ?? null, known, context).reduce((sum, { text }) => sum + text.length + 2, 0))
      .sort((one, other) => one - other);
    const most = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
    return Math.round(Math.min(widest, Math.max(narrowest, head, most * letter + padding)));
  });
}
