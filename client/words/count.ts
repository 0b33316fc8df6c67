// A number with its noun, singular or plural.

/** "1 row", "1,200 rows": the number grouped as the locale does. */
export function count(number: number, one: string, many: string, locale: string): string {
  return `${number.toLocaleString(locale)} ${number === 1 ? one : many}`;
}
