// A link is copied, or the page says that it was not.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LinkCopy } from '../../../client/panels/link-copy.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { href: 'http://127.0.0.1:4747/' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('copies the whole address, and says so for a moment', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  const link = new LinkCopy();
  await link.copy('#/query/a');
  expect(writeText).toHaveBeenCalledWith('http://127.0.0.1:4747/#/query/a');
  expect(link.state).toBe('copied');
  vi.advanceTimersByTime(3000);
  expect(link.state).toBe('rest');
});

it.each([
  ['without a clipboard', {}],
  ['where the user does not allow it', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } }],
])('says that it was not copied: %s', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  const link = new LinkCopy();
  await link.copy('#/query/a');
  expect(link.state).toBe('refused');
});
