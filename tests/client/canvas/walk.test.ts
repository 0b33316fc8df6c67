// Where arrow keys lead on the canvas.
import { describe, expect, it } from 'vitest';
import { stepTowards } from '../../../client/canvas/walk.ts';

const here = { x: 0, y: 0 };
const step = (id: string, x: number, y: number, isNeighbour = true) => ({ id, x, y, isNeighbour });

describe('an arrow key', () => {
  it('leads to the nearest entity in its direction', () => {
    const steps = [step('near', 50, 5), step('far', 200, 0), step('left', -20, 0)];
    expect(stepTowards(here, 'ArrowRight', steps)).toBe('near');
    expect(stepTowards(here, 'ArrowLeft', steps)).toBe('left');
  });

  it('prefers what a line leads to', () => {
    const steps = [step('stranger', 50, 0, false), step('neighbour', 90, 0)];
    expect(stepTowards(here, 'ArrowRight', steps)).toBe('neighbour');
  });

  it('leads nowhere where nothing lies', () => {
    expect(stepTowards(here, 'ArrowUp', [step('below', 0, 80), step('itself', 0, 0)])).toBeUndefined();
  });
});
