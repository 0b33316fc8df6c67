// Values for one parameter of a saved query: entities and texts out of the database, types and choices out of the vocabulary.
import { z } from 'zod';
import type { GraphNode, Json } from '../../../data/model/graph.ts';
import { wordFor } from '../../../data/model/vocabulary.ts';
import type { SuggestedValue } from '../../contract/queries.ts';
import type { QueryParameter, SavedQuery } from '../../contract/shapes.ts';
import { EntenteError } from '../../errors.ts';
import { nameIn } from '../../graph/sentences.ts';
import { readCounts } from '../datasets.ts';
import { readEntities, readSuggestions, structuralNames, type Reading } from '../reading.ts';
import { searchEntities } from '../search.ts';
import { bestName, foldText, ranks } from '../search-words.ts';
import { checkParameters } from './parameters.ts';

/** What is asked for. */
export interface SuggestionRequest {
  /** Name of the parameter. */
  readonly parameter: string;
  /** Values of the others, as far as they are known; those that do not fit count as unknown. */
  readonly parameters: Readonly<Record<string, Json>>;
  /** What has been typed of the value. */
  readonly text: string;
  readonly lang: string;
  readonly limit: number;
}

/** Values, the best first, and whether there are more. */
export interface Suggestions {
  readonly values: SuggestedValue[];
  readonly truncated: boolean;
}

/** So many values of a statement are looked through for what was typed. */
const mostValues = 1000;

const valueRow = z.object({ value: z.string(), count: z.int() });

/**
 * Values for a parameter. Kinds that people write themselves (numbers, dates, texts without a statement) have none.
 *
 * @throws {EntenteError} `no-such-parameter`
 */
export async function suggestValues(
  reading: Reading,
  query: SavedQuery,
  request: SuggestionRequest,
): Promise<Suggestions> {
  const parameter = query.parameters.find(({ name }) => name === request.parameter);
  if (parameter === undefined) throw noSuchParameter(query, request.parameter);
  const { lang, text } = request;
  switch (parameter.kind) {
    case 'entity':
    case 'entities':
      return suggestEntities(reading, query, parameter, request);
    case 'text': {
      const rows = parameter.suggest === undefined ? [] : await rowsOf(reading, query, parameter, request);
      const values = rows.map((row) => ({ ...row, label: wordOf(reading, row.value, lang) }));
      return cut(fitting(values, text), request.limit, rows.length >= mostValues);
    }
    case 'enumeration': {
      const values = (parameter.values ?? []).map(({ value, label }) => ({
        value,
        label: label[lang] ?? label['en'] ?? value,
      }));
      return cut(fitting(values, text), request.limit);
    }
    case 'entityType':
    case 'relationType':
    case 'relationTypes':
      return cut(fitting(await suggestTypes(reading, parameter.kind, lang), text), request.limit);
    default:
      return { values: [], truncated: false };
  }
}

async function suggestEntities(
  reading: Reading,
  query: SavedQuery,
  parameter: QueryParameter,
  request: SuggestionRequest,
): Promise<Suggestions> {
  const { text, lang, limit } = request;
  if (parameter.suggest !== undefined) return suggestFromStatement(reading, query, parameter, request);
  if (text.trim() !== '') {
    const { types } = parameter;
    const { hits, truncated } = await searchEntities(reading, {
      typed: text,
      limit,
      lang,
      ...(types === undefined ? {} : { types }),
    });
    return { values: hits.map(({ node, degree }) => entityValue(node, degree, lang)), truncated };
  }
  const structural = structuralNames(reading.vocabulary);
  const rows = await readSuggestions(
    reading,
    'best-connected',
    { types: parameter.types ?? [], documents: structural.types, structural: structural.relations, limit: limit + 1 },
    valueRow,
  );
  return cut(await namedEntities(reading, rows, lang), limit);
}

/** The entities that a statement lists, those of other types left out; what was typed is looked for in all their names. */
async function suggestFromStatement(
  reading: Reading,
  query: SavedQuery,
  parameter: QueryParameter,
  request: SuggestionRequest,
): Promise<Suggestions> {
  const { text, lang, limit } = request;
  const rows = await rowsOf(reading, query, parameter, request);
  const entities = await readEntities(
    reading,
    rows.map(({ value }) => value),
    false,
  );
  const byId = new Map(entities.map((node) => [node.id, node]));
  const found = rows.flatMap(({ value, count }) => {
    const node = byId.get(value);
    const wanted = node !== undefined && (parameter.types?.includes(node.type) ?? true);
    return wanted
      ? [{ ...entityValue(node, count, lang), names: [node.name, ...Object.values(node.names), ...node.aliases] }]
      : [];
  });
  return cut(
    fitting(found, text).map(({ names: _, ...value }) => value),
    limit,
    rows.length >= mostValues,
  );
}

/** The vocabulary's word for a value or for the property that it names; the value itself where it has none. */
function wordOf({ vocabulary }: Reading, value: string, lang: string): string {
  const property = vocabulary.properties[value]?.words;
  const word = wordFor(vocabulary, value, lang);
  return word === value ? (property?.[lang] ?? property?.['en'] ?? value) : word;
}

/** The rows of the parameter's statement, in its order. */
async function rowsOf(
  reading: Reading,
  query: SavedQuery,
  { name, suggest }: QueryParameter,
  { parameters, text }: SuggestionRequest,
): Promise<z.infer<typeof valueRow>[]> {
  const others = query.parameters
    .filter((other) => other.name !== name)
    .map((other) => ({ ...other, required: false }));
  const { values } = checkParameters(others, parameters, reading.vocabulary);
  const known = Object.fromEntries(others.map((other) => [other.name, values[other.name] ?? null]));
  return readSuggestions(reading, suggest ?? '', { ...known, text: text.trim(), limit: mostValues }, valueRow);
}

async function namedEntities(reading: Reading, rows: readonly z.infer<typeof valueRow>[], lang: string) {
  const nodes = await readEntities(
    reading,
    rows.map(({ value }) => value),
    false,
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return rows.flatMap(({ value, count }) => {
    const node = byId.get(value);
    return node === undefined ? [] : [entityValue(node, count, lang)];
  });
}

function entityValue(node: GraphNode, count: number, lang: string): SuggestedValue {
  return { value: node.id, label: nameIn(node, lang), type: node.type, count };
}

/** Types by how many there are of each, most first. */
async function suggestTypes(
  reading: Reading,
  kind: 'entityType' | 'relationType' | 'relationTypes',
  lang: string,
): Promise<SuggestedValue[]> {
  const { types, relations } = reading.vocabulary;
  const counts = await readCounts(reading);
  const [definitions, numbers] = kind === 'entityType' ? [types, counts.types] : [relations, counts.relations];
  return Object.entries(definitions)
    .map(([value, { words }]) => ({
      value,
      label: (words[lang] ?? words['en'])?.[0] ?? value,
      count: numbers[value] ?? 0,
    }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** Those whose label, value or other name fits what was typed: the whole of it first, then beginnings; all, in their order, where nothing was. */
function fitting<T extends SuggestedValue & { readonly names?: readonly string[] }>(
  values: readonly T[],
  text: string,
): T[] {
  const typed = foldText(text).trim();
  if (typed === '') return [...values];
  return values
    .map((value) => ({ value, rank: rankOf(value, text, typed) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ value }) => value);
}

function rankOf(
  { label, value, names = [] }: SuggestedValue & { readonly names?: readonly string[] },
  text: string,
  typed: string,
) {
  const all = [label, value, ...names];
  const { rank } = bestName(text, all);
  if (rank >= ranks.words) return rank;
  return all.some((name) => foldText(name).includes(typed)) ? ranks.fuzzy : 0;
}

function cut(values: readonly SuggestedValue[], limit: number, more = false): Suggestions {
  return { values: values.slice(0, limit), truncated: more || values.length > limit };
}

function noSuchParameter(query: SavedQuery, name: string): EntenteError {
  return new EntenteError({
    code: 'no-such-parameter',
    status: 404,
    message: `The query "${query.id}" has no parameter "${name}".`,
    advice: `Take one of ${query.parameters.map((parameter) => parameter.name).join(', ') || 'none: it has no parameters'}.`,
  });
}
