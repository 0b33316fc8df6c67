// Labels: wrapping into two lines, the box that a node and its label take, and which labels are drawn.
import { BoxGrid, type Box } from './boxes.ts';

/** How wide a text is in canvas units, at the label's size. */
export type Measure = (text: string) => number;

/** Sizes of labels in canvas units. */
export const labelMetrics = {
  fontSize: 12,
  lineHeight: 14,
  /** Between a node's lower edge and its label. */
  gap: 3,
  /** Longest line. */
  maxWidth: 108,
} as const;

const ellipsis = '…';
/** No label of two lines needs more; what is longer is cut before anything is measured. */
const longestText = 400;

/** A single long word may be so much wider than a line, so that German compounds stay whole. */
const longWordStretch = 1.25;

/**
 * A label in at most two lines of at most `maxWidth` (a quarter more for a single long word), as even as they can be;
 * what does not fit ends in an ellipsis. Words are kept whole where they fit a line.
 */
export function wrapLabel(text: string, measure: Measure, maxWidth: number = labelMetrics.maxWidth): string[] {
  const plain = text.slice(0, longestText).replace(/\s+/gu, ' ').trim();
  const isCut = text.length > longestText;
  if (plain === '') return [];
  if (!isCut && measure(plain) <= maxWidth) return [plain];
  const room = roomFor(plain, measure, maxWidth);
  return evenLines(plain, isCut, measure, room) ?? cutLines(plain, measure, room);
}

/** The width of a line: more than usual where a word that could be shown whole needs it. */
function roomFor(text: string, measure: Measure, maxWidth: number): number {
  const ends = [0, ...breaks(text), text.length];
  const widths = ends.slice(1).map((end, index) => measure(text.slice(ends[index], end).trim()));
  const fitting = widths.filter((width) => width <= maxWidth * longWordStretch);
  return Math.max(maxWidth, ...fitting);
}

/** Two whole lines whose longer one is as short as can be, or nothing where there is no such break. */
function evenLines(text: string, isCut: boolean, measure: Measure, maxWidth: number): string[] | undefined {
  if (isCut) return undefined;
  let best: { lines: string[]; width: number } | undefined;
  for (const place of breaks(text)) {
    const lines = [text.slice(0, place).trim(), text.slice(place).trim()];
    const width = Math.max(...lines.map(measure));
    if (width <= maxWidth && (best === undefined || width < best.width)) best = { lines, width };
  }
  return best?.lines;
}

/** Two lines, the second cut; or one cut where the first word alone is too wide. */
function cutLines(text: string, measure: Measure, maxWidth: number): string[] {
  const place = breaks(text)
    .filter((at) => measure(text.slice(0, at).trim()) <= maxWidth)
    .at(-1);
  if (place === undefined) return [cutToFit(text, measure, maxWidth)];
  return [text.slice(0, place).trim(), cutToFit(text.slice(place).trim(), measure, maxWidth)];
}

/** Places where a line may end: after spaces, hyphens and slashes. */
function breaks(text: string): number[] {
  return [...text.matchAll(/[ \-–/]/gu)].map((found) => found.index + 1).filter((at) => at < text.length);
}

/** As much of the text as fits with an ellipsis, never splitting what a reader sees as one letter. */
function cutToFit(text: string, measure: Measure, maxWidth: number): string {
  if (measure(text) <= maxWidth && text.length < longestText) return text;
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, longestText))];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(cutAt(letters, middle)) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  return cutAt(letters, low);
}

function cutAt(letters: readonly Intl.SegmentData[], count: number): string {
  const kept = letters.slice(0, count).map((letter) => letter.segment);
  return `${kept.join('').trimEnd()}${ellipsis}`;
}

/** The box that a node takes with its label under it; the node's middle is `radius` below the box's upper edge. */
export interface NodeBox {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Width of the label alone. */
  readonly labelWidth: number;
}

/**
 * The box of a node and its label.
 *
 * @param size width and height of the node's shape
 */
export function nodeBox(size: number, lines: readonly string[], measure: Measure): NodeBox {
  const label = labelSize(lines, measure);
  const height = lines.length === 0 ? size : size + labelMetrics.gap + label.height;
  return { width: Math.max(size, label.width), height, radius: size / 2, labelWidth: label.width };
}

/** Width and height of a label's lines. */
export function labelSize(lines: readonly string[], measure: Measure): { width: number; height: number } {
  return { width: Math.max(0, ...lines.map(measure)), height: lines.length * labelMetrics.lineHeight };
}

/** A node on the canvas whose label may be drawn. */
export interface LabelCandidate {
  readonly id: string;
  /** Middle of the node. */
  readonly x: number;
  readonly y: number;
  /** Half the size of the node's shape. */
  readonly radius: number;
  /** Size of the label alone. */
  readonly width: number;
  readonly height: number;
  /** How many relations the node has: the best-connected come first. */
  readonly degree: number;
}

/** Where a node's label lies: centred under it. */
export function labelBoxAt(node: LabelCandidate): Box {
  const top = node.y + node.radius + labelMetrics.gap;
  return { left: node.x - node.width / 2, top, right: node.x + node.width / 2, bottom: top + node.height };
}

/**
 * Which labels are drawn so that no two meet and none lies on another node, best-connected first (then by id).
 *
 * @param first ids that come before all others, such as what is selected
 */
export function chooseLabels(nodes: readonly LabelCandidate[], first: ReadonlySet<string> = new Set()): Set<string> {
  const grid = new BoxGrid<{ box: Box; id: string }>(120);
  for (const { id, x, y, radius } of nodes) {
    grid.add({ id, box: { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius } });
  }
  const rank = (node: LabelCandidate) => (first.has(node.id) ? Infinity : node.degree);
  const chosen = new Set<string>();
  for (const node of [...nodes].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))) {
    if (node.width === 0 || node.height === 0) continue;
    const box = labelBoxAt(node);
    if ([...grid.meeting(box)].some((item) => item.id !== node.id)) continue;
    grid.add({ id: node.id, box });
    chosen.add(node.id);
  }
  return chosen;
}
