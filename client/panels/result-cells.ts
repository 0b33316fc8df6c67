// Values of a query's rows as people read them: names for entities, sentences for relations, words of the vocabulary.
import type { GraphRelation, Json } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { QueryColumn } from '../../server/contract/shapes.ts';
import { relationSentence, relationVerb, typeWord, valueInWords } from '../../server/graph/sentences.ts';

/** A part of a cell: a text, an entity that can be opened, or a relation that can. */
export interface CellPart {
  readonly text: string;
  readonly entity?: string;
  readonly relation?: { readonly id: string; readonly from: string; readonly to: string };
}

/** One cell. */
export interface Cell {
  readonly parts: readonly CellPart[];
  readonly isNumber: boolean;
}

/** What is needed to read values. */
export interface CellContext {
  readonly vocabulary: Vocabulary;
  /** The relations in the result, by id. */
  readonly relations: ReadonlyMap<string, GraphRelation>;
  readonly nameOf: (id: string) => string;
  readonly lang: string;
}

/** The cell of one value in a column of a saved query. */
export function cellOf(value: Json, column: QueryColumn | undefined, context: CellContext): Cell {
  const values = Array.isArray(value) ? value : [value];
  return { parts: values.map((one) => partOf(one, column, context)), isNumber: typeof value === 'number' };
}

function partOf(value: Json, column: QueryColumn | undefined, context: CellContext): CellPart {
  if (typeof value === 'string') return { text: textOf(value, column, context) };
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return objectPart(value, context);
  return { text: valueInWords(value, context.vocabulary, context.lang) };
}

function textOf(text: string, column: QueryColumn | undefined, { vocabulary, lang }: CellContext): string {
  const own = column?.values?.find((known) => known.value === text)?.label;
  if (own) return own[lang] ?? own['en'] ?? text;
  if (column?.vocabulary !== true) return text;
  if (Object.hasOwn(vocabulary.relations, text)) return relationVerb(vocabulary, text, lang);
  if (Object.hasOwn(vocabulary.types, text)) return typeWord(vocabulary, text, lang);
  return valueInWords(text, vocabulary, lang);
}

function objectPart(value: { [key: string]: Json }, context: CellContext): CellPart {
  const { $type, id, name, from, to, nodes } = value;
  if ($type === 'Entity' && typeof id === 'string') {
    const known = context.nameOf(id);
    return { text: known === id && typeof name === 'string' ? name : known, entity: id };
  }
  if ($type === 'Relation' && typeof id === 'string' && typeof from === 'string' && typeof to === 'string') {
    return { text: sentenceOf({ id, from, to }, context), relation: { id, from, to } };
  }
  if ($type === 'Path' && Array.isArray(nodes)) return { text: pathText(nodes, context) };
  return { text: valueInWords(value, context.vocabulary, context.lang) };
}

function sentenceOf({ id, from, to }: { id: string; from: string; to: string }, context: CellContext): string {
  const relation = context.relations.get(id);
  if (relation === undefined) return `${context.nameOf(from)} – ${context.nameOf(to)}`;
  return relationSentence(relation, context.nameOf, context.vocabulary, context.lang);
}

function pathText(nodes: readonly Json[], context: CellContext): string {
  const steps = nodes.map((node) =>
    objectPart(node !== null && typeof node === 'object' && !Array.isArray(node) ? node : {}, context),
  );
  return steps.map((step) => step.text).join(' – ');
}
