// Answers as files for the user, written piece by piece and in a worker, so that large ones hold nothing up.
import { jsonLine } from '../../server/graph/answers/json-lines.ts';
import { sheetMaker } from '../../server/graph/answers/sheet.ts';
import type { SheetRow, SheetStyle } from '../../server/graph/answers/sheet.ts';
import type { FileAnswer, FileRequest } from './file-message.ts';
import { jsonLines } from './json-view.ts';
import type { JsonContent } from './json-view.ts';
import { Pace } from './pace.ts';

export const fileFormats = ['csv', 'xlsx', 'json', 'jsonl'] as const;
export type FileFormat = (typeof fileFormats)[number];

const mediaTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  jsonl: 'application/jsonl',
};
const portion = 200;

/** Writes an answer in a format. @param title name of the sheet in a workbook */
export async function fileOf(
  content: JsonContent,
  format: FileFormat,
  style: SheetStyle,
  title: string,
): Promise<Blob> {
  const type = mediaTypes[format];
  if (format === 'csv' || format === 'xlsx')
    return new Blob([await sheetFile(content, format, style, title)], { type });
  const lines = format === 'json' ? jsonLines(content) : undefined;
  const count = lines?.count ?? content.rows.length;
  const lineAt = lines?.line ?? ((at: number) => jsonLine(content.columns, content.rows[at] ?? []));
  const pace = new Pace();
  const parts: string[] = [];
  for (let at = 0; at < count; at++) {
    parts.push(`${lineAt(at)}\n`);
    await pace.rest();
  }
  return new Blob(parts, { type });
}

async function sheetFile(
  content: JsonContent,
  format: 'csv' | 'xlsx',
  style: SheetStyle,
  title: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
  const send = (message: FileRequest) => worker.postMessage(message);
  const written = new Promise<FileAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => resolve(data);
    worker.onerror = () => reject(new Error('The worker that writes files has failed.'));
  });
  try {
    const { headings, rowOf } = sheetMaker(content, style);
    send({ kind: 'head', format, name: title, headings });
    await inPortions(content.rows, rowOf, (rows) => send({ kind: 'rows', rows }));
    send({ kind: 'end' });
    const answer = await written;
    if ('failure' in answer) throw new Error(answer.failure);
    return answer.bytes;
  } finally {
    worker.terminate();
  }
}

async function inPortions<Row>(
  rows: readonly Row[],
  rowOf: (row: Row) => SheetRow,
  send: (rows: SheetRow[]) => void,
): Promise<void> {
  const pace = new Pace();
  let waiting: SheetRow[] = [];
  for (const row of rows) {
    waiting.push(rowOf(row));
    if (waiting.length === portion || pace.isOver) {
      send(waiting);
      waiting = [];
    }
    await pace.rest();
  }
  send(waiting);
}
