// The worker that writes CSV files and workbooks, so that the page stays responsive; its code is loaded with the first export.
import { csvOf } from '../../server/graph/answers/csv.ts';
import type { SheetRow } from '../../server/graph/answers/sheet.ts';
import { xlsxOf } from '../../server/graph/answers/xlsx.ts';
import type { FileAnswer, FileRequest } from './file-message.ts';

declare const self: DedicatedWorkerGlobalScope;

let head: Extract<FileRequest, { kind: 'head' }> | undefined;
const rows: SheetRow[] = [];

self.onmessage = ({ data }: MessageEvent<FileRequest>) => {
  if (data.kind === 'head') head = data;
  else if (data.kind === 'rows') rows.push(...data.rows);
  else
    write().then(
      (bytes) => self.postMessage({ bytes } satisfies FileAnswer, [bytes.buffer]),
      (error: unknown) => self.postMessage({ failure: String(error) } satisfies FileAnswer),
    );
};

async function write(): Promise<Uint8Array<ArrayBuffer>> {
  if (head === undefined) throw new Error('There are rows without a head.');
  const sheet = { headings: head.headings, rows };
  // Spreadsheets take a CSV file for UTF-8 only where it begins with a byte order mark.
  if (head.format === 'csv') return new TextEncoder().encode(`\uFEFF${csvOf(sheet)}`);
  return new Uint8Array(await xlsxOf(sheet, head.name));
}
