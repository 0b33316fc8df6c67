// The own properties of an entity or relation as rows of name and value for the inspector.
import type { GraphNode, GraphRelation, Json } from '../../data/model/graph.ts';
import { wordFor } from '../../data/model/vocabulary.ts';
import type { PropertyDefinition, Vocabulary } from '../../data/model/vocabulary.ts';
import { dateInWords } from '../../server/graph/dates.ts';
import { valueInWords } from '../../server/graph/sentences.ts';

/** One row: a text, entities to open, or an address on the web. */
export interface Particular {
  readonly word: string;
  readonly text?: string;
  readonly entities?: readonly string[];
  readonly address?: string;
}

/** Properties that say nothing to people. */
const technical = new Set(['textSha256', 'lang']);
const words = { en: { date: 'date', note: 'note' }, de: { date: 'Datum', note: 'Anmerkung' } } as const;

/** The rows of an entity or relation: status and date first, then the own properties of its type in the vocabulary's order. */
export function particularsOf(thing: GraphNode | GraphRelation, vocabulary: Vocabulary, lang: string): Particular[] {
  const definition = 'from' in thing ? vocabulary.relations[thing.type] : vocabulary.types[thing.type];
  const own = words[lang === 'de' ? 'de' : 'en'];
  const names = Object.keys(definition?.properties ?? {}).filter((name) => name !== 'status' && !technical.has(name));
  const rows = names.flatMap((name) => row(name, thing.properties[name], vocabulary, lang));
  const status = vocabulary.properties['status'];
  const note = thing.properties['note'];
  return [
    ...(thing.status && status ? [{ word: wordOf(status, lang), text: wordFor(vocabulary, thing.status, lang) }] : []),
    ...(thing.date ? [{ word: own.date, text: dateInWords(thing.date, lang) }] : []),
    ...rows,
    ...(typeof note === 'string' ? [{ word: own.note, text: note }] : []),
  ];
}

function row(name: string, value: Json | undefined, vocabulary: Vocabulary, lang: string): Particular[] {
  const property = vocabulary.properties[name];
  if (property === undefined || value === undefined || value === null || value === '') return [];
  const word = wordOf(property, lang);
  const values = Array.isArray(value) ? value : [value];
  if (property.value === 'id' || property.value === 'ids' || property.value === 'source-ids') {
    return [{ word, entities: values.filter((id) => typeof id === 'string') }];
  }
  if (property.value === 'url' && typeof value === 'string') return [{ word, ...webAddress(value) }];
  if (property.value === 'date' && typeof value === 'string') return [{ word, text: dateInWords(value, lang) }];
  return [{ word, text: valueInWords(value, vocabulary, lang) }];
}

function wordOf(property: PropertyDefinition, lang: string): string {
  return property.words[lang] ?? property.words['en'] ?? '';
}

/** An address that may become a link: http and https only, everything else stays text. */
export function webAddress(text: string): { text: string; address?: string } {
  const isWeb = URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
  return isWeb ? { text, address: new URL(text).href } : { text };
}
