// Small pure parts of the state: names of files, counts of neighbours, ids that a panel names.
import { describe, expect, it } from 'vitest';
import { countsIn } from '../../../client/state/expansion.svelte.ts';
import { mentionedIds } from '../../../client/state/mentions.ts';
import { fileName } from '../../../client/state/picture.svelte.ts';

describe('the name of a picture', () => {
  it.each([
    [{ title: 'Wer zahlt für Straßen?', date: '2026-11-24', format: 'svg' }, 'wer-zahlt-fur-straßen-2026-11-24.svg'],
    [{ title: '../../etc/passwd', date: '2026-11-24', format: 'png' }, 'etc-passwd-2026-11-24.png'],
    [{ title: 'Зеленський', format: 'svg' }, 'зеленськии.svg'],
    [{ title: '???', format: 'png' }, 'entente.png'],
  ] as const)('%j is %s', (request, name) => {
    expect(fileName(request)).toBe(name);
  });
});

describe('counts of neighbours', () => {
  it('come by type and direction, most first', () => {
    expect(countsIn({ 'A:in': 2, 'B:out': 7, 'A:out': 2 })).toEqual([
      { type: 'B', direction: 'out', count: 7 },
      { type: 'A', direction: 'in', count: 2 },
      { type: 'A', direction: 'out', count: 2 },
    ]);
  });
});

describe('the ids that a panel names', () => {
  it('are ends, organs, sources and speakers, each once', () => {
    const evidence = [
      { source: 's', locator: '1', statement: 'x', certainty: 'explicit', grade: 'A1', attributedTo: 'merz' },
      { source: 's', locator: '2', statement: 'y', certainty: 'explicit', grade: 'A1' },
    ];
    const relation = {
      id: 'a--x--b',
      type: 'PLEDGES',
      from: 'a',
      to: 'b',
      certainty: 'explicit',
      disputed: false,
      properties: { through: ['ministry', 'army'], note: 'no id' },
      evidence,
    };
    expect(mentionedIds({ kind: 'relation', relation })).toEqual(['a', 'b', 'ministry', 'army', 's', 'merz']);
  });
});
