// The picture to hand in, from data to a file: SVG with its fonts inside, or PNG drawn from the same SVG.
import type { Graph, GraphNode } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { Position } from '../graph/layout.ts';
import { phrase, wordLanguage } from '../graph/phrases.ts';
import type { Theme } from '../graph/style.ts';
import { compose, type Composition } from './compose.ts';
import { fileNameOf } from './file-name.ts';
import { fontFamily, loadTypeface, type Typeface, type Weight } from './fonts.ts';
import { loadIcons } from './icons.ts';
import { renderPng, type PngScale } from './png.ts';
import { familyAttribute } from './sheet.ts';
import { cleanText, escapeXml, num } from './text.ts';

/** A data set as the footer names it. */
export interface PictureDataset {
  /** Title by language, or one title. */
  readonly title: Readonly<Record<string, string>> | string;
  readonly version: string;
  readonly hash: string;
}

/** What a picture is asked for with. */
export interface PictureRequest {
  /** The entities shown and the relations among them, with evidence. */
  readonly graph: Graph;
  /** Positions by entity id in canvas units; what has none (or none that is finite) is laid out. */
  readonly positions?: Readonly<Record<string, Position>> | undefined;
  /** The data set's title where absent. */
  readonly title?: string | undefined;
  /** The date printed, `YYYY-MM-DD`. */
  readonly date: string;
  readonly lang: string;
  readonly theme: Theme;
  readonly format: 'svg' | 'png';
  /** Pixels a unit, for PNG; 1 where absent. */
  readonly scale?: PngScale | undefined;
  readonly dataset: PictureDataset | readonly PictureDataset[];
  /** The sources of the relations; what is not here is named by its id. */
  readonly sources: readonly GraphNode[];
  readonly vocabulary: Vocabulary;
}

/** A file to be sent or written. */
export interface PictureFile {
  readonly bytes: Buffer;
  readonly contentType: 'image/svg+xml' | 'image/png';
  /** Safe on every system: lower-case letters, digits and hyphens, with its ending. */
  readonly fileName: string;
}

/**
 * Renders a picture; the same request gives the same bytes.
 *
 * @throws {EntenteError} `picture-too-large` where a PNG would have more pixels than can be drawn
 */
export async function renderPicture(request: PictureRequest): Promise<PictureFile> {
  const typeface = await loadTypeface();
  const composition = await composePicture(request, typeface);
  const svg = await svgDocument(composition, typeface);
  const fileName = fileNameOf(composition.title, request.date, request.format);
  if (request.format === 'svg') return { bytes: Buffer.from(svg, 'utf8'), contentType: 'image/svg+xml', fileName };
  const bytes = await renderPng({ svg, composition, scale: request.scale ?? 1, typeface });
  return { bytes, contentType: 'image/png', fileName };
}

async function composePicture(request: PictureRequest, typeface: Typeface): Promise<Composition> {
  const { vocabulary, lang, theme } = request;
  const datasets = 'version' in request.dataset ? [request.dataset] : request.dataset;
  const titles = datasets.map((dataset) => titleIn(dataset, lang));
  const graph = { nodes: request.graph.nodes.map(cleanNode), relations: request.graph.relations };
  const icons = await loadIcons(Object.values(vocabulary.types).map((type) => type.icon));
  const content = {
    graph,
    vocabulary,
    lang,
    theme,
    date: request.date,
    positions: usable(request.positions ?? {}),
    title: cleanText(request.title ?? '') || titles.join(' · ') || phrase(lang, 'network'),
    datasetLines: datasets.map((dataset, index) => datasetLine(titles[index] ?? '', dataset, lang)),
    sources: request.sources.map(cleanNode),
  };
  return compose(content, typeface.measure, icons);
}

function titleIn({ title }: PictureDataset, lang: string): string {
  if (typeof title === 'string') return cleanText(title);
  return cleanText(title[lang] ?? title['en'] ?? Object.values(title)[0] ?? '');
}

/** "Title, version 1.0.0, 0123456789ab". */
function datasetLine(title: string, { version, hash }: PictureDataset, lang: string): string {
  const short = cleanText(hash)
    .replace(/^sha256[:-]/, '')
    .slice(0, 12);
  return [title, phrase(wordLanguage(lang), 'version', cleanText(version)), short]
    .filter((part) => part !== '')
    .join(', ');
}

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The node with names that can be drawn: without anything invisible, its id where nothing is left. */
function cleanNode(node: GraphNode): GraphNode {
  const clean = (text: string) => {
    const cleaned = cleanText(text);
    return visible.test(cleaned) ? cleaned : cleanText(node.id);
  };
  const names = Object.fromEntries(Object.entries(node.names).map(([lang, name]) => [lang, clean(name)]));
  const short = node.shortName === undefined ? {} : { shortName: clean(node.shortName) };
  return { ...node, name: clean(node.name), ...short, names };
}

const farthest = 1e6;

function usable(positions: Readonly<Record<string, Position>>): Record<string, Position> {
  const isUsable = ({ x, y }: Position) => Math.abs(x) <= farthest && Math.abs(y) <= farthest;
  return Object.fromEntries(Object.entries(positions).filter(([, position]) => isUsable(position)));
}

/** The whole SVG document: fonts inside, named and described for those who cannot see it. */
async function svgDocument(composition: Composition, typeface: Typeface): Promise<string> {
  const { sheet, width, height, background, title, description } = composition;
  const faces = await Promise.all(
    ([400, 600] as const).map((weight) => fontFace(sheet.characters(weight), weight, typeface)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}" role="img" aria-labelledby="title desc" lang="${escapeXml(composition.lang)}" font-family="${familyAttribute}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    `<style>${faces.join('')}</style>`,
    `<rect width="${num(width)}" height="${num(height)}" fill="${background}"/>`,
    sheet.markup(),
    '</svg>\n',
  ].join('\n');
}

async function fontFace(characters: string, weight: Weight, typeface: Typeface): Promise<string> {
  if (characters === '') return '';
  const data = await typeface.subset(characters, weight);
  return `@font-face{font-family:"${fontFamily}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}
