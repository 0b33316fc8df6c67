// Widths of columns: words stay whole, and wide columns make room where there is little.
import { describe, expect, it } from 'vitest';
import { columnWidths, fitted } from '../../../client/panels/workbench/column-widths.ts';
import type { Json } from '../../../data/model/graph.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';

const vocabulary = await loadVocabulary();
const context = { vocabulary, relations: new Map(), nameOf: (id: string) => id, lang: 'en' };
const column = (heading: string, at: number) => ({ name: heading, at, known: undefined, heading });
const widthOf = (heading: string, ...cells: Json[]) =>
  columnWidths(
    [column(heading, 0)],
    cells.map((cell) => [cell]),
    context,
  )[0];

describe('a column', () => {
  it('has room for its heading, its texts and its longest word, within bounds', () => {
    expect(widthOf('A')?.wanted).toBe(84);
    expect(widthOf('A rather long heading')?.wanted).toBeGreaterThan(190);
    expect(widthOf('A', 'x'.repeat(20))?.least).toBeGreaterThan(150);
    expect(widthOf('A', 'word '.repeat(200))?.wanted).toBe(320);
  });

  it('gives room away only where there is too little, and never so much that words break', () => {
    const columns = [
      { wanted: 100, least: 60 },
      { wanted: 320, least: 80 },
      { wanted: 320, least: 300 },
    ];
    expect(fitted(columns, 1000)).toEqual([100, 320, 320]);
    expect(fitted(columns, 640)).toEqual([100, 231, 308]);
    expect(fitted(columns, 100)).toEqual([100, 170, 300]);
  });
});
