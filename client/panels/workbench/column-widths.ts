// How wide the columns of a result are, from its headings and first rows, so that they stay as they are while rows scroll.
import type { Json } from '../../../data/model/graph.ts';
import { partsOf } from '../../../server/graph/answers/cells.ts';
import type { CellContext } from '../../../server/graph/answers/cells.ts';
import type { TableColumn } from '../../state/table.svelte.ts';

const letter = 6.7;
const padding = 28;
const widest = 320;
const narrowest = 84;
const sortMark = 18;
/** Facts are shown as numbers. */
const footnotes = 150;

/** Width of each column in pixels: room for most of its texts, long ones in several lines. */
export function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly Json[])[],
  context: CellContext,
): number[] {
  return columns.map(({ at, known, heading }) => {
    const head = heading.length * letter + padding + sortMark;
    if (known?.detail) return Math.max(head, footnotes);
    const lengths = rows
      .map((row) => partsOf(row[at] ?? null, known, context).reduce((sum, { text }) => sum + text.length + 2, 0))
      .sort((one, other) => one - other);
    const most = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
    return Math.round(Math.min(widest, Math.max(narrowest, head, most * letter + padding)));
  });
}
