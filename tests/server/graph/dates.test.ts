// Dates and numbers are written out for people, per language, without changing what they say.
import { describe, expect, it } from 'vitest';
import { numberInWords } from '../../../server/graph/amounts.ts';
import { dateInWords } from '../../../server/graph/dates.ts';

describe('dateInWords', () => {
  it.each([
    ['2026-01-23', '23 January 2026', '23. Januar 2026'],
    ['2026-01', 'January 2026', 'Januar 2026'],
    ['2026', '2026', '2026'],
    ['2026-01/2026-06', 'January to June 2026', 'Januar bis Juni 2026'],
    ['2025-12/2026-02', 'December 2025 to February 2026', 'Dezember 2025 bis Februar 2026'],
    ['2026-03-28/2026-04-02', '28 March to 2 April 2026', '28. März bis 2. April 2026'],
    ['2026-01-23/..', 'since 23 January 2026', 'seit 23. Januar 2026'],
    ['../2026', 'until 2026', 'bis 2026'],
    ['2026/', 'from 2026, end not stated', 'ab 2026, Ende nicht angegeben'],
    ['2026?', '2026 (uncertain)', '2026 (unsicher)'],
    ['2026~', 'about 2026', 'etwa 2026'],
    ['2026%', 'about 2026 (uncertain)', 'etwa 2026 (unsicher)'],
    ['201X', '2010s', '2010er Jahre'],
    ['2026-21', 'spring 2026', 'Frühjahr 2026'],
    ['2026-XX', '2026, month not stated', '2026, Monat nicht angegeben'],
    ['2026-01-XX', 'January 2026, day not stated', 'Januar 2026, Tag nicht angegeben'],
    ['-0044-03-15', '15 March 45 BC', '15. März 45 v. Chr.'],
  ])('%s', (edtf, english, german) => {
    expect(dateInWords(edtf, 'en')).toBe(english);
    expect(dateInWords(edtf, 'de')).toBe(german);
  });

  it.each(['', 'yesterday', '2026-02-31', '2026-13', '1/2/3'])('leaves %j as it is', (text) => {
    expect(dateInWords(text, 'en')).toBe(text);
  });

  it('says the day of a moment', () => {
    expect(dateInWords('2026-01-23T23:59:00Z', 'en')).toBe('23 January 2026');
  });
});

describe('numberInWords', () => {
  it.each([
    [248_000_000, '248 million', '248 Millionen'],
    [1_400_000_000, '1.4 billion', '1,4 Milliarden'],
    [1_000_000, '1 million', '1 Million'],
    [120_000, '120,000', '120.000'],
    [248_123_456, '248,123,456', '248.123.456'],
    [0.5, '0.5', '0,5'],
  ])('%d', (value, english, german) => {
    expect(numberInWords(value, 'en')).toBe(english);
    expect(numberInWords(value, 'de')).toBe(german);
  });
});
