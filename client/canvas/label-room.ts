// How large labels are at a zoom, and which of them there is room for.
import { chooseLabels, labelMetrics } from '../../server/graph/labels.ts';
import type { LabelCandidate } from '../../server/graph/labels.ts';

/** Bounds of the label's size on the screen, in CSS pixels, as long as zoom would make it smaller or larger. */
export const screenFont = { min: 11, max: 14 } as const;

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
  const halo = 4;
  return chooseLabels(
    nodes.map((node) => ({ ...node, width: node.width * scale + halo, height: node.height * scale })),
    first,
  );
}
