// Reads a workbook back, as a spreadsheet does: the cells of its one sheet, with what kind each is.
import { unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';

/** A cell as it is stored: a day is a number with a date format. */
export interface ReadCell {
  readonly kind: 'text' | 'number' | 'boolean' | 'day' | 'formula';
  readonly value: string;
}

interface Node {
  [key: string]: unknown;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => ['row', 'c', 'si', 'r', 'xf', 'numFmt'].includes(name),
});

/** The rows of the first sheet; absent cells are undefined. */
export function readWorkbook(bytes: Uint8Array): (ReadCell | undefined)[][] {
  const files = unzipSync(bytes);
  const xml = (name: string): Node => {
    const file = files[name];
    return file === undefined ? {} : parser.parse(new TextDecoder().decode(file));
  };
  const strings = list(dig(xml('xl/sharedStrings.xml'), 'sst', 'si')).map((item) => textIn(dig(item, 't')));
  const styles = xml('xl/styles.xml');
  const formats = new Map(
    list(dig(styles, 'styleSheet', 'numFmts', 'numFmt')).map((format) => [
      dig(format, '@numFmtId'),
      dig(format, '@formatCode'),
    ]),
  );
  const cellFormats = list(dig(styles, 'styleSheet', 'cellXfs', 'xf')).map((xf) => formats.get(dig(xf, '@numFmtId')));
  return list(dig(xml('xl/worksheets/sheet1.xml'), 'worksheet', 'sheetData', 'row')).map((row) => {
    const cells: (ReadCell | undefined)[] = [];
    for (const cell of list(dig(row, 'c')))
      cells[columnOf(String(dig(cell, '@r')))] = readCell(cell, strings, cellFormats);
    return cells;
  });
}

function readCell(cell: unknown, strings: readonly string[], formats: readonly unknown[]): ReadCell | undefined {
  const value = textIn(dig(cell, 'v'));
  if (dig(cell, 'f') !== undefined) return { kind: 'formula', value };
  const type = dig(cell, '@t');
  if (type === 's') return { kind: 'text', value: strings[Number(value)] ?? '' };
  if (type === 'inlineStr') return { kind: 'text', value: textIn(dig(cell, 'is', 't')) };
  if (type === 'b') return { kind: 'boolean', value };
  if (value === '') return undefined;
  const isDay = /y/.test(String(formats[Number(dig(cell, '@s') ?? 0)] ?? ''));
  return isDay ? { kind: 'day', value: dayOf(Number(value)) } : { kind: 'number', value };
}

function dayOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

function columnOf(address: string): number {
  return [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function dig(from: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Node)[key] : undefined),
    from,
  );
}

function list(value: unknown): unknown[] {
  return value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
}

function textIn(value: unknown): string {
  if (typeof value === 'object' && value !== null) return textIn(dig(value, '#text'));
  return value === undefined ? '' : String(value);
}
