// Which part of the drawing the screen shows: the arithmetic of fitting and of keeping something in view.
import type { Box } from '../../server/graph/boxes.ts';
import type { Point } from '../state/shown.ts';

/** Zoom and pan as Cytoscape takes them: screen = canvas × zoom + pan. */
export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

/** Space at the canvas's edges that panels cover, in CSS pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const zoomBounds = { min: 0.08, max: 4, fit: 1.15 } as const;

/** The viewport that shows a box whole, in the middle of what panels leave free. */
export function fitTo(box: Box, width: number, height: number, insets: Insets): Viewport {
  const free = { width: width - insets.left - insets.right, height: height - insets.top - insets.bottom };
  const [boxWidth, boxHeight] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  const wanted = Math.min(free.width / boxWidth, free.height / boxHeight, zoomBounds.fit);
  const zoom = Math.max(zoomBounds.min, wanted);
  return {
    zoom,
    pan: {
      x: insets.left + free.width / 2 - ((box.left + box.right) / 2) * zoom,
      y: insets.top + free.height / 2 - ((box.top + box.bottom) / 2) * zoom,
    },
  };
}

/** How far to pan so that a point on the screen lies within what panels leave free; nothing where it does. */
export function panInto(at: Point, width: number, height: number, insets: Insets): Point | undefined {
  const shift = (value: number, low: number, high: number) =>
    value < low ? low - value : value > high ? high - value : 0;
  const x = shift(at.x, insets.left, Math.max(insets.left, width - insets.right));
  const y = shift(at.y, insets.top, Math.max(insets.top, height - insets.bottom));
  return x === 0 && y === 0 ? undefined : { x, y };
}

/** True where both show the same, to within what cannot be seen. */
export function isSameView(one: Viewport, other: Viewport): boolean {
  const far = Math.max(Math.abs(one.pan.x - other.pan.x), Math.abs(one.pan.y - other.pan.y));
  return far < 0.5 && Math.abs(one.zoom - other.zoom) < 0.0005;
}
