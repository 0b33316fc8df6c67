// Names pasted as a list: certain ones taken, doubtful ones to choose from, unknown ones said.
import { describe, expect, it } from 'vitest';
import type { Api } from '../../../client/api/api.ts';
import { namesIn, PastedNames } from '../../../client/state/pasted-names.svelte.ts';
import type { Candidate } from '../../../client/state/pasted-names.svelte.ts';

const candidate = (id: string): Candidate => ({ id, type: 'Country', name: id, matched: id });

describe('a pasted text', () => {
  it('holds a name a line, each once, without bullets', () => {
    expect(namesIn('Germany\r\n\r\n • Italy \n- Spain\nGermany; France\tNorth-South')).toEqual([
      'Germany',
      'Italy',
      'Spain',
      'France',
      'North-South',
    ]);
  });
});

describe('names', () => {
  it('are taken, offered or said, and unknown ones stay in the field to be corrected', async () => {
    const taken: string[] = [];
    const api = {
      resolveNames: async () => ({
        names: [
          { name: 'UK', outcome: 'certain', candidates: [candidate('united-kingdom')] },
          { name: 'Ministry', outcome: 'doubtful', candidates: [candidate('mod-de'), candidate('mod-it')] },
          { name: 'Office', outcome: 'doubtful', candidates: [candidate('o')] },
          { name: 'Atlantis', outcome: 'unknown', candidates: [] },
        ],
      }),
    } as unknown as Api;
    const pasted = new PastedNames(
      api,
      () => 'en',
      [],
      (candidates) => taken.push(...candidates.map(({ id }) => id)),
    );
    pasted.text = 'UK\nMinistry\nOffice\nAtlantis';
    await pasted.resolve();
    expect(taken).toEqual(['united-kingdom']);
    expect(pasted.doubtful.map(({ name }) => name)).toEqual(['Ministry', 'Office']);
    expect(pasted.unknown.map(({ name }) => name)).toEqual(['Atlantis']);
    expect(pasted.text).toBe('Atlantis');
    pasted.settle('Ministry', candidate('mod-it'));
    pasted.settle('Office', undefined);
    expect(taken).toEqual(['united-kingdom', 'mod-it']);
    expect(pasted.doubtful).toEqual([]);
  });
});
