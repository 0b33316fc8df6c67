// The values of an answer in words, for tables and spreadsheets.
import type { GraphNode, Json } from '../../../data/model/graph.ts';
import { wordFor, type Vocabulary } from '../../../data/model/vocabulary.ts';
import type { QueryAnswer, QueryColumn, SavedQuery } from '../../contract/shapes.ts';
import { nameIn, relationSentence } from '../../graph/sentences.ts';

/** An answer as a table of texts. */
export interface TextTable {
  /** For each column whether it repeats the others as facts. */
  readonly details: boolean[];
  readonly headings: string[];
  readonly rows: string[][];
}

/** The table of an answer in a language: names for entities, sentences for relations, the vocabulary's words for its values. */
export function textTable(query: SavedQuery, answer: QueryAnswer, vocabulary: Vocabulary, lang: string): TextTable {
  const columns = new Map(query.columns.map((column) => [column.name, column]));
  const nodes = new Map(answer.graph.nodes.map((node) => [node.id, node]));
  const relations = new Map(answer.graph.relations.map((relation) => [relation.id, relation]));
  const nameOf = (id: string): string => nameOrId(nodes.get(id), id, lang);
  const say = (value: Json, column: QueryColumn | undefined): string => {
    if (value === null) return '';
    if (Array.isArray(value)) return value.map((item) => say(item, column)).join('; ');
    if (typeof value !== 'object') return wordOf(value, column, vocabulary, lang);
    const { $type, id } = value;
    if ($type === 'Entity' && typeof id === 'string') return nameOf(id);
    const relation = $type === 'Relation' && typeof id === 'string' ? relations.get(id) : undefined;
    if (relation !== undefined) return relationSentence(relation, nameOf, vocabulary, lang);
    return typeof value['value'] === 'string' ? value['value'] : JSON.stringify(value);
  };
  return {
    details: answer.columns.map((name) => columns.get(name)?.detail === true),
    headings: answer.columns.map((name) => columns.get(name)?.label[lang] ?? columns.get(name)?.label['en'] ?? name),
    rows: answer.rows.map((row) => row.map((value, index) => say(value, columns.get(answer.columns[index] ?? '')))),
  };
}

function nameOrId(node: GraphNode | undefined, id: string, lang: string): string {
  return node === undefined ? id : nameIn(node, lang);
}

function wordOf(
  value: string | number | boolean,
  column: QueryColumn | undefined,
  vocabulary: Vocabulary,
  lang: string,
): string {
  const text = String(value);
  const own = column?.values?.find((choice) => choice.value === text)?.label;
  if (own !== undefined) return own[lang] ?? own['en'] ?? text;
  return column?.vocabulary === true ? wordFor(vocabulary, text, lang) : text;
}
