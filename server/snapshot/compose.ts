// Puts a picture together: title, date, network, legend, sources and footer on one sheet that grows downwards.
import type { Graph, GraphNode } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { dateInWords } from '../graph/dates.ts';
import { drawingOf, layoutBoxes, type DrawnRelation } from '../graph/drawing.ts';
import { layOut, type LayoutNode, type Position } from '../graph/layout.ts';
import { labelMetrics } from '../graph/labels.ts';
import { legendOf } from '../graph/legend.ts';
import { phrase, wordLanguage } from '../graph/phrases.ts';
import { citation, nameIn, relationSentence, relationVerb } from '../graph/sentences.ts';
import { paletteFor, type Palette, type Theme } from '../graph/style.ts';
import type { TextMeasure } from './fonts.ts';
import type { Icons } from './icons.ts';
import { drawLegend } from './legend-block.ts';
import { drawNetwork, type NetworkInput } from './network.ts';
import { Sheet, wrapText } from './sheet.ts';
import { drawSources, numberSources, type NumberedSource } from './sources-block.ts';
import { isolated } from './text.ts';

/** What a picture is made from; names are clean already. */
export interface PictureContent {
  readonly graph: Graph;
  /** Positions by entity id; entities without one are laid out around the others. */
  readonly positions: Readonly<Record<string, Position>>;
  readonly title: string;
  /** The date printed, `YYYY-MM-DD`. */
  readonly date: string;
  readonly lang: string;
  readonly theme: Theme;
  /** "Title, version 1.0.0, 0123456789ab" of each data set. */
  readonly datasetLines: readonly string[];
  readonly sources: readonly GraphNode[];
  readonly vocabulary: Vocabulary;
}

/** A composed picture: everything but the fonts. */
export interface Composition {
  readonly sheet: Sheet;
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly lang: string;
  readonly title: string;
  /** What it shows, in a sentence for those who cannot see it. */
  readonly description: string;
}

const pageWidth = 1600;
const margin = 48;
const inner = pageWidth - 2 * margin;
const networkMaxHeight = 1040;
/** Beyond so many relations their numbers are left off the lines, and beyond so few their verbs. */
const mostWithNumbers = 60;
const mostWithVerbs = 30;
/** Beyond so many relations their sentences are left out of the file. */
const mostWithSentences = 2000;

/** Draws the whole picture. */
export function compose(content: PictureContent, measure: TextMeasure, icons: Icons): Composition {
  const { graph, lang, theme, vocabulary } = content;
  const palette = paletteFor(theme);
  const sheet = new Sheet(measure);
  const label = (text: string) => measure(text, labelMetrics.fontSize);
  const { nodes, relations } = drawingOf(graph, { vocabulary, lang, theme, measure: label });
  const positions = layOut({
    nodes: relations.length <= mostWithNumbers ? layoutBoxes(nodes).map(withLineRoom) : layoutBoxes(nodes),
    edges: relations.map(({ relation }) => relation),
    fixed: content.positions,
    aspect: inner / networkMaxHeight,
  });
  const numbered = numberSources(relations, content.sources);
  const areOnLines = relations.length <= mostWithNumbers && numbered.size > 1;
  const summary = summaryOf(nodes.length, relations.length, lang);
  let top = drawHeader(sheet, content, summary, palette);
  const network = {
    nodes,
    relations,
    positions,
    palette,
    icons,
    ...titlesOf(content, numbered, relations, areOnLines),
  };
  const area = { left: margin, top, width: inner, maxHeight: networkMaxHeight };
  const drawn = nodes.length === 0 ? drawEmpty(sheet, top, lang, palette) : drawNetwork(sheet, area, network);
  top += drawn.height + 26;
  sheet.rule(margin, pageWidth - margin, top, palette.rule);
  const legend = legendOf(
    nodes.map(({ node }) => node),
    relations.map(({ relation }) => relation),
    vocabulary,
    wordLanguage(lang),
  );
  top += 22;
  top += drawLegend(sheet, { left: margin, top, width: inner }, { legend, vocabulary, palette, icons, lang }) + 16;
  sheet.rule(margin, pageWidth - margin, top, palette.rule);
  top += 22;
  const names = namesOf(content);
  const list = { sources: numbered, vocabulary, palette, lang, areOnLines, nameOf: (id: string) => names.get(id) };
  top += drawSources(sheet, { left: margin, top, width: inner }, list) + 8;
  const height = drawFooter(sheet, content, drawn.labelsLeftOut, top, palette);
  const description = `${phrase(lang, 'asOf', dateInWords(content.date, wordLanguage(lang)))}. ${summary}.`;
  return { sheet, width: pageWidth, height, background: palette.background, lang, title: content.title, description };
}

/** The box with room around it for what stands on lines. */
function withLineRoom(node: LayoutNode): LayoutNode {
  return { ...node, margin: 24 };
}

function drawEmpty(sheet: Sheet, top: number, lang: string, palette: Palette) {
  sheet.text(phrase(lang, 'emptyPicture'), margin, top + 20, { size: 14, fill: palette.mutedText });
  return { height: 40, labelsLeftOut: 0 };
}

function summaryOf(nodes: number, relations: number, lang: string): string {
  const entities = nodes === 1 ? phrase(lang, 'oneNode') : phrase(lang, 'manyNodes', nodes);
  return `${entities}, ${relations === 1 ? phrase(lang, 'oneRelation') : phrase(lang, 'manyRelations', relations)}`;
}

/** Title, date and summary; returns where the network begins. */
function drawHeader(sheet: Sheet, content: PictureContent, summary: string, palette: Palette): number {
  const lines = wrapText(content.title, inner, (text) => sheet.measure(text, 28, 600)).slice(0, 3);
  let y = margin + 26;
  for (const line of lines) {
    sheet.text(line, margin, y, { size: 28, weight: 600, fill: palette.text });
    y += 36;
  }
  const date = phrase(content.lang, 'asOf', dateInWords(content.date, wordLanguage(content.lang)));
  sheet.text(`${date} · ${summary}`, margin, y - 8, { size: 15, fill: palette.mutedText });
  return y + 20;
}

/** Data sets and what was left out; returns the height of the whole sheet. */
function drawFooter(sheet: Sheet, content: PictureContent, leftOut: number, top: number, palette: Palette): number {
  sheet.rule(margin, pageWidth - margin, top, palette.rule);
  const left = leftOut === 1 ? phrase(content.lang, 'oneLabelLeftOut') : phrase(content.lang, 'labelsLeftOut', leftOut);
  const note = leftOut > 0 ? [left] : [];
  const lines = [...content.datasetLines, ...note].flatMap((line) =>
    wrapText(line, inner, (text) => sheet.measure(text, 12)),
  );
  lines.forEach((line, index) =>
    sheet.text(line, margin, top + 26 + index * 18, { size: 12, fill: palette.mutedText }),
  );
  return Math.ceil(top + 26 + Math.max(0, lines.length - 1) * 18 + 30);
}

function namesOf({ graph, sources, lang }: PictureContent): Map<string, string> {
  return new Map([...sources, ...graph.nodes].map((node) => [node.id, nameIn(node, lang)]));
}

type Titles = Pick<NetworkInput, 'relationTitle' | 'nodeTitle' | 'lineTexts'>;

/** Tooltips of entities and relations, and what stands on the lines. */
function titlesOf(
  content: PictureContent,
  numbered: ReadonlyMap<string, NumberedSource>,
  relations: readonly DrawnRelation[],
  areOnLines: boolean,
): Titles {
  const { vocabulary } = content;
  const lang = wordLanguage(content.lang);
  const names = namesOf(content);
  const nameOf = (id: string) => isolated(names.get(id) ?? id);
  const sources = new Map(content.sources.map((node) => [node.id, node]));
  const titleOf = ({ relation }: DrawnRelation) => {
    const cited = relation.evidence.map((item) => citation(item, sources.get(item.source), vocabulary, lang));
    const sentence = relationSentence(relation, nameOf, vocabulary, lang);
    return [sentence, [...new Set(cited)].join('; ')].filter((part) => part !== '').join(' — ');
  };
  const textsOf = ({ relation }: DrawnRelation) => {
    const ids = new Set(relation.evidence.map((item) => item.source));
    const numbers = [...ids].map((id) => numbered.get(id)?.number ?? 0).sort((a, b) => a - b);
    const figures = areOnLines ? `[${numbers.join(', ')}]` : '';
    const verb = relations.length <= mostWithVerbs ? relationVerb(vocabulary, relation.type, lang) : '';
    return [[verb, figures].filter((part) => part !== '').join(' '), figures].filter((text) => text !== '');
  };
  return {
    nodeTitle: ({ node }) => isolated(nameIn(node, content.lang)),
    relationTitle: relations.length <= mostWithSentences ? titleOf : () => undefined,
    lineTexts: textsOf,
  };
}
