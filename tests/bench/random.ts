// Random numbers that are the same each time.

/** A source of random choices. */
export interface Random {
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the list, the first ones far more often than the last. */
  skewed<T>(list: readonly T[]): T;
}

/** Choices that follow from the seed alone: the generator "mulberry32", public domain. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(list: readonly T[], share: number): T => {
    const item = list[Math.floor(share * list.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    pick: (list) => at(list, next()),
    skewed: (list) => at(list, next() ** 2),
  };
}
