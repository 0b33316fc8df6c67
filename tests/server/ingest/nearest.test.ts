// Guessing what somebody meant.
import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../../server/ingest/nearest.ts';

describe('the nearest word', () => {
  it.each<[string, string | undefined]>([
    ['germny', 'germany'],
    ['Germany', 'germany'],
    ['itlay', 'italy'],
    ['ukrainien', 'ukraine'],
    ['france', undefined],
    ['it', undefined],
    ['', undefined],
  ])('to "%s" is %s', (written, word) => {
    expect(nearest(written, ['germany', 'italy', 'ukraine'])).toBe(word);
  });

  it('is offered as a question, or not at all', () => {
    expect(didYouMean('germny', ['germany'])).toBe(' Did you mean "germany"?');
    expect(didYouMean(7, ['germany'])).toBe('');
  });
});
