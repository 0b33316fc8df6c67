// How big the value of an expression may become: an estimate that errs upwards where the text says how it grows.

/** An estimate of a value. */
export interface Extent {
  /** Everything in it: one for each number or element, one for each eight letters. */
  readonly size: number;
  /** Size of its biggest element. */
  readonly element: number;
  /** How many elements it has, if it is a list. */
  readonly length: number;
  /** Whether the text or the parameters say so; otherwise it is a guess about the data. */
  readonly isKnown: boolean;
}

const most = 1e15;

/** Letters that take the room of one element. */
export const lettersPerUnit = 8;
/** Elements that a list in the data is taken to have. */
export const usualLength = 10;
/** Rows that an aggregation is taken to collect. */
export const usualRows = 100;

/** A value out of the data, about which nothing is known. */
export const unknown: Extent = { size: 4, element: 4, length: usualLength, isKnown: false };
/** A number, a truth value, a date. */
export const scalar: Extent = { size: 1, element: 1, length: 1, isKnown: true };
/** Nothing. */
export const nothing: Extent = { size: 0, element: 0, length: 0, isKnown: true };

/** A list of this many elements of this size. */
export function listOf(length: number, element: number, isKnown: boolean): Extent {
  const size = Math.min(most, length * Math.max(1, element));
  return { size, element: Math.min(most, Math.max(1, element)), length: Math.min(most, length), isKnown };
}

/** What an expression that holds both may make of them. */
export function together(a: Extent, b: Extent): Extent {
  return {
    size: Math.min(most, a.size + b.size),
    element: Math.max(a.element, b.element),
    length: Math.min(most, a.length + b.length),
    isKnown: a.isKnown && b.isKnown,
  };
}

/** A text of so many letters. */
export function textOf(letters: number): Extent {
  return { size: Math.ceil(letters / lettersPerUnit) + 1, element: 1, length: 1, isKnown: true };
}

/** One element of a list. */
export function elementOf(list: Extent): Extent {
  return { size: list.element, element: list.element, length: Math.min(list.length, list.element), isKnown: false };
}
