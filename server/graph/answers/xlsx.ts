// A sheet as an Excel workbook: texts are never formulas, days are real dates, numbers that would lose digits are texts.
import writeWorkbook, { type CellObject } from 'write-excel-file/universal';
import { cellText, type Sheet, type SheetCell } from './sheet.ts';

const longestText = 32_000;
const longestName = 31;
const widest = 60;
const narrowest = 8;
/** Excel has no days before 1900, and gets the first two months of that year wrong. */
const firstDay = '1900-03-01';

/** The bytes of the workbook. */
export async function xlsxOf(sheet: Pick<Sheet, 'headings' | 'rows'>, name: string): Promise<Uint8Array> {
  const head = sheet.headings.map((heading): CellObject => ({ ...textCell(heading), fontWeight: 'bold' }));
  const rows = sheet.rows.map((row) => row.map(excelCell));
  const workbook = writeWorkbook([head, ...rows], {
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: sheet.headings.map((heading, at) => ({ width: widthOf(heading, sheet, at) })),
  });
  return new Uint8Array(await (await workbook.toBlob()).arrayBuffer());
}

function excelCell(cell: SheetCell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return textCell(cell);
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (typeof cell === 'boolean') return { type: Boolean, value: cell };
  if (cell.day < firstDay) return textCell(cell.day);
  return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' };
}

/** A text cell: control characters, which XML cannot hold, are left out; what Excel cannot hold is cut. */
function textCell(text: string): CellObject {
  const clean = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/gu, '');
  return { type: String, value: clean.length > longestText ? `${clean.slice(0, longestText)} …` : clean };
}

/** A name that Excel takes for a sheet. */
function sheetName(name: string): string {
  const clean = name.replace(/[\\/?*[\]:\p{Cc}]/gu, ' ').trim();
  return clean.slice(0, longestName).replace(/^'+|'+$/g, '') || 'Answer';
}

function widthOf(heading: string, { rows }: Pick<Sheet, 'rows'>, at: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, cellText(row[at] ?? null).length), 0);
  return Math.min(widest, Math.max(narrowest, heading.length + 2, longest + 1));
}
