// Values of a free query's parameters as they are typed: JSON where it is that, else a text.
import type { Json } from '../../data/model/graph.ts';
import { jsonSchema } from '../../server/contract/shapes.ts';

/** What a typed value is, for the word beside the field. */
export type ValueSort = 'none' | 'text' | 'number' | 'truth' | 'list' | 'map' | 'null';

/** The value of a typed text; undefined where nothing is typed. */
export function valueOfText(typed: string): Json | undefined {
  if (typed.trim() === '') return undefined;
  try {
    const value = jsonSchema.safeParse(JSON.parse(typed));
    // Digits beyond what a number holds would be another number; as a text they stay whole.
    const isWhole = value.success && !(typeof value.data === 'number' && !isExact(value.data, typed.trim()));
    return isWhole ? value.data : typed;
  } catch {
    return typed;
  }
}

/** The text that gives this value when it is typed. */
export function textOfValue(value: Json): string {
  return typeof value === 'string' && valueOfText(value) === value ? value : JSON.stringify(value);
}

/** What a typed text counts as. */
export function sortOfText(typed: string): ValueSort {
  const value = valueOfText(typed);
  if (value === undefined) return 'none';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'truth';
  return typeof value === 'object' ? 'map' : typeof value === 'number' ? 'number' : 'text';
}

function isExact(number: number, typed: string): boolean {
  return Number.isFinite(number) && (!/^-?\d+$/.test(typed) || Number.isSafeInteger(number));
}
