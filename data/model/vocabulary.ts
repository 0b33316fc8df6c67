// The vocabulary as a checked value: what types, kinds, relations and words there are, and how to look them up.
import { z } from 'zod';

const words = z.record(z.string(), z.string()).describe('A word for each language, by its code.');
const numberedWords = z
  .record(z.string(), z.tuple([z.string(), z.string()]))
  .describe('For each language two words: singular and plural of a type, or forward and backward of a relation.');

/** How a property's value is checked: plain kinds, ids of entities or sources, or words of the vocabulary. */
export const valueKinds = [
  'text',
  'number',
  'boolean',
  'date',
  'url',
  'id',
  'ids',
  'source-ids',
  'term',
  'terms',
  'office',
  'modality',
] as const;

const propertyDefinition = z.strictObject({
  value: z.enum(valueKinds).describe('How the value is checked.'),
  values: z.array(z.string()).optional().describe('The permitted words, where the value is one.'),
  words: words.describe("The property's name for people."),
});

const ownProperties = z
  .record(z.string(), z.array(z.string()).nullable())
  .default({})
  .describe('Own properties by name; a list narrows the permitted words.');

/** The shapes that both the canvas and the exported picture can draw. */
export const shapeNames = [
  'ellipse',
  'round-rectangle',
  'rectangle',
  'diamond',
  'hexagon',
  'octagon',
  'triangle',
  'pentagon',
  'tag',
  'star',
] as const;

const typeDefinition = z.strictObject({
  family: z.string().describe('The family whose colour the type has.'),
  shape: z.enum(shapeNames).describe('Its shape on the canvas and in pictures.'),
  icon: z.string().describe('Name of its icon in the icon set.'),
  time: z.enum(['lasting', 'momentary']).describe('Whether a single date is a start or the whole.'),
  structural: z.boolean().default(false).describe('Connects documents, not actors: left out of paths and degrees.'),
  words: numberedWords,
  kinds: z.array(z.string()).default([]).describe('The kinds of the type; none where the list is empty.'),
  properties: ownProperties,
  required: z.array(z.string()).default([]).describe('Own properties that a record must have.'),
});

const relationDefinition = z.strictObject({
  time: z.enum(['lasting', 'momentary']).describe('Whether a single date is a start or the whole.'),
  structural: z.boolean().default(false).describe('Connects documents, not actors.'),
  symmetric: z.boolean().default(false).describe('Means the same in both directions: drawn without an arrowhead.'),
  ends: z
    .array(z.tuple([z.array(z.string()), z.union([z.array(z.string()), z.literal('any')])]))
    .min(1)
    .describe('Pairs of permitted types: from these to those.'),
  properties: ownProperties,
  required: z.array(z.string()).default([]).describe('Own properties that a record must have.'),
  sentence: words.describe('The sentence, with {from}, {to} and own properties in braces.'),
  words: numberedWords,
});

/** Shape of `data/model/vocabulary.yaml`. */
export const vocabularySchema = z.strictObject({
  languages: z.array(z.string()).describe('Languages in which names are kept.'),
  interfaceLanguages: z.array(z.string()).describe('Languages of the interface.'),
  families: z.record(z.string(), words).describe('Families of types: one colour each.'),
  types: z.record(z.string(), typeDefinition).describe('Entity types by label.'),
  properties: z.record(z.string(), propertyDefinition).describe('Own properties by name.'),
  relations: z.record(z.string(), relationDefinition).describe('Relation types by name.'),
  relationStatuses: z.array(z.string()).describe('Statuses that any relation may have.'),
  lines: z
    .strictObject({ dashed: z.array(z.string()), dotted: z.array(z.string()), pale: z.array(z.string()) })
    .describe('How lines of a status are drawn; the others are solid.'),
  looseModalities: z.array(z.string()).describe('Modalities whose lines are dotted.'),
  offices: z.record(z.string(), words).describe('Offices by id.'),
  modalities: z
    .record(z.string(), z.strictObject({ firmness: z.int().min(1).max(8), verbs: z.array(z.string()), words: words }))
    .describe('Modalities of undertakings, 8 = firm to 1 = loose.'),
  certainties: z.record(z.string(), words).describe('Certainties, from strong to weak.'),
  reliability: z.record(z.string(), words).describe('The letter of the Admiralty grade.'),
  credibility: z.record(z.string(), words).describe('The digit of the Admiralty grade.'),
  notStated: z.record(z.string(), words).describe('What an absent value is called.'),
  terms: z.record(z.string(), words).describe('Words for all other values.'),
});

/** The parsed vocabulary. */
export type Vocabulary = z.infer<typeof vocabularySchema>;
/** One entity type of the vocabulary. */
export type TypeDefinition = Vocabulary['types'][string];
/** One relation type of the vocabulary. */
export type RelationDefinition = Vocabulary['relations'][string];
/** One own property of the vocabulary. */
export type PropertyDefinition = Vocabulary['properties'][string];

/**
 * Checks a raw vocabulary and that it holds together: families, properties, types and words that it names exist.
 * @throws Error with every fault, one a line.
 */
export function parseVocabulary(raw: unknown): Vocabulary {
  const vocabulary = vocabularySchema.parse(raw);
  const faults = danglingNames(vocabulary);
  if (faults.length > 0) throw new Error(`The vocabulary does not hold together:\n${faults.join('\n')}`);
  return vocabulary;
}

function danglingNames(vocabulary: Vocabulary): string[] {
  const faults: string[] = [];
  const need = (found: boolean, sentence: string) => {
    if (!found) faults.push(sentence);
  };
  const needWord = (word: string, where: string) =>
    need(Object.hasOwn(vocabulary.terms, word), `${where}: no word for "${word}" under terms`);
  const checkOwn = (owner: string, definition: TypeDefinition | RelationDefinition) => {
    for (const [name, values] of Object.entries(definition.properties)) {
      need(Object.hasOwn(vocabulary.properties, name), `${owner}: unknown property "${name}"`);
      for (const value of values ?? []) needWord(value, `${owner}.${name}`);
    }
  };
  for (const [id, type] of Object.entries(vocabulary.types)) {
    need(Object.hasOwn(vocabulary.families, type.family), `${id}: unknown family "${type.family}"`);
    for (const kind of type.kinds) needWord(kind, id);
    checkOwn(id, type);
  }
  for (const [id, relation] of Object.entries(vocabulary.relations)) {
    for (const [from, to] of relation.ends) {
      for (const end of [...from, ...(to === 'any' ? [] : to)]) {
        need(Object.hasOwn(vocabulary.types, end), `${id}: unknown type "${end}"`);
      }
    }
    checkOwn(id, relation);
  }
  for (const status of vocabulary.relationStatuses) needWord(status, 'relationStatuses');
  return faults;
}

/** True where a relation of this type may go from one entity type to another. */
export function allowsEnds(relation: RelationDefinition, from: string, to: string): boolean {
  return relation.ends.some(([froms, tos]) => froms.includes(from) && (tos === 'any' || tos.includes(to)));
}

/** The word for a value in a language: term, office, modality or certainty; English, then the value itself, where none is known. */
export function wordFor(vocabulary: Vocabulary, value: string, lang: string): string {
  const found =
    vocabulary.terms[value] ??
    vocabulary.offices[value] ??
    vocabulary.modalities[value]?.words ??
    vocabulary.certainties[value] ??
    vocabulary.notStated[value];
  return found?.[lang] ?? found?.['en'] ?? value;
}
