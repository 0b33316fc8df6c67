// How large labels are at a zoom, and which of them there is room for.
import { chooseLabels, labelMetrics } from '../../server/graph/labels.ts';
import type { LabelCandidate } from '../../server/graph/labels.ts';

/** Bounds of the label's size on the screen, in CSS pixels, as long as zoom would make it smaller or larger. */
export const screenFont = { min: 10.5, max: 14 } as const;

/** Width that a label's outline takes and that it keeps from the next, in canvas units. */
const halo = 8;
/** The part of it that the layout has to add to its own gap between boxes. */
export const haloInLayout = 3;
/** Height kept between two labels, within the gap of the layout. */
const leading = 5;

/** The label's size in canvas units at a zoom: it grows with the drawing, within bounds on the screen. */
export function fontSizeAt(zoom: number): number {
  const onScreen = Math.min(screenFont.max, Math.max(screenFont.min, labelMetrics.fontSize * zoom));
  return Math.round((onScreen / zoom) * 10) / 10;
}

/** The ids of the labels that have room at a font size, best-connected first; `first` come before all. */
export function labelsWithRoom(
  nodes: readonly LabelCandidate[],
  fontSize: number,
  first: ReadonlySet<string>,
): ReadonlySet<string> {
  const scale = fontSize / labelMetrics.fontSize;
  return chooseLabels(
    nodes.map((node) => ({ ...node, width: node.width * scale + halo, height: node.height * scale + leading })),
    first,
  );
}
