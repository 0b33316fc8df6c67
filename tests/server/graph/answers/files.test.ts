// Answers as files: nothing in them is run, and integers and days stay whole.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../data/model/graph.ts';
import { csvOf } from '../../../../server/graph/answers/csv.ts';
import { jsonLinesOf } from '../../../../server/graph/answers/json-lines.ts';
import { sheetOf } from '../../../../server/graph/answers/sheet.ts';
import { xlsxOf } from '../../../../server/graph/answers/xlsx.ts';
import { loadVocabulary } from '../../../../server/ingest/vocabulary.ts';
import { readWorkbook } from './read-workbook.ts';

const vocabulary = await loadVocabulary();
const answerOf = (rows: Json[][]) => ({
  columns: (rows[0] ?? []).map((_, at) => `c${at}`),
  rows,
  graph: { nodes: [], relations: [] },
});
const sheetFor = (rows: Json[][]) => sheetOf(answerOf(rows), { columns: [], vocabulary, lang: 'en' });

const dangerous = ['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'];

describe('a sheet', () => {
  it.each<[Json, unknown]>([
    [null, null],
    [true, true],
    [248_000_000, 248_000_000],
    [1.5, 1.5],
    [9_007_199_254_740_991, '9007199254740991'],
    [{ $type: 'Integer', value: '9007199254740993' }, '9007199254740993'],
    [{ $type: 'Date', value: '2026-04-15' }, { day: '2026-04-15' }],
    ['2026-04-15', { day: '2026-04-15' }],
    ['2026-02-30', '2026-02-30'],
    ['2026-04', '2026-04'],
    [{ $type: 'Date', value: '-0044-03-15' }, '-0044-03-15'],
    [{ $type: 'Float', value: 'NaN' }, 'NaN'],
    [['a', null, 3], 'a; 3'],
    [[], null],
    [{ a: 1 }, '{"a":1}'],
  ])('reads %j as %j', (value, cell) => {
    expect(sheetFor([[value]]).rows).toEqual([[cell]]);
  });
});

describe('CSV', () => {
  it.each([...dangerous.map((text) => [text, `'${text}`]), ['-12.5', '-12.5'], ['+3', '+3'], ['a=b', 'a=b']])(
    'turns %j into %j, so that no cell is run',
    (text, written) => {
      expect(parse(csvOf({ headings: ['h'], rows: [[text ?? '']] }))[1]).toEqual([written]);
    },
  );

  it('neutralises headings, and keeps negative numbers, quotes and line breaks as they are', () => {
    const text = csvOf({ headings: ['=h', 'n', 't'], rows: [['x', -5, 'a "b"\nc']] });
    expect(text).toContain('\r\n');
    expect(parse(text)).toEqual([
      ["'=h", 'n', 't'],
      ['x', '-5', 'a "b"\nc'],
    ]);
  });
});

describe('a workbook', () => {
  it('holds no formula: what looks like one is a text', async () => {
    const [, ...rows] = readWorkbook(await xlsxOf(sheetFor(dangerous.map((text) => [text])), 'x'));
    expect(rows.map(([cell]) => cell)).toEqual(
      dangerous.map((text) => ({ kind: 'text', value: text.replace('\r', '\n') })),
    );
  });

  it('holds numbers, truth values and days as such, and long integers with every digit', async () => {
    const values: Json[] = [
      248_000_000,
      { $type: 'Integer', value: '9007199254740993' },
      true,
      { $type: 'Date', value: '2026-04-15' },
      '1899-12-31',
      '2026-04',
      null,
      'a\u0000b\u0007 <&> Зеленський',
    ];
    const [head, row] = readWorkbook(await xlsxOf(sheetFor([values]), 'A/b: [c]'));
    expect(head?.map((cell) => cell?.value)).toEqual(values.map((_, at) => `c${at}`));
    expect(row).toEqual([
      { kind: 'number', value: '248000000' },
      { kind: 'text', value: '9007199254740993' },
      { kind: 'boolean', value: '1' },
      { kind: 'day', value: '2026-04-15' },
      { kind: 'text', value: '1899-12-31' },
      { kind: 'text', value: '2026-04' },
      undefined,
      { kind: 'text', value: 'ab <&> Зеленський' },
    ]);
  });

  it('cuts a text that Excel cannot hold', async () => {
    const [, row] = readWorkbook(await xlsxOf(sheetFor([['x'.repeat(40_000)]]), 'x'));
    expect(row?.[0]?.value.length).toBeLessThan(32_767);
  });
});

describe('JSON Lines', () => {
  it('is one object a row, values as the API sends them', () => {
    const rows: Json[][] = [[{ $type: 'Integer', value: '9007199254740993' }], [null]];
    const lines = jsonLinesOf(answerOf(rows)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { c0: { $type: 'Integer', value: '9007199254740993' } },
      { c0: null },
    ]);
  });
});
