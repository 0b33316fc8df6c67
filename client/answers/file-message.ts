// What the page and the worker that writes files say to each other.
import type { SheetRow } from '../../server/graph/answers/sheet.ts';

/** First the head, then rows in portions, then the end. */
export type FileRequest =
  | {
      readonly kind: 'head';
      readonly format: 'csv' | 'xlsx';
      readonly name: string;
      readonly headings: readonly string[];
    }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end' };

/** The file, or why there is none. */
export type FileAnswer = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failure: string };
