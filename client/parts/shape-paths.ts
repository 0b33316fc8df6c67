// The outlines of the canvas's shapes in a box of 24 by 24, for marks in legend and panels.
import type { ShapeName } from '../../server/graph/style.ts';

/** A path for each shape that the canvas draws. */
export const shapePaths: Readonly<Record<ShapeName, string>> = {
  ellipse: 'M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22z',
  'round-rectangle':
    'M6 1.5h12A4.5 4.5 0 0 1 22.5 6v12a4.5 4.5 0 0 1-4.5 4.5H6A4.5 4.5 0 0 1 1.5 18V6A4.5 4.5 0 0 1 6 1.5z',
  rectangle: 'M1.5 1.5h21v21h-21z',
  diamond: 'M12 0l12 12l-12 12l-12-12z',
  hexagon: 'M6 1.5h12l6 10.5l-6 10.5H6L0 12z',
  octagon: 'M7.2 1h9.6L23 7.2v9.6L16.8 23H7.2L1 16.8V7.2z',
  triangle: 'M12 0l12 23H0z',
  pentagon: 'M12 0l12 9.2l-4.6 14.3H4.6L0 9.2z',
  tag: 'M0 1.5h16.5L24 12l-7.5 10.5H0z',
  star: 'M12 0l3 8.6h9l-7.2 5.5l2.7 9.4L12 17.8l-7.5 5.7l2.7-9.4L0 8.6h9z',
};
