// The numbered sources of the relations shown: title, publisher, date, reliability, and how many relations rest on each.
import type { GraphNode } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { dateInWords } from '../graph/dates.ts';
import type { DrawnRelation } from '../graph/drawing.ts';
import { phrase, wordLanguage } from '../graph/phrases.ts';
import { labelIn } from '../graph/sentences.ts';
import type { Palette } from '../graph/style.ts';
import type { Column } from './legend-block.ts';
import { wrapText, type Sheet } from './sheet.ts';
import { cleanText, isolated } from './text.ts';

/** A source with its number in the picture. */
export interface NumberedSource {
  readonly number: number;
  readonly id: string;
  /** How many of the relations shown rest on it. */
  readonly relations: number;
  /** Nothing where only its id is known. */
  readonly node: GraphNode | undefined;
}

/** The sources of the relations, numbered from the one that most rest on, then by id. */
export function numberSources(
  relations: readonly DrawnRelation[],
  sources: readonly GraphNode[],
): ReadonlyMap<string, NumberedSource> {
  const counts = new Map<string, number>();
  for (const { relation } of relations) {
    for (const id of new Set(relation.evidence.map((item) => item.source))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const nodes = new Map(sources.map((node) => [node.id, node]));
  const order = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return new Map(
    order.map(([id, count], index) => [id, { number: index + 1, id, relations: count, node: nodes.get(id) }]),
  );
}

/** What the list is drawn with. */
export interface SourcesInput {
  readonly sources: ReadonlyMap<string, NumberedSource>;
  readonly vocabulary: Vocabulary;
  readonly palette: Palette;
  readonly lang: string;
  /** Name of an entity by its id, where it is known. */
  readonly nameOf: (id: string) => string | undefined;
  /** True where the numbers also stand on the lines. */
  readonly areOnLines: boolean;
}

const size = 12.5;
const lineHeight = 18;
const entryGap = 8;
const columnGap = 40;
const indent = 26;

/** Draws the list in two columns, row by row; returns the height used. */
export function drawSources(sheet: Sheet, column: Column, input: SourcesInput): number {
  const { palette, lang, sources } = input;
  const heading = phrase(lang, 'sources');
  sheet.text(heading, column.left, column.top + 13, { size, weight: 600, fill: palette.text });
  const note = sources.size === 0 ? phrase(lang, 'noSources') : input.areOnLines ? phrase(lang, 'sourcesNote') : '';
  const noteLeft = column.left + sheet.measure(heading, size, 600) + 14;
  if (note !== '') sheet.text(note, noteLeft, column.top + 13, { size, fill: palette.mutedText });
  const list = [...sources.values()];
  const count = list.length > 1 ? 2 : 1;
  const width = (column.width - columnGap * (count - 1)) / count;
  let top = column.top + 26;
  for (let row = 0; row < list.length; row += count) {
    const heights = list.slice(row, row + count).map((source, index) => {
      return drawSource(sheet, { left: column.left + index * (width + columnGap), top, width }, source, input);
    });
    top += Math.max(...heights) + entryGap;
  }
  return top - column.top;
}

function drawSource(sheet: Sheet, column: Column, source: NumberedSource, input: SourcesInput): number {
  const { palette } = input;
  const wrapped = (text: string) =>
    wrapText(text, column.width - indent, (piece) => sheet.measure(piece, size)).map((line) => line.replace(/ ·$/, ''));
  const title = wrapped(titleOf(source, input.lang));
  const detail = wrapped(detailOf(source, input));
  sheet.text(String(source.number), column.left, column.top + 13, { size, weight: 600, fill: palette.text });
  [...title, ...detail].forEach((line, index) => {
    const fill = index < title.length ? palette.text : palette.mutedText;
    sheet.text(line, column.left + indent, column.top + 13 + index * lineHeight, { size, fill });
  });
  return (title.length + detail.length) * lineHeight;
}

function titleOf({ node, id }: NumberedSource, lang: string): string {
  if (node === undefined) return id;
  const own = node.properties['title'];
  const label = cleanText(labelIn(node, lang));
  const title = typeof own === 'string' ? cleanText(own) : '';
  return title === '' || title === label ? isolated(label) : `${isolated(label)}: ${isolated(title)}`;
}

/** Publisher, date, reliability in words, how many relations, address. */
function detailOf({ node, relations }: NumberedSource, input: SourcesInput): string {
  const { vocabulary, nameOf } = input;
  const lang = wordLanguage(input.lang);
  const text = (name: string) => {
    const value = node?.properties[name];
    return typeof value === 'string' ? cleanText(value) : '';
  };
  const publisher = text('publisher');
  const letter = text('reliability');
  const reliability = vocabulary.reliability[letter]?.[lang];
  const count = relations === 1 ? phrase(lang, 'oneRelation') : phrase(lang, 'manyRelations', relations);
  return [
    publisher === '' ? '' : isolated(nameOf(publisher) ?? publisher),
    node?.date === undefined ? phrase(lang, 'undated') : dateInWords(cleanText(node.date), lang),
    reliability === undefined ? '' : `${letter} (${reliability})`,
    count,
    text('url'),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
