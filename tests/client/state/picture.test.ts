// What the page asks of a picture: what is visible on the canvas, and nothing that the legend hides.
import { describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../client/api/api.ts';
import { Picture } from '../../../client/state/picture.svelte.ts';

describe('a picture', () => {
  it('is asked for with the entities and the lines that are visible, and with their places', async () => {
    const asked = vi.fn(async () => new Blob(['<svg/>']));
    const picture = new Picture({ picture: asked } as Partial<Api> as Api);
    picture.open('2026-04-16', 'dark', 'Who signs?');
    await picture.make({
      ids: ['germany', 'italy'],
      relations: ['germany--cooperates-with--italy'],
      positions: { germany: { x: 1, y: 2 }, france: { x: 3, y: 4 } },
      lang: 'de',
    });
    expect(asked).toHaveBeenCalledWith(
      {
        ids: ['germany', 'italy'],
        relations: ['germany--cooperates-with--italy'],
        positions: { germany: { x: 1, y: 2 } },
        title: 'Who signs?',
        date: '2026-04-16',
        lang: 'de',
        theme: 'dark',
        format: 'svg',
        scale: 1,
      },
      expect.any(AbortSignal),
    );
    expect(picture.outcome).toMatchObject({ state: 'ready', value: { name: 'who-signs-2026-04-16.svg' } });
  });
});
