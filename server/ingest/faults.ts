// A fault of an input: where it is, what it is and what to do.

/** One fault; `line` and `column` count from 1, columns in UTF-16 units as editors do. */
export interface Fault {
  /** Path of the file within its folder, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Stable kebab-case code. */
  readonly code: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** A path within a record: keys and positions from the root of the file down. */
export type Path = readonly (string | number)[];

/** A fault that has a path in the file's content but no line and column yet. */
export interface Issue {
  readonly path: Path;
  /** Whether it is about the key at that path or about its value. */
  readonly at: 'key' | 'value';
  readonly code: string;
  readonly message: string;
}

/** `path:line:column: code: message`; control characters in the message are written as escapes. */
export function formatFault(fault: Fault): string {
  return `${fault.path}:${fault.line}:${fault.column}: ${fault.code}: ${visible(fault.message)}`;
}

/** Sorted by path, line, column and code. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) =>
      compare(a.path, b.path) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code + a.message, b.code + b.message),
  );
}

/** Compares by code units: the same order on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value as a person wrote it, in double quotes, cut after 60 characters. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

function visible(text: string): string {
  // Terminals obey control characters, and some directional marks make a line read as something else.
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
