// Colours can be read and told apart in both themes; lines say by their look what the model says that they mean.
import { describe, expect, it } from 'vitest';
import { legendOf } from '../../../server/graph/legend.ts';
import { degreesOf, familyColour, lineLook, nodeLook, paletteFor, type Theme } from '../../../server/graph/style.ts';
import { blindnesses, contrast, differenceFor } from './colours.ts';
import { makeItem, makeNode, makeRelation, vocabulary } from './make.ts';

const themes: Theme[] = ['light', 'dark'];

describe.each(themes)('the %s palette', (theme) => {
  const palette = paletteFor(theme);

  it('has text that can be read on background and surface', () => {
    for (const text of [palette.text, palette.mutedText, palette.accent, palette.disputed]) {
      for (const ground of [palette.background, palette.surface]) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('has marks that stand out from the background, and icons that stand out from them', () => {
    const fills = [...palette.hues, palette.neutral];
    for (const mark of [...fills, palette.line, palette.paleLine]) {
      for (const ground of [palette.background, palette.surface]) {
        expect(contrast(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
    for (const fill of fills) expect(contrast(palette.icon, fill), fill).toBeGreaterThanOrEqual(3);
  });

  it.each(blindnesses)('has eight hues that are told apart with %s', (blindness) => {
    expect(new Set(palette.hues).size).toBe(8);
    palette.hues.forEach((a, index) => {
      for (const b of palette.hues.slice(0, index)) {
        expect(differenceFor(blindness, a, b), `${a} and ${b}`).toBeGreaterThanOrEqual(0.08);
      }
    });
  });

  it('gives each family its own hue and the last neutral', () => {
    const families = Object.keys(vocabulary.families);
    expect(families.slice(0, 8).map((family) => familyColour(vocabulary, family, theme))).toEqual(palette.hues);
    expect(familyColour(vocabulary, families[8], theme)).toBe(palette.neutral);
    expect(familyColour(vocabulary, 'no family', theme)).toBe(palette.neutral);
  });
});

describe('nodeLook', () => {
  it('has the shape and icon of the type, and a size that grows a little with the degree', () => {
    const look = nodeLook(vocabulary, { type: 'Country' }, 0, 'light');
    expect([look.shape, look.icon]).toEqual(['ellipse', 'flag']);
    const sizes = [0, 1, 10, 100, 1e6].map((degree) => nodeLook(vocabulary, { type: 'Country' }, degree, 'light').size);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes.at(-1)).toBeLessThanOrEqual(44);
  });

  it('draws a type that the vocabulary does not know', () => {
    expect(nodeLook(vocabulary, { type: 'Planet' }, 3, 'dark').fill).toBe(paletteFor('dark').neutral);
  });

  it('tells types of one family apart by shape or icon', () => {
    const marks = Object.values(vocabulary.types).map(({ family, shape, icon }) => `${family} ${shape} ${icon}`);
    expect(new Set(marks).size).toBe(marks.length);
  });
});

describe('lineLook', () => {
  const look = (rest: Parameters<typeof makeRelation>[3], ends = {}) =>
    lineLook(vocabulary, makeRelation('a', 'FINANCES', 'b', rest), ends, 'light');

  it.each([
    ...['existing', 'agreed', 'contracted', 'made-available', 'delivered', 'ended'].map((status) => [status, 'solid']),
    ['planned', 'dashed'],
    ['promised', 'dashed'],
    ['considered', 'dotted'],
  ])('draws %s %s', (status = '', dash) => {
    expect(look({ status }).dash).toBe(dash);
    expect(look({ status }).pale).toBe(status === 'ended');
  });

  it('draws no status solid, and what an undertaking only examines or could do dotted', () => {
    expect(look({}).dash).toBe('solid');
    const undertaking = (modality: string) => makeNode('u', { type: 'Commitment', properties: { modality } });
    expect(look({}, { from: undertaking('examines') }).dash).toBe('dotted');
    expect(look({}, { to: undertaking('could') }).dash).toBe('dotted');
    expect(look({ status: 'planned' }, { to: undertaking('could') }).dash).toBe('dotted');
    expect(look({}, { to: undertaking('will') }).dash).toBe('solid');
  });

  it('is wider with more sources, up to a bound; several items of one source count once', () => {
    const one = look({ evidence: [makeItem('s'), makeItem('s')] }).width;
    const two = look({ evidence: [makeItem('s'), makeItem('t')] }).width;
    expect(look({ properties: { sourceCount: 2 } }).width).toBe(two);
    expect(two).toBeGreaterThan(one);
    expect(look({ properties: { sourceCount: 1000 } }).width).toBeLessThanOrEqual(4);
  });

  it('marks what is disputed and leaves arrowheads off what goes both ways', () => {
    expect(look({ disputed: true }).disputed).toBe(true);
    expect(look({}).arrow).toBe(true);
    expect(lineLook(vocabulary, makeRelation('a', 'COOPERATES_WITH', 'b'), {}, 'dark').arrow).toBe(false);
  });
});

describe('degreesOf', () => {
  it('counts both ends, and a relation to itself once', () => {
    const degrees = degreesOf([makeRelation('a', 'X', 'b'), makeRelation('b', 'X', 'b')]);
    expect([...degrees]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});

describe('legendOf', () => {
  const nodes = [
    makeNode('u', { type: 'Commitment', properties: { modality: 'could' } }),
    makeNode('a', { type: 'Country' }),
    makeNode('b', { type: 'Country' }),
    makeNode('i', { type: 'Institution' }),
  ];
  const relations = [
    makeRelation('a', 'COMMITS_TO', 'u'),
    makeRelation('a', 'FINANCES', 'b', { status: 'promised', disputed: true }),
    makeRelation('b', 'FINANCES', 'a', { status: 'ended' }),
    makeRelation('i', 'PART_OF', 'a'),
  ];

  it('has what is in use in the order of the vocabulary, with counts', () => {
    const legend = legendOf(nodes, relations, vocabulary, 'en');
    expect(legend.families.map(({ family, count }) => [family, count])).toEqual([
      ['states', 3],
      ['agreements', 1],
    ]);
    expect(legend.families[0]?.types.map(({ word, count }) => `${word} ${count}`)).toEqual([
      'Countries 2',
      'Institution 1',
    ]);
    expect(legend.lines.map(({ dash, pale, count, word }) => [dash, pale, count, word])).toEqual([
      ['solid', false, 1, 'holds, agreed or done'],
      ['dashed', false, 1, 'planned, promised'],
      ['dotted', false, 1, 'considered, only examined or possible'],
      ['solid', true, 1, 'ended'],
    ]);
    expect(legend.relationTypes.map(({ type, count }) => `${type} ${count}`)).toEqual([
      'PART_OF 1',
      'COMMITS_TO 1',
      'FINANCES 2',
    ]);
    expect(legend.disputed).toBe(1);
  });

  it('is empty for nothing', () => {
    expect(legendOf([], [], vocabulary, 'de')).toEqual({ families: [], lines: [], relationTypes: [], disputed: 0 });
  });
});
