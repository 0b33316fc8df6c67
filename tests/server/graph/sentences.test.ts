// Relations read as sentences, evidence as citations, in English and German.
import { describe, expect, it } from 'vitest';
import type { GraphRelation } from '../../../data/model/graph.ts';
import {
  citation,
  gradeInWords,
  labelIn,
  nameIn,
  notStatedWords,
  relationSentence,
  relationVerb,
  sentenceParts,
  valueInWords,
} from '../../../server/graph/sentences.ts';
import { makeItem, makeNode, makeRelation, vocabulary } from './make.ts';

const names: Readonly<Record<string, string>> = {
  germany: 'Germany',
  nato: 'NATO',
  mod: 'Federal Ministry of Defence',
  contract: "Ukraine's contract with Raytheon",
  boris: 'Boris Pistorius',
};
const nameOf = (id: string) => names[id] ?? id;
const say = (relation: GraphRelation, lang = 'en') => relationSentence(relation, nameOf, vocabulary, lang);

describe('relationSentence', () => {
  it.each<[GraphRelation, string, string]>([
    [
      makeRelation('germany', 'FINANCES', 'contract', { status: 'promised' }),
      "Germany finances Ukraine's contract with Raytheon (promised)",
      "Germany finanziert Ukraine's contract with Raytheon (zugesagt)",
    ],
    [
      makeRelation('germany', 'FINANCES', 'drones', { properties: { amount: 248_000_000, currency: 'EUR' } }),
      'Germany finances drones (248 million EUR)',
      'Germany finanziert drones (248 Millionen EUR)',
    ],
    [
      makeRelation('germany', 'FINANCES', 'drones', { properties: { amountAsWritten: 'several billion' } }),
      'Germany finances drones (several billion)',
      'Germany finanziert drones (several billion)',
    ],
    [
      makeRelation('germany', 'MEMBER_OF', 'nato', { properties: { role: 'founding-member' } }),
      'Germany is a member of NATO (founding member)',
      'Germany ist Mitglied von NATO (Gründungsmitglied)',
    ],
    [
      makeRelation('germany', 'MEMBER_OF', 'nato', { status: 'existing', properties: { role: 'member' } }),
      'Germany is a member of NATO',
      'Germany ist Mitglied von NATO',
    ],
    [
      makeRelation('germany', 'PARTY_TO', 'contract', { properties: { through: ['mod'] } }),
      "Germany is party to Ukraine's contract with Raytheon (through Federal Ministry of Defence)",
      "Germany ist Partei von Ukraine's contract with Raytheon (durch Federal Ministry of Defence)",
    ],
    [
      makeRelation('boris', 'HOLDS_OFFICE', 'mod', { properties: { office: 'minister-of-defence' } }),
      'Boris Pistorius is minister of defence (Federal Ministry of Defence)',
      'Boris Pistorius ist Verteidigungsminister/in (Federal Ministry of Defence)',
    ],
    [
      makeRelation('boris', 'SIGNED', 'contract', { date: '2026-04-14', properties: { onBehalfOf: ['germany'] } }),
      "Boris Pistorius signed Ukraine's contract with Raytheon (on behalf of Germany, 14 April 2026)",
      "Boris Pistorius unterzeichnete Ukraine's contract with Raytheon (im Namen von Germany, 14. April 2026)",
    ],
    [
      makeRelation('a', 'COOPERATES_WITH', 'b', { properties: { field: 'cyber' } }),
      'a cooperates with b (field: cyber)',
      'a arbeitet mit b zusammen (Gebiet: Cyber)',
    ],
    [
      makeRelation('a', 'OF_ITEM', 'b', { properties: { quantity: 120_000, unit: 'drones' } }),
      'a is for b (120,000 drones)',
      'a gilt b (120.000 drones)',
    ],
  ])('%#', (relation, english, german) => {
    expect(say(relation)).toBe(english);
    expect(say(relation, 'de')).toBe(german);
  });

  it('says a type that the vocabulary does not know, and English where a language has no sentence', () => {
    expect(say(makeRelation('a', 'EATS', 'b'))).toBe('a – EATS – b');
    expect(say(makeRelation('a', 'FINANCES', 'b'), 'nl')).toBe('a finances b');
  });

  it('puts together a sentence for every relation type in every language of the interface', () => {
    for (const type of Object.keys(vocabulary.relations)) {
      const properties = { office: 'president' };
      for (const lang of vocabulary.interfaceLanguages) {
        const sentence = say(makeRelation('Anna', type, 'Berta', { properties }), lang);
        expect(sentence).toMatch(/Anna.*Berta/);
        expect(sentence).not.toMatch(/[{}]/);
      }
    }
  });

  it('keeps the ids of what it names, in qualifiers too', () => {
    const relation = makeRelation('germany', 'PARTY_TO', 'contract', { properties: { through: ['mod', 'boris'] } });
    const named = sentenceParts(relation, nameOf, vocabulary, 'en').flatMap(({ entity }) => entity ?? []);
    expect(named).toEqual(['germany', 'contract', 'mod', 'boris']);
  });
});

describe('names', () => {
  const germany = makeNode('germany', { name: 'Germany', names: { en: 'Germany', de: 'Deutschland' } });
  const long = makeNode('x', { name: 'A long English name', shortName: 'Short' });

  it('are in the language where it has one', () => {
    expect([nameIn(germany, 'de'), nameIn(germany, 'en'), nameIn(germany, 'nl')]).toEqual([
      'Deutschland',
      'Germany',
      'Germany',
    ]);
  });

  it('are short on labels unless the language has a name of its own', () => {
    expect(labelIn(long, 'en')).toBe('Short');
    expect(labelIn(long, 'de')).toBe('Short');
    expect(labelIn({ ...long, names: { en: long.name, de: 'Ein Name' } }, 'de')).toBe('Ein Name');
    expect(labelIn({ ...long, names: { en: long.name, de: long.name } }, 'de')).toBe('Short');
  });
});

describe('citation', () => {
  const source = makeNode('duitslandweb', { type: 'Source', name: 'Duitslandweb', date: '2026-04-15' });

  it('names source, date, place and grade', () => {
    expect(citation(makeItem('duitslandweb'), source, vocabulary, 'en')).toBe('Duitslandweb, 15 April 2026, ¶3, B2');
    expect(citation(makeItem('duitslandweb'), source, vocabulary, 'de')).toBe('Duitslandweb, 15. April 2026, ¶3, B2');
  });

  it('says that a source has no date, names an unknown one by its id, and does not say a date twice', () => {
    expect(citation(makeItem('x', { asOf: '' }), undefined, vocabulary, 'en')).toBe('x, undated, ¶3, B2');
    expect(citation(makeItem('x', { asOf: '2026' }), undefined, vocabulary, 'en')).toBe('x, 2026, ¶3, B2');
    const dated = { ...source, shortName: 'Duitslandweb, 15 April 2026' };
    expect(citation(makeItem('x'), dated, vocabulary, 'en')).toBe('Duitslandweb, 15 April 2026, ¶3, B2');
  });
});

describe('words', () => {
  it('tell what a grade means', () => {
    expect(gradeInWords('B2', vocabulary, 'en')).toBe('B2: usually reliable; probably true');
    expect(gradeInWords('F6', vocabulary, 'de')).toBe(
      'F6: Zuverlässigkeit nicht beurteilbar; Wahrheit nicht beurteilbar',
    );
    expect(gradeInWords('?', vocabulary, 'en')).toBe('?');
  });

  it('tell what no source states', () => {
    const node = makeNode('x', { properties: { notStated: ['amount', 'deliveryDate', 'colour'] } });
    expect(notStatedWords(node, vocabulary, 'en')).toEqual(['amount', 'delivery date', 'colour']);
    expect(notStatedWords(makeNode('x'), vocabulary, 'en')).toEqual([]);
  });

  it('tell verbs both ways and values of every kind', () => {
    expect(relationVerb(vocabulary, 'FINANCES', 'en')).toBe('finances');
    expect(relationVerb(vocabulary, 'FINANCES', 'de', 'in')).toBe('finanziert von');
    expect(valueInWords(['land', 'air-defence'], vocabulary, 'de')).toBe('Land, Luftverteidigung');
    expect(valueInWords(false, vocabulary, 'en')).toBe('no');
    expect(valueInWords({ $type: 'Integer', value: '9007199254740993' }, vocabulary, 'en')).toBe('9007199254740993');
  });
});
