// Labels take two lines at most, keep words and letters whole, and those that are drawn never meet.
import { describe, expect, it } from 'vitest';
import { boxesMeet } from '../../../server/graph/boxes.ts';
import { chooseLabels, labelBoxAt, nodeBox, wrapLabel, type LabelCandidate } from '../../../server/graph/labels.ts';
import { evenMeasure, randomFrom, shuffled } from './make.ts';

const wrap = (text: string, letters = 18) => wrapLabel(text, evenMeasure, letters * 6);

describe('wrapLabel', () => {
  it.each([
    ['Germany', ['Germany']],
    ['', []],
    ['   ', []],
    ['Federal Ministry of Defence', ['Federal Ministry', 'of Defence']],
    ['German-Italian agreement', ['German-Italian', 'agreement']],
    ['Verteidigungsindustrie', ['Verteidigungsindustrie']],
    ['Runder Tisch Verteidigungsindustrie', ['Runder Tisch', 'Verteidigungsindustrie']],
    ['one\n two\tthree', ['one two three']],
    ['A name that has far too many words for two lines', ['A name that has', 'far too many word…']],
    ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschifff…']],
  ])('%j', (text, lines) => {
    expect(wrap(text)).toEqual(lines);
  });

  it('makes both lines about as long', () => {
    expect(wrap('aaaaaa bbb ccc ddd eeee', 18)).toEqual(['aaaaaa bbb', 'ccc ddd eeee']);
  });

  it.each([
    'a'.repeat(100_000),
    'word '.repeat(20_000),
    '😀'.repeat(50_000),
    'e\u0301'.repeat(50_000),
    '-'.repeat(100_000),
  ])('fits and ends what is very long, quickly (%#)', (text) => {
    const begun = performance.now();
    const lines = wrap(text);
    expect(performance.now() - begun).toBeLessThan(200);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(2);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const line of lines) expect(evenMeasure(line)).toBeLessThanOrEqual(18 * 6);
  });

  it('never splits what a reader sees as one letter', () => {
    const family = '👨‍👩‍👧';
    const [line = ''] = wrap(family.repeat(20), 17);
    expect(line.replaceAll(family, '')).toBe('…');
    expect(wrap('й'.normalize('NFD').repeat(30), 9)[0]).toMatch(/^(и\u0306)+…$/u);
  });

  it('never takes more than two lines nor more than the width', () => {
    const random = randomFrom(11);
    for (let turn = 0; turn < 300; turn++) {
      const words = Array.from({ length: 1 + Math.floor(random() * 9) }, () =>
        'x'.repeat(1 + Math.floor(random() * 24)),
      );
      const lines = wrap(words.join(random() < 0.3 ? '-' : ' '));
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(evenMeasure(line)).toBeLessThanOrEqual(18 * 6 * 1.25);
    }
  });
});

describe('nodeBox', () => {
  it('is as wide as the wider of shape and label, and as high as both', () => {
    expect(nodeBox(26, ['12345678', '1'], evenMeasure)).toEqual({ width: 48, height: 57, radius: 13, labelWidth: 48 });
    expect(nodeBox(26, [], evenMeasure)).toEqual({ width: 26, height: 26, radius: 13, labelWidth: 0 });
  });
});

describe('chooseLabels', () => {
  const candidate = (id: string, x: number, degree: number): LabelCandidate => {
    return { id, x, y: 0, radius: 13, width: 80, height: 14, degree };
  };

  it('takes the best-connected first, then by id, and what is selected before all', () => {
    const nodes = [candidate('a', 0, 1), candidate('b', 50, 9), candidate('c', 100, 1)];
    expect([...chooseLabels(nodes)]).toEqual(['b']);
    expect([...chooseLabels(nodes, new Set(['a']))]).toEqual(['a', 'c']);
    expect([...chooseLabels([candidate('z', 0, 1), candidate('y', 50, 1)])]).toEqual(['y']);
  });

  it('lays none on another node, but lets its own node be', () => {
    const below = { ...candidate('b', 0, 9), y: 26, width: 0, height: 0 };
    expect([...chooseLabels([candidate('a', 0, 1), below])]).toEqual([]);
    expect([...chooseLabels([candidate('a', 0, 1)])]).toEqual(['a']);
  });

  it.each([1, 2, 3])('draws no two that meet among 300 crowded nodes, whatever their order (%i)', (seed) => {
    const random = randomFrom(seed);
    const nodes = Array.from({ length: 300 }, (_, index): LabelCandidate => {
      const size = { radius: 13, width: 30 + random() * 80, height: random() < 0.5 ? 14 : 28 };
      return { id: `n${index}`, x: random() * 1400, y: random() * 900, degree: Math.floor(random() * 20), ...size };
    });
    const chosen = chooseLabels(nodes);
    expect(chosen.size).toBeGreaterThan(30);
    const drawn = nodes.filter(({ id }) => chosen.has(id));
    for (const a of drawn) {
      for (const b of nodes) {
        if (a.id === b.id) continue;
        const shape = { left: b.x - 13, right: b.x + 13, top: b.y - 13, bottom: b.y + 13 };
        expect(boxesMeet(labelBoxAt(a), shape)).toBe(false);
        if (chosen.has(b.id)) expect(boxesMeet(labelBoxAt(a), labelBoxAt(b))).toBe(false);
      }
    }
    expect(chooseLabels(shuffled(nodes, seed))).toEqual(chosen);
  });
});
