// What people type, as a query of the index and as a rank of names.
import { describe, expect, it } from 'vitest';
import { bestName, foldText, lucenePhrase, luceneQuery, ranks } from '../../../server/queries/search-words.ts';

describe('folding', () => {
  it.each([
    ['Yeşilgöz', 'yesilgoz'],
    ['TÜRKİYE', 'turkiye'],
    ['Straßenbau', 'strassenbau'],
    ['Łódź, København, Đurić', 'lodz, kobenhavn, duric'],
    ['Ægir and Œuvre', 'aegir and oeuvre'],
    ['Зеленський', 'зеленський'],
    ['Άμυνα', 'άμυνα'],
    ['ﬁnance', 'finance'],
  ])('%s is %s, as in the index', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('the query of the index', () => {
  it.each([
    ['nato', '+(nato^4 nato*^2 nato~1)'],
    ['eu', '+(eu^4 eu*^2)'],
    ['of it', '(of^4 of*^2) (it^4 it*^2)'],
    ['IRIS-T', '+(iris^4 iris*^2 iris~1) +(t^4 t*^2)'],
    ['Eurofighter', '+(eurofighter^4 eurofighter*^2 eurofighter~2)'],
    [
      'AND (nato OR *) && title:x~ "',
      '(and^4 and*^2) +(nato^4 nato*^2 nato~1) (or^4 or*^2) +(title^4 title*^2 title~1) +(x^4 x*^2)',
    ],
  ])('for %s holds its words and nothing of Lucene', (typed, query) => {
    expect(luceneQuery(typed)).toBe(query);
  });

  it('asks for one error only where that is said', () => {
    expect(luceneQuery('Eurofighter', 1)).toBe('+(eurofighter^4 eurofighter*^2 eurofighter~1)');
  });

  it('as a phrase keeps the words as they are, and escapes what would end it', () => {
    expect(lucenePhrase(' Straße "am\\Wall" ')).toBe(String.raw`" Straße \"am\\Wall\" "`);
    expect(lucenePhrase('(:')).toBeUndefined();
  });

  it('escapes what a word may hold besides letters', () => {
    expect(luceneQuery("d'Italia")).toBe(String.raw`+(d\'italia^4 d\'italia*^2 d\'italia~2)`);
  });

  it.each(['', '   ', '(:', '*~"'])('is none for %j', (typed) => {
    expect(luceneQuery(typed)).toBeUndefined();
  });

  it('is bounded', () => {
    expect(luceneQuery('ab '.repeat(100))?.match(/\+\(/g)).toHaveLength(12);
  });
});

describe('the rank of a name', () => {
  it.each([
    ['türkiye', 'exact', 'Türkiye'],
    ['turk', 'prefix', 'Turkey'],
    ['of tur', 'words', 'Republic of Türkiye'],
  ] as const)('for %s is %s by %s', (typed, rank, matched) => {
    expect(bestName(typed, ['Turkey', 'Türkiye', 'Republic of Türkiye'])).toEqual({ matched, rank: ranks[rank] });
  });

  it('with typing errors is the higher the more alike the name is, and never that of a right beginning', () => {
    const close = bestName('raytheno', ['Raytheon']);
    const far = bestName('raytheno', ['Contract of Ukraine and Raytheon']);
    expect(close.rank).toBeGreaterThan(far.rank);
    expect(close.rank).toBeLessThan(ranks.words);
    expect(bestName('turkyie', ['Turkey', 'Türkiye']).matched).toBe('Türkiye');
  });
});
