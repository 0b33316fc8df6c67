// What is wrong with a text, or worth knowing of it, and where.

/** A fault or a warning; without a place it concerns the whole. */
export interface Fault {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** First letter and the one after the last, UTF-16 units from 0. */
  readonly place?: { readonly from: number; readonly to: number };
}

/** The place of a line (from 1) in a text, without its indentation; of the last one where there are fewer. */
export function placeOfLine(text: string, line: number): { from: number; to: number } {
  const lines = text.split('\n');
  const at = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, at).reduce((sum, before) => sum + before.length + 1, 0);
  const content = lines[at] ?? '';
  return { from: start + (content.length - content.trimStart().length), to: start + content.length };
}
