// Relations as sentences, evidence as citations, and the names of things, in a language.
import type { GraphNode, GraphRelation, EvidenceItem, Json } from '../../data/model/graph.ts';
import type { PropertyDefinition, RelationDefinition, Vocabulary } from '../../data/model/vocabulary.ts';
import { wordFor } from '../../data/model/vocabulary.ts';
import { numberInWords } from './amounts.ts';
import { dateInWords } from './dates.ts';
import { phrase } from './phrases.ts';

/** A piece of a sentence: plain text, or the name of an entity that the page may link. */
export interface SentencePart {
  readonly text: string;
  /** Id of the entity that the text names. */
  readonly entity?: string;
}

/** The name in a language, else the English one. */
export function nameIn(node: Pick<GraphNode, 'name' | 'names'>, lang: string): string {
  return node.names[lang] ?? node.name;
}

/** The label on canvas and pictures: the short name in English or where the language has no name of its own, else the name. */
export function labelIn(node: Pick<GraphNode, 'name' | 'names' | 'shortName'>, lang: string): string {
  const own = lang === 'en' ? undefined : node.names[lang];
  return own === undefined || own === node.name ? (node.shortName ?? node.name) : own;
}

/**
 * A relation as a sentence: "Germany finances Ukraine's contract with Raytheon (promised)".
 *
 * @param nameOf the name of an entity by its id
 */
export function relationSentence(
  relation: GraphRelation,
  nameOf: (id: string) => string,
  vocabulary: Vocabulary,
  lang: string,
): string {
  return sentenceParts(relation, nameOf, vocabulary, lang)
    .map((part) => part.text)
    .join('');
}

/** The same sentence in parts, so that the names of entities can be links. */
export function sentenceParts(
  relation: GraphRelation,
  nameOf: (id: string) => string,
  vocabulary: Vocabulary,
  lang: string,
): SentencePart[] {
  const definition = vocabulary.relations[relation.type];
  const template = definition?.sentence[lang] ?? definition?.sentence['en'] ?? `{from} – ${relation.type} – {to}`;
  const named = (id: string): SentencePart => ({ text: nameOf(id), entity: id });
  const parts = template
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece): SentencePart => {
      const slot = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (slot === undefined) return { text: piece };
      if (slot === 'from' || slot === 'to') return named(relation[slot]);
      return { text: valueInWords(relation.properties[slot], vocabulary, lang) };
    });
  const qualifiers = qualifierParts(relation, definition, template, vocabulary, lang, named);
  if (qualifiers.length === 0) return parts;
  return [...parts, { text: ' (' }, ...joined(qualifiers, ', '), { text: ')' }];
}

/** A status that says nothing more than that the relation is there. */
const plainStatus = 'existing';

function qualifierParts(
  relation: GraphRelation,
  definition: RelationDefinition | undefined,
  template: string,
  vocabulary: Vocabulary,
  lang: string,
  named: (id: string) => SentencePart,
): SentencePart[][] {
  const found: SentencePart[][] = [];
  const add = (text: string) => {
    const isSaid = template.toLowerCase().includes(text.toLowerCase());
    if (text !== '' && !isSaid) found.push([{ text }]);
  };
  if (relation.status !== undefined && relation.status !== plainStatus) add(wordFor(vocabulary, relation.status, lang));
  for (const text of sums(relation, lang)) add(text);
  for (const name of Object.keys(definition?.properties ?? {})) {
    const value = relation.properties[name];
    const property = vocabulary.properties[name];
    if (value === undefined || property === undefined || template.includes(`{${name}}`)) continue;
    if (sumProperties.has(name)) continue;
    const word = property.words[lang] ?? property.words['en'] ?? name;
    if (property.value === 'ids' || property.value === 'id') found.push(idParts(word, value, named));
    else add(qualifier(word, property, value, vocabulary, lang));
  }
  if (relation.date !== undefined) add(dateInWords(relation.date, lang));
  return found;
}

function qualifier(word: string, property: PropertyDefinition, value: Json, vocabulary: Vocabulary, lang: string) {
  const text = valueInWords(value, vocabulary, lang);
  return property.value === 'text' || property.value === 'boolean' ? `${word}: ${text}` : text;
}

function idParts(word: string, value: Json, named: (id: string) => SentencePart): SentencePart[] {
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
  return [
    { text: `${word} ` },
    ...joined(
      ids.map((id) => [named(id)]),
      ', ',
    ),
  ];
}

function joined(groups: readonly (readonly SentencePart[])[], separator: string): SentencePart[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [{ text: separator }, ...group]));
}

const sumProperties = new Set(['amount', 'currency', 'amountAsWritten', 'quantity', 'quantityAsWritten', 'unit']);

/** The sum and the quantity on a relation: "248 million EUR", "120,000 drones"; as written where there is no figure. */
function sums(relation: GraphRelation, lang: string): string[] {
  const { amount, currency, amountAsWritten, quantity, quantityAsWritten, unit } = relation.properties;
  return [figure(amount, currency, amountAsWritten, lang), figure(quantity, unit, quantityAsWritten, lang)].filter(
    (text) => text !== '',
  );
}

function figure(value: Json | undefined, unit: Json | undefined, asWritten: Json | undefined, lang: string): string {
  if (typeof value === 'number') {
    const number = numberInWords(value, lang);
    return typeof unit === 'string' ? `${number} ${unit}` : number;
  }
  return typeof asWritten === 'string' ? asWritten : '';
}

/** A property's value for people: words of the vocabulary, numbers in the language's form, lists with commas. */
export function valueInWords(value: Json | undefined, vocabulary: Vocabulary, lang: string): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => valueInWords(item, vocabulary, lang)).join(', ');
  if (typeof value === 'string') return wordFor(vocabulary, value, lang);
  if (typeof value === 'number') return numberInWords(value, lang);
  if (typeof value === 'boolean') return phrase(lang, value ? 'yes' : 'no');
  return typeof value['value'] === 'string' ? value['value'] : JSON.stringify(value);
}

/** The verb of a relation as it reads from its start ("finances"), or backwards from its end ("financed by"). */
export function relationVerb(
  vocabulary: Vocabulary,
  type: string,
  lang: string,
  direction: 'out' | 'in' = 'out',
): string {
  const words = vocabulary.relations[type]?.words;
  const pair = words?.[lang] ?? words?.['en'];
  return pair?.[direction === 'out' ? 0 : 1] ?? type;
}

/** The word for an entity type, singular or plural. */
export function typeWord(vocabulary: Vocabulary, type: string, lang: string, count = 1): string {
  const words = vocabulary.types[type]?.words;
  const pair = words?.[lang] ?? words?.['en'];
  return pair?.[count === 1 ? 0 : 1] ?? type;
}

/** The short name of a source; a date in it is written in the language. */
export function sourceName(source: GraphNode, lang: string): string {
  const name = labelIn(source, lang);
  return source.date === undefined
    ? name
    : name.replace(dateInWords(source.date, 'en'), dateInWords(source.date, lang));
}

/**
 * An evidence item as a citation: "Duitslandweb, 15 April 2026, ¶3, B2".
 *
 * @param source the source's node; its id stands in where it is not at hand
 */
export function citation(
  item: EvidenceItem,
  source: GraphNode | undefined,
  _vocabulary: Vocabulary,
  lang: string,
): string {
  const name = source === undefined ? item.source : sourceName(source, lang);
  const date = source?.date ?? item.asOf;
  const dateText = date === undefined || date === '' ? phrase(lang, 'undated') : dateInWords(date, lang);
  const parts = [name, name.includes(dateText) ? '' : dateText, item.locator, item.grade];
  return parts.filter((part) => part !== '').join(', ');
}

/** What a grade means: "B2: usually reliable; probably true". Unknown letters and digits are left out. */
export function gradeInWords(grade: string, vocabulary: Vocabulary, lang: string): string {
  const words = [vocabulary.reliability[grade.slice(0, 1)], vocabulary.credibility[grade.slice(1)]]
    .map((entry) => entry?.[lang] ?? entry?.['en'])
    .filter((word) => word !== undefined);
  return words.length === 0 ? grade : `${grade}: ${words.join('; ')}`;
}

/** What a reader would look for and no source says, in words: ["amount", "delivery date"]. */
export function notStatedWords(node: GraphNode, vocabulary: Vocabulary, lang: string): string[] {
  const keys = node.properties['notStated'];
  if (!Array.isArray(keys)) return [];
  return keys
    .filter((key) => typeof key === 'string')
    .map((key) => {
      const known = vocabulary.notStated[key]?.[lang] ?? vocabulary.notStated[key]?.['en'];
      return known ?? wordFor(vocabulary, key, lang).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    });
}
