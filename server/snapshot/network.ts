// The network of a picture: lines from border to border, shapes with icons, and those labels that do not meet.
import { BoxGrid, boxAround, type Box } from '../graph/boxes.ts';
import { chooseLabels, labelBoxAt, labelMetrics, type LabelCandidate } from '../graph/labels.ts';
import type { DrawnNode, DrawnRelation } from '../graph/drawing.ts';
import type { Position } from '../graph/layout.ts';
import { iconOffset, type Palette } from '../graph/style.ts';
import type { Icons } from './icons.ts';
import { lineMarkup, linePath, type LineEnd, type LinePath } from './lines.ts';
import { drawLineTexts } from './line-texts.ts';
import type { Sheet } from './sheet.ts';
import { shapeMarkup } from './shapes.ts';
import { escapeXml, num } from './text.ts';

/** What the network is drawn from. */
export interface NetworkInput {
  readonly nodes: readonly DrawnNode[];
  readonly relations: readonly DrawnRelation[];
  readonly positions: Readonly<Record<string, Position>>;
  readonly palette: Palette;
  readonly icons: Icons;
  /** Sentence and citations of a relation, as its tooltip; nothing where there are too many to spell out. */
  readonly relationTitle: (relation: DrawnRelation) => string | undefined;
  /** Full name of an entity, as its tooltip. */
  readonly nodeTitle: (node: DrawnNode) => string;
  /** What is written on a line, longest first: the first that finds room is drawn. */
  readonly lineTexts: (relation: DrawnRelation) => readonly string[];
}

/** The rectangle of the sheet that the network may fill. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly maxHeight: number;
}

/** A node as it lies on the sheet. */
interface PlacedNode extends LineEnd, LabelCandidate {
  readonly drawn: DrawnNode;
}

const largestScale = 1.5;
/** Smallest size of a label on the sheet. */
const smallestLabel = 9;

/** Draws the network into the area, as large as it fits; returns the height used and how many labels found no room. */
export function drawNetwork(sheet: Sheet, area: Area, input: NetworkInput): { height: number; labelsLeftOut: number } {
  const extent = extentOf(input);
  const width = Math.max(1, extent.right - extent.left);
  const scale = Math.min(largestScale, area.width / width, area.maxHeight / Math.max(1, extent.bottom - extent.top));
  const fontSize = Math.max(smallestLabel, labelMetrics.fontSize * scale);
  const shift = {
    x: area.left + (area.width - width * scale) / 2 - extent.left * scale,
    y: area.top - extent.top * scale,
  };
  const placed = new Map(input.nodes.map((node) => [node.id, place(node, input.positions, scale, shift, fontSize)]));
  const chosen = chooseLabels([...placed.values()]);
  const paths = drawLines(sheet, input, placed, scale);
  drawLineTexts(sheet, paths, obstacles(placed, chosen), { palette: input.palette, textsOf: input.lineTexts, scale });
  for (const node of placed.values()) drawNode(sheet, node, input, chosen.has(node.id) ? fontSize : undefined);
  const labelled = input.nodes.filter((node) => node.lines.length > 0).length;
  return { height: (extent.bottom - extent.top) * scale, labelsLeftOut: labelled - chosen.size };
}

function extentOf({ nodes, positions }: NetworkInput): Box {
  const margin = 4;
  return boxAround(
    nodes.map(({ id, width, height, radius, look }) => {
      const { x, y } = positions[id] ?? { x: 0, y: 0 };
      const half = Math.max(width, look.size) / 2 + margin;
      return { left: x - half, right: x + half, top: y - radius - margin, bottom: y - radius + height + margin };
    }),
  );
}

function place(
  drawn: DrawnNode,
  positions: NetworkInput['positions'],
  scale: number,
  shift: Position,
  fontSize: number,
): PlacedNode {
  const at = positions[drawn.id] ?? { x: 0, y: 0 };
  const size = Math.max(5, drawn.look.size * scale);
  const label = fontSize / labelMetrics.fontSize;
  return {
    id: drawn.id,
    drawn,
    look: drawn.look,
    x: at.x * scale + shift.x,
    y: at.y * scale + shift.y,
    size,
    radius: size / 2,
    degree: drawn.degree,
    width: drawn.labelWidth * label,
    height: drawn.lines.length * labelMetrics.lineHeight * label,
  };
}

/** All lines, each with its tooltip; returns where they lie. */
function drawLines(
  sheet: Sheet,
  { relations, relationTitle }: NetworkInput,
  placed: ReadonlyMap<string, PlacedNode>,
  scale: number,
): { relation: DrawnRelation; path: LinePath }[] {
  const offsets = offsetsOf(relations);
  return relations.flatMap((drawn) => {
    const [from, to] = [placed.get(drawn.relation.from), placed.get(drawn.relation.to)];
    if (from === undefined || to === undefined) return [];
    const path = linePath(from, to, offsets.get(drawn.id) ?? 0, scale);
    const title = relationTitle(drawn);
    const titled = title === undefined ? '' : `<title>${escapeXml(title)}</title>`;
    sheet.add(`<g>${titled}${lineMarkup(path, drawn.look, scale)}</g>`);
    return [{ relation: drawn, path }];
  });
}

/** For each relation its place among those that join the same two, 0 in the middle, whichever way they point. */
function offsetsOf(relations: readonly DrawnRelation[]): Map<string, number> {
  const groups = new Map<string, DrawnRelation[]>();
  for (const drawn of relations) {
    const key = JSON.stringify([drawn.relation.from, drawn.relation.to].sort());
    groups.set(key, [...(groups.get(key) ?? []), drawn]);
  }
  return new Map(
    [...groups.values()].flatMap((group) =>
      group.map(({ id, relation }, index): [string, number] => {
        const offset = index - (group.length - 1) / 2;
        return [id, relation.from < relation.to ? offset : -offset];
      }),
    ),
  );
}

/** What texts on lines must not lie on: shapes and the labels that are drawn. */
function obstacles(placed: ReadonlyMap<string, PlacedNode>, chosen: ReadonlySet<string>): BoxGrid<{ box: Box }> {
  const grid = new BoxGrid<{ box: Box }>(80);
  for (const node of placed.values()) {
    const { x, y, radius } = node;
    grid.add({ box: { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius } });
    if (chosen.has(node.id)) grid.add({ box: labelBoxAt(node) });
  }
  return grid;
}

function drawNode(sheet: Sheet, node: PlacedNode, input: NetworkInput, fontSize: number | undefined): void {
  const { drawn, look, size } = node;
  const { background, text } = input.palette;
  sheet.add(`<g><title>${escapeXml(input.nodeTitle(drawn))}</title>`);
  sheet.add(shapeMarkup(look.shape, node, size, `fill="${look.fill}" stroke="${background}" stroke-width="1.5"`));
  const icon = (look.iconSize / look.size) * size;
  if (size >= 12)
    sheet.add(iconMarkup(input.icons[look.icon] ?? '', node, icon, look.iconColour, iconOffset(look.shape) * size));
  if (fontSize !== undefined) {
    const lineHeight = (labelMetrics.lineHeight / labelMetrics.fontSize) * fontSize;
    const top = labelBoxAt(node).top;
    drawn.lines.forEach((line, index) =>
      sheet.text(line, node.x, top + index * lineHeight + fontSize * 0.88, {
        size: fontSize,
        fill: text,
        anchor: 'middle',
        halo: background,
      }),
    );
  }
  sheet.add('</g>');
}

/** Markup of an icon around a middle. */
export function iconMarkup(icon: string, middle: Position, size: number, colour: string, down: number): string {
  const unit = size / 24;
  const at = `translate(${num(middle.x - size / 2)} ${num(middle.y - size / 2 + down)}) scale(${num4(unit)})`;
  return `<g transform="${at}" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${icon}</g>`;
}

/** A factor in markup: four decimals. */
function num4(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
