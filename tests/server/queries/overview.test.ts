// The choice of the first view.
import { describe, expect, it } from 'vitest';
import { chooseOverview } from '../../../server/queries/overview.ts';

const ranked = [
  { id: 'a', type: 'Country', degree: 9 },
  { id: 'b', type: 'Country', degree: 8 },
  { id: 'c', type: 'Country', degree: 7 },
  { id: 'd', type: 'Person', degree: 6 },
  { id: 'e', type: 'Company', degree: 1 },
];

describe('the overview', () => {
  it('is what the data set declares, in its order', () => {
    expect(chooseOverview(['e', 'a', 'e'], ranked, 2)).toEqual(['e', 'a']);
  });

  it('is widened by the best-connected', () => {
    expect(chooseOverview(['e'], ranked, 3)).toEqual(['e', 'a', 'b']);
  });

  it('holds no type too often while there are others, where nothing is declared', () => {
    expect(chooseOverview([], ranked, 4)).toEqual(['a', 'd', 'e', 'b']);
  });

  it('is everything where there is less than asked for', () => {
    expect(chooseOverview([], ranked, 70)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
