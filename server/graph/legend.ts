// The legend: which families, types, lines and relation types are in use, with counts.
import type { GraphNode, GraphRelation } from '../../data/model/graph.ts';
import { wordFor, type Vocabulary } from '../../data/model/vocabulary.ts';
import { phrase } from './phrases.ts';
import { relationVerb, typeWord } from './sentences.ts';
import { lineLook, type Dash } from './style.ts';

/** A type in use, with how many entities it has. */
export interface LegendType {
  readonly type: string;
  readonly word: string;
  readonly count: number;
}

/** A family in use with its types. */
export interface LegendFamily {
  readonly family: string;
  readonly word: string;
  readonly count: number;
  readonly types: readonly LegendType[];
}

/** A way in which lines are drawn, with how many are. */
export interface LegendLine {
  readonly dash: Dash;
  readonly pale: boolean;
  /** What it stands for: "planned, promised". */
  readonly word: string;
  readonly count: number;
}

/** Everything that a legend shows. */
export interface Legend {
  readonly families: readonly LegendFamily[];
  readonly lines: readonly LegendLine[];
  readonly relationTypes: readonly LegendType[];
  /** How many relations sources disagree on. */
  readonly disputed: number;
}

/** The legend of what is shown, in the vocabulary's order; what is not in use is not in it. */
export function legendOf(
  nodes: readonly GraphNode[],
  relations: readonly GraphRelation[],
  vocabulary: Vocabulary,
  lang: string,
): Legend {
  return {
    families: familiesOf(nodes, vocabulary, lang),
    lines: linesOf(nodes, relations, vocabulary, lang),
    relationTypes: inOrder(
      countBy(relations, (relation) => relation.type),
      Object.keys(vocabulary.relations),
    ).map(([type, count]) => ({ type, count, word: relationVerb(vocabulary, type, lang) })),
    disputed: relations.filter((relation) => relation.disputed).length,
  };
}

function familiesOf(nodes: readonly GraphNode[], vocabulary: Vocabulary, lang: string): LegendFamily[] {
  const counts = inOrder(
    countBy(nodes, (node) => node.type),
    Object.keys(vocabulary.types),
  );
  const types = counts.map(([type, count]) => ({
    type,
    count,
    word: capital(typeWord(vocabulary, type, lang, count)),
  }));
  const familyOf = (type: string) => vocabulary.types[type]?.family ?? '';
  return [...Object.keys(vocabulary.families), ''].flatMap((family) => {
    const own = types.filter(({ type }) => familyOf(type) === family);
    if (own.length === 0) return [];
    const words = vocabulary.families[family];
    const count = own.reduce((sum, type) => sum + type.count, 0);
    return [{ family, count, types: own, word: words?.[lang] ?? words?.['en'] ?? family }];
  });
}

function linesOf(
  nodes: readonly GraphNode[],
  relations: readonly GraphRelation[],
  vocabulary: Vocabulary,
  lang: string,
): LegendLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const styles = countBy(relations, (relation) => {
    const look = lineLook(vocabulary, relation, { from: byId.get(relation.from), to: byId.get(relation.to) }, 'light');
    return look.pale ? 'pale' : look.dash;
  });
  return inOrder(styles, ['solid', 'dashed', 'dotted', 'pale']).map(([style, count]) => ({
    dash: style === 'pale' ? 'solid' : (style as Dash),
    pale: style === 'pale',
    word: lineWord(style, vocabulary, lang),
    count,
  }));
}

function lineWord(style: string, vocabulary: Vocabulary, lang: string): string {
  if (style === 'solid') return phrase(lang, 'existingLine');
  const statuses = vocabulary.lines[style as 'dashed' | 'dotted' | 'pale'].map((id) => wordFor(vocabulary, id, lang));
  return [...statuses, ...(style === 'dotted' ? [phrase(lang, 'loose')] : [])].join(', ');
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Counts in a given order, what the order does not name behind it by name. */
function inOrder(counts: ReadonlyMap<string, number>, order: readonly string[]): [string, number][] {
  const place = new Map(order.map((name, index) => [name, index]));
  const rank = (name: string) => place.get(name) ?? order.length;
  return [...counts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
