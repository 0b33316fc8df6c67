// Bounds the values of a query's parameters and says how big each is.
import type { Json } from '../neo4j/database.ts';
import { lettersPerUnit, scalar, textOf, type Extent } from './extent.ts';
import type { Refusal } from './refusal.ts';

const mostParameters = 100;
const mostSize = 200_000;
const mostLetters = 100_000;
const deepest = 16;

/** How big each parameter is, or why they may not be sent. */
export function measureParameters(parameters: Readonly<Record<string, Json>>): {
  extents: ReadonlyMap<string, Extent>;
  refusal?: Refusal;
} {
  const extents = new Map<string, Extent>();
  const names = Object.keys(parameters);
  if (names.length > mostParameters)
    return { extents, refusal: refusal(`There are more than ${mostParameters} parameters.`) };
  let left = mostSize;
  for (const name of names) {
    const measured = measure(parameters[name] ?? null, left);
    if (typeof measured === 'string') return { extents, refusal: refusal(`The parameter ${name} ${measured}.`) };
    left -= measured.size;
    extents.set(name, measured);
  }
  return { extents };
}

/** The size of a value, level by level so that no depth can break it; or what is wrong with it. */
function measure(value: Json, left: number): Extent | string {
  if (typeof value === 'string')
    return value.length > mostLetters ? `has more than ${mostLetters} letters` : textOf(value.length);
  if (typeof value !== 'object' || value === null) return scalar;
  const children = Object.values(value);
  const sizes = children.map((child) => sizeOf(child, left));
  const tooDeep = sizes.some(Number.isNaN);
  if (tooDeep) return `is nested more than ${deepest} deep`;
  const size = sizes.reduce((sum, each) => sum + each, children.length);
  if (size > left) return `is too big: all parameters together may hold ${mostSize} values`;
  return { size, element: sizes.reduce((a, b) => Math.max(a, b), 1), length: children.length, isKnown: true };
}

/** NaN where it is nested too deep; stops counting where nothing is left. */
function sizeOf(value: Json, left: number): number {
  let size = 0;
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return Number.NaN;
    const next: Json[] = [];
    for (const each of level) {
      size += typeof each === 'string' ? 1 + each.length / lettersPerUnit : 1;
      if (typeof each === 'object' && each !== null) for (const child of Object.values(each)) next.push(child);
    }
    if (size > left) return size;
    level = next;
  }
  return size;
}

function refusal(message: string): Refusal {
  return { layer: 'text', code: 'parameters-refused', status: 400, message, advice: 'Send less at once.' };
}
