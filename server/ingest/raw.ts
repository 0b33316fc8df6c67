// Records as they were written, before anything is known of them.

/** A map of a data file, as it was written. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** True for a map, false for lists and single values. */
export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list's members; none where it is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A text, or undefined where the value is none or empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
