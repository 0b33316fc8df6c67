// The values of an answer as people read them: names for entities, sentences for relations, words of the vocabulary.
import type { GraphRelation, Json } from '../../../data/model/graph.ts';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import { numberInWords } from '../amounts.ts';
import { relationSentence, relationVerb, typeWord, valueInWords } from '../sentences.ts';
import type { AnswerColumn } from './answer.ts';

/** A part of a cell: a text, an entity that can be opened, or a relation that can. */
export interface CellPart {
  readonly text: string;
  readonly entity?: string;
  readonly relation?: { readonly id: string; readonly from: string; readonly to: string };
}

/** What is needed to read values. */
export interface CellContext {
  readonly vocabulary: Vocabulary;
  /** The relations in the answer, by id. */
  readonly relations: ReadonlyMap<string, GraphRelation>;
  /** The name of an entity; its id where it is not known. */
  readonly nameOf: (id: string) => string;
  readonly lang: string;
  /** Numbers as digits without grouping, for programs; written out for people where it is not said. */
  readonly isPlain?: boolean;
}

/** The parts of a value: one, or one for each item of a list; `null` has none. */
export function partsOf(value: Json, column: AnswerColumn | undefined, context: CellContext): CellPart[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => one !== null).map((one) => partOf(one, column, context));
}

function partOf(value: Json, column: AnswerColumn | undefined, context: CellContext): CellPart {
  if (Array.isArray(value)) return { text: textsOf(value, column, context).join(', ') };
  if (typeof value === 'object' && value !== null) return objectPart(value, context);
  if (typeof value === 'string') return { text: wordsOf(value, column, context) };
  if (context.isPlain) return { text: value === null ? '' : String(value) };
  if (typeof value === 'number') return { text: numberInWords(value, context.lang) };
  return { text: valueInWords(value, context.vocabulary, context.lang) };
}

function textsOf(values: readonly Json[], column: AnswerColumn | undefined, context: CellContext): string[] {
  return values.filter((one) => one !== null).map((one) => partOf(one, column, context).text);
}

function wordsOf(text: string, column: AnswerColumn | undefined, { vocabulary, lang }: CellContext): string {
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
  if ($type === 'Path' && Array.isArray(nodes)) return { text: textsOf(nodes, undefined, context).join(' – ') };
  return { text: typeof value['value'] === 'string' ? value['value'] : JSON.stringify(value) };
}

function sentenceOf({ id, from, to }: { id: string; from: string; to: string }, context: CellContext): string {
  const relation = context.relations.get(id);
  if (relation === undefined) return `${context.nameOf(from)} – ${context.nameOf(to)}`;
  return relationSentence(relation, context.nameOf, context.vocabulary, context.lang);
}
