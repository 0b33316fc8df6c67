// Numbers for people: sums of money and quantities written out in a language, without losing a digit.

const locales: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE', nl: 'nl-NL' };
const localeOf = (lang: string) => locales[lang] ?? 'en-GB';

/**
 * A number in words: "248 million", "1.5 billion", "120,000". Millions are written out only where that says the whole
 * number with at most three decimals.
 */
export function numberInWords(value: number, lang: string): string {
  const unit = [1e12, 1e9, 1e6].find((size) => Math.abs(value) >= size && (value * 1000) % size === 0);
  const plain = new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: 6 });
  if (unit === undefined) return plain.format(value);
  const compact = { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 } as const;
  return new Intl.NumberFormat(localeOf(lang), compact).format(value);
}
