// Fitting and revealing: what the screen shows of the drawing.
import { describe, expect, it } from 'vitest';
import { fitTo, isSameView, panInto, zoomBounds } from '../../../client/canvas/camera.ts';

const box = { left: -100, top: -50, right: 300, bottom: 150 };
const insets = { top: 20, right: 420, bottom: 20, left: 20 };

describe('fitting', () => {
  it('shows the whole box within what panels leave free', () => {
    const { zoom, pan } = fitTo(box, 800, 600, insets);
    expect(box.left * zoom + pan.x).toBeGreaterThanOrEqual(insets.left - 0.01);
    expect(box.right * zoom + pan.x).toBeLessThanOrEqual(800 - insets.right + 0.01);
    expect(box.top * zoom + pan.y).toBeGreaterThanOrEqual(insets.top - 0.01);
    expect(box.bottom * zoom + pan.y).toBeLessThanOrEqual(600 - insets.bottom + 0.01);
  });

  it('does not blow up a single entity', () => {
    expect(fitTo({ left: 0, top: 0, right: 10, bottom: 10 }, 800, 600, insets).zoom).toBe(zoomBounds.fit);
  });
});

describe('revealing', () => {
  it('moves nothing that can be seen', () => {
    expect(panInto({ x: 200, y: 200 }, 800, 600, insets)).toBeUndefined();
  });

  it('moves by as little as brings a point out from under a panel', () => {
    expect(panInto({ x: 700, y: 200 }, 800, 600, insets)).toEqual({ x: -320, y: 0 });
    expect(panInto({ x: 5, y: 590 }, 800, 600, insets)).toEqual({ x: 15, y: -10 });
  });
});

describe('the view', () => {
  const view = { zoom: 1, pan: { x: 10, y: 20 } };
  it.each([
    [{ zoom: 1, pan: { x: 10, y: 20 } }, true],
    [{ zoom: 1.0001, pan: { x: 10.2, y: 19.8 } }, true],
    [{ zoom: 1, pan: { x: 11, y: 20 } }, false],
    [{ zoom: 1, pan: { x: 10, y: 18 } }, false],
    [{ zoom: 1.05, pan: { x: 10, y: 20 } }, false],
  ])('%j is the same: %s', (other, isSame) => {
    expect(isSameView(view, other)).toBe(isSame);
  });
});
