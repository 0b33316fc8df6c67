// Rows of small or unconnected parts of a drawing, below whatever else there is.
import type { Box } from './boxes.ts';
import { extentOf } from './frame.ts';
import { boxGap, type Body } from './overlap.ts';

/** Space between two unconnected parts, in canvas units. */
export const partGap = 24;

/** Rows of small parts, centred under what is there; a block of the aspect where nothing is. */
export function layRows(parts: readonly (readonly Body[])[], above: Box | undefined, aspect: number): void {
  const extents = new Map(parts.map((part) => [part, extentOf(part)]));
  const widthOf = (part: readonly Body[]) => (extents.get(part)?.right ?? 0) - (extents.get(part)?.left ?? 0);
  const area = [...extents.values()].reduce((sum, box) => sum + (box.right - box.left) * (box.bottom - box.top), 0);
  const available = above === undefined ? Math.sqrt(area * aspect) : above.right - above.left;
  let top = above === undefined ? 0 : above.bottom + partGap;
  for (const row of rowsOf(parts, widthOf, available)) {
    const used = row.reduce((sum, part) => sum + widthOf(part) + boxGap, -boxGap);
    let left = (above?.left ?? 0) + (available - used) / 2;
    const drop = Math.max(
      ...row.map(([body], index) => (row[index]?.length === 1 && body ? body.radius + body.margin : 0)),
    );
    for (const part of row) {
      const from = extents.get(part) ?? { left: 0, top: 0 };
      for (const body of part) {
        body.x += left - from.left;
        // Single nodes of a row stand on one line by their middles.
        body.y = part.length === 1 ? top + boxGap / 2 + drop : body.y + top - from.top;
      }
      left += widthOf(part) + boxGap;
    }
    top = extentOf(row.flat()).bottom + boxGap;
  }
}

function rowsOf<Part>(parts: readonly Part[], widthOf: (part: Part) => number, available: number): Part[][] {
  const rows: Part[][] = [];
  let width = Infinity;
  for (const part of parts) {
    if (width + widthOf(part) > available) {
      rows.push([]);
      width = 0;
    }
    rows.at(-1)?.push(part);
    width += widthOf(part) + boxGap;
  }
  return rows;
}
