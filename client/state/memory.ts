// Remembers small choices of this browser between visits; without storage it forgets, and nothing breaks.

/** The remembered text, where it is one of those that are allowed. */
export function recall<T extends string>(key: string, allowed: readonly T[]): T | undefined {
  const text = read(key);
  return allowed.find((value) => value === text);
}

/** The remembered number within its bounds. */
export function recallNumber(key: string, min: number, max: number): number | undefined {
  const number = Number.parseFloat(read(key) ?? '');
  return Number.isFinite(number) ? Math.min(max, Math.max(min, number)) : undefined;
}

/** The remembered text, whatever it is. */
export function recallText(key: string): string | undefined {
  return read(key) ?? undefined;
}

/** Remembers a choice. */
export function remember(key: string, value: string | number): void {
  try {
    localStorage.setItem(`entente.${key}`, String(value));
  } catch {
    // Private windows refuse storage; the choice then lasts as long as the page.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(`entente.${key}`);
  } catch {
    return null;
  }
}
