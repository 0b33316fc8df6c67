// How entities and relations look, for canvas and pictures alike: colour, shape, size, icon; line, width, arrowhead.
import type { GraphNode, GraphRelation } from '../../data/model/graph.ts';
import { shapeNames, type Vocabulary } from '../../data/model/vocabulary.ts';
import { paletteFor, type Theme } from './palette.ts';

export { paletteFor, type Palette, type Theme } from './palette.ts';

/** Name of a shape that canvas and pictures can draw. */
export type ShapeName = (typeof shapeNames)[number];

/** How an entity looks. */
export interface NodeLook {
  readonly shape: ShapeName;
  /** Width and height of the shape, in canvas units. */
  readonly size: number;
  readonly fill: string;
  /** Name of the icon in the icon set. */
  readonly icon: string;
  readonly iconColour: string;
  /** Width and height of the icon, in canvas units. */
  readonly iconSize: number;
}

/** How a line is broken. */
export type Dash = 'solid' | 'dashed' | 'dotted';

/** How a relation looks. */
export interface LineLook {
  readonly dash: Dash;
  /** Lengths of dashes and gaps in canvas units; empty where solid. */
  readonly dashPattern: readonly number[];
  readonly colour: string;
  /** In canvas units: wider with more sources. */
  readonly width: number;
  /** True where it is over: drawn pale. */
  readonly pale: boolean;
  /** False for relations that mean the same in both directions. */
  readonly arrow: boolean;
  /** True where sources disagree: the line carries a mark. */
  readonly disputed: boolean;
}

const smallestNode = 26;
const largestNode = 44;

/** Shapes that fill less of their square are drawn larger, so that all look alike in size. */
const optical: Readonly<Record<ShapeName, { scale: number; icon: number }>> = {
  ellipse: { scale: 1, icon: 0.56 },
  'round-rectangle': { scale: 0.94, icon: 0.6 },
  rectangle: { scale: 0.92, icon: 0.6 },
  diamond: { scale: 1.2, icon: 0.44 },
  hexagon: { scale: 1.08, icon: 0.5 },
  octagon: { scale: 1, icon: 0.56 },
  triangle: { scale: 1.2, icon: 0.4 },
  pentagon: { scale: 1.08, icon: 0.5 },
  tag: { scale: 1, icon: 0.52 },
  star: { scale: 1.3, icon: 0.36 },
};

/** Where in its square a shape carries its icon: how far below the middle, as a part of the size. */
export function iconOffset(shape: ShapeName): number {
  return shape === 'triangle' ? 0.15 : shape === 'pentagon' || shape === 'star' ? 0.04 : 0;
}

/** The colour of a family: the hue at its place in the vocabulary, neutral for the last ones. */
export function familyColour(vocabulary: Vocabulary, family: string | undefined, theme: Theme): string {
  const palette = paletteFor(theme);
  const place = family === undefined ? -1 : Object.keys(vocabulary.families).indexOf(family);
  return palette.hues[place] ?? palette.neutral;
}

/** How an entity looks: shape, icon and colour by its type, size by how many relations it has. */
export function nodeLook(
  vocabulary: Vocabulary,
  node: Pick<GraphNode, 'type'>,
  degree: number,
  theme: Theme,
): NodeLook {
  const type = vocabulary.types[node.type];
  const shape = type?.shape ?? 'ellipse';
  const base = Math.min(largestNode, smallestNode + 3.4 * Math.log2(1 + Math.max(0, degree)));
  const size = Math.round(base * optical[shape].scale);
  return {
    shape,
    size,
    fill: familyColour(vocabulary, type?.family, theme),
    icon: type?.icon ?? 'circle',
    iconColour: paletteFor(theme).icon,
    iconSize: Math.round(size * optical[shape].icon),
  };
}

/** Lengths of dashes and gaps for each way of breaking a line, in canvas units. */
export const dashPatterns: Readonly<Record<Dash, readonly number[]>> = {
  solid: [],
  dashed: [7, 4],
  dotted: [1.5, 3.5],
};

/** What the style of a line depends on, apart from the relation itself. */
export interface LineEnds {
  readonly from?: Pick<GraphNode, 'properties'> | undefined;
  readonly to?: Pick<GraphNode, 'properties'> | undefined;
}

/** How a relation looks: broken by its status and the modality at its ends, as wide as it has sources. */
export function lineLook(vocabulary: Vocabulary, relation: GraphRelation, ends: LineEnds, theme: Theme): LineLook {
  const palette = paletteFor(theme);
  const dash = dashOf(vocabulary, relation, ends);
  const pale = relation.status !== undefined && vocabulary.lines.pale.includes(relation.status);
  return {
    dash,
    dashPattern: dashPatterns[dash],
    colour: pale ? palette.paleLine : palette.line,
    width: 1 + 0.6 * Math.min(4, Math.max(0, sourceCount(relation) - 1)),
    pale,
    arrow: vocabulary.relations[relation.type]?.symmetric !== true,
    disputed: relation.disputed,
  };
}

function dashOf(vocabulary: Vocabulary, relation: GraphRelation, ends: LineEnds): Dash {
  const { dotted, dashed } = vocabulary.lines;
  if (relation.status !== undefined && dotted.includes(relation.status)) return 'dotted';
  if (isLoose(vocabulary, ends.from) || isLoose(vocabulary, ends.to)) return 'dotted';
  return relation.status !== undefined && dashed.includes(relation.status) ? 'dashed' : 'solid';
}

function isLoose(vocabulary: Vocabulary, end: LineEnds['from']): boolean {
  const modality = end?.properties['modality'];
  return typeof modality === 'string' && vocabulary.looseModalities.includes(modality);
}

/** How many sources a relation has: as the database derived it, else the distinct sources of its evidence. */
export function sourceCount(relation: Pick<GraphRelation, 'properties' | 'evidence'>): number {
  const derived = relation.properties['sourceCount'];
  if (typeof derived === 'number') return derived;
  return new Set(relation.evidence.map((item) => item.source)).size;
}

/** How many of the relations each entity has; both ends count, a relation to itself once. */
export function degreesOf(relations: readonly Pick<GraphRelation, 'from' | 'to'>[]): Map<string, number> {
  const degrees = new Map<string, number>();
  const count = (id: string) => degrees.set(id, (degrees.get(id) ?? 0) + 1);
  for (const { from, to } of relations) {
    count(from);
    if (to !== from) count(to);
  }
  return degrees;
}
