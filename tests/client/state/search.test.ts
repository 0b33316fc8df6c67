// Search as one types: Enter takes a hit of the text that stands there, also where its hits are still to come.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Api } from '../../../client/api/api.ts';
import { Search } from '../../../client/state/search.svelte.ts';
import type { SearchHit } from '../../../server/contract/explore.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hit = (id: string): SearchHit => ({
  node: {
    id,
    type: 'Company',
    name: id,
    names: { en: id },
    aliases: [],
    certainty: 'explicit',
    disputed: false,
    properties: {},
    evidence: [],
  },
  matched: id,
  score: 1,
  degree: 1,
});
const search = vi.fn(async (text: string) => ({
  hits: text === 'nobody' ? [] : [hit(text), hit('other')],
  truncated: false,
}));
const field = () => new Search({ search } as unknown as Api, () => 'en');
const answered = () => vi.advanceTimersByTimeAsync(200);

it('takes the first hit once it has come, where Enter was pressed before', async () => {
  const [box, taken] = [field(), vi.fn()];
  box.type('raytheon');
  box.take(taken);
  expect(taken).not.toHaveBeenCalled();
  await answered();
  expect(taken.mock.calls).toEqual([[hit('raytheon')]]);
});

it('never takes a hit of a text that has been typed over', async () => {
  const [box, taken] = [field(), vi.fn()];
  box.type('ray');
  await answered();
  box.type('diehl');
  box.take(taken);
  await answered();
  expect(taken.mock.calls).toEqual([[hit('diehl')]]);
});

it('forgets the wish when one types on, closes the list or nothing is found', async () => {
  const [box, taken] = [field(), vi.fn()];
  box.type('ray');
  box.take(taken);
  box.type('rayt');
  await answered();
  box.type('diehl');
  box.take(taken);
  box.close();
  await answered();
  box.type('nobody');
  box.take(taken);
  await answered();
  expect(taken).not.toHaveBeenCalled();
});

it('takes the hit that the arrow keys stand on', async () => {
  const [box, taken] = [field(), vi.fn()];
  box.type('ray');
  await answered();
  box.step(1);
  box.take(taken);
  expect(taken.mock.calls).toEqual([[hit('other')]]);
});
