// Values of a query's rows as people read them: names for entities, words of the vocabulary, numbers in the language's form.
import type { Json } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { relationVerb, valueInWords } from '../../server/graph/sentences.ts';

/** A part of a cell: a text, or an entity that can be opened. */
export interface CellPart {
  readonly text: string;
  readonly entity?: string;
}

/** One cell. */
export interface Cell {
  readonly parts: readonly CellPart[];
  readonly isNumber: boolean;
}

/** What is needed to read values. */
export interface CellContext {
  readonly vocabulary: Vocabulary;
  /** Ids of the entities in the result. */
  readonly ids: ReadonlySet<string>;
  readonly nameOf: (id: string) => string;
  readonly lang: string;
}

/** The cell of one value. */
export function cellOf(value: Json, context: CellContext): Cell {
  const values = Array.isArray(value) ? value : [value];
  return { parts: values.map((one) => partOf(one, context)), isNumber: typeof value === 'number' };
}

function partOf(value: Json, context: CellContext): CellPart {
  if (typeof value === 'string') return textPart(value, context);
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return objectPart(value, context);
  return { text: valueInWords(value, context.vocabulary, context.lang) };
}

function textPart(text: string, context: CellContext): CellPart {
  if (context.ids.has(text)) return { text: context.nameOf(text), entity: text };
  if (Object.hasOwn(context.vocabulary.relations, text)) {
    return { text: relationVerb(context.vocabulary, text, context.lang) };
  }
  return { text: valueInWords(text, context.vocabulary, context.lang) };
}

function objectPart(value: { [key: string]: Json }, context: CellContext): CellPart {
  const { id, name } = value;
  if (typeof id === 'string' && (context.ids.has(id) || typeof name === 'string')) {
    const known = context.nameOf(id);
    return { text: known === id && typeof name === 'string' ? name : known, entity: id };
  }
  return { text: valueInWords(value, context.vocabulary, context.lang) };
}
