// From a graph to what is drawn: each entity's look, label and box, each relation's line; the same on canvas and in pictures.
import type { Graph, GraphNode, GraphRelation } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { nodeBox, wrapLabel, type Measure, type NodeBox } from './labels.ts';
import type { LayoutNode } from './layout.ts';
import { labelIn } from './sentences.ts';
import { degreesOf, lineLook, nodeLook, type LineLook, type NodeLook, type Theme } from './style.ts';

/** An entity as it is drawn. */
export interface DrawnNode extends NodeBox {
  readonly id: string;
  readonly node: GraphNode;
  readonly degree: number;
  readonly look: NodeLook;
  /** The label in at most two lines. */
  readonly lines: readonly string[];
}

/** A relation as it is drawn. */
export interface DrawnRelation {
  readonly id: string;
  readonly relation: GraphRelation;
  readonly look: LineLook;
}

/** What a drawing needs to know besides the graph. */
export interface DrawingOptions {
  readonly vocabulary: Vocabulary;
  /** Language of names. */
  readonly lang: string;
  readonly theme: Theme;
  /** Widths of texts at the label's size. */
  readonly measure: Measure;
}

/** Looks, labels and boxes of a graph, both lists ordered by id; relations whose ends are not in it are left out. */
export function drawingOf(graph: Graph, options: DrawingOptions): { nodes: DrawnNode[]; relations: DrawnRelation[] } {
  const { vocabulary, lang, theme, measure } = options;
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const shown = graph.relations.filter(({ from, to }) => byId.has(from) && byId.has(to));
  const degrees = degreesOf(shown);
  const nodes = [...byId.values()].sort(byIdOrder).map((node): DrawnNode => {
    const degree = degrees.get(node.id) ?? 0;
    const look = nodeLook(vocabulary, node, degree, theme);
    const lines = wrapLabel(labelIn(node, lang), measure);
    return { id: node.id, node, degree, look, lines, ...nodeBox(look.size, lines, measure) };
  });
  const relations = [...shown].sort(byIdOrder).map((relation) => {
    const ends = { from: byId.get(relation.from), to: byId.get(relation.to) };
    return { id: relation.id, relation, look: lineLook(vocabulary, relation, ends, theme) };
  });
  return { nodes, relations };
}

/** Order by id, by code unit: the same everywhere. */
function byIdOrder(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Up to so many entities every label has room of its own; beyond, only shapes have and labels are chosen. */
const mostWithLabelRoom = 120;
/** Room around a shape whose label has none of its own. */
const bareMargin = 22;

/** The boxes to lay out: nodes with their labels in a small graph, nodes alone in a big one. */
export function layoutBoxes(nodes: readonly DrawnNode[]): LayoutNode[] {
  if (nodes.length <= mostWithLabelRoom) {
    return nodes.map(({ id, width, height, radius }) => ({ id, width, height, radius }));
  }
  return nodes.map(({ id, look }) => {
    const side = look.size + bareMargin;
    return { id, width: side, height: side, radius: side / 2 };
  });
}
