// The network as Cytoscape's elements: plain data, in the order in which it is drawn.
import type { ElementDefinition } from 'cytoscape';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { drawingOf } from '../../server/graph/drawing.ts';
import type { DrawnNode, DrawnRelation } from '../../server/graph/drawing.ts';
import type { Measure } from '../../server/graph/labels.ts';
import { labelSize } from '../../server/graph/labels.ts';
import { nameIn, relationVerb } from '../../server/graph/sentences.ts';
import { iconOffset } from '../../server/graph/style.ts';
import type { Theme } from '../../server/graph/style.ts';
import type { Nodes, Positions, Relations } from '../state/shown.ts';

/** What is to be drawn. */
export interface Scene {
  readonly nodes: Nodes;
  readonly relations: Relations;
  readonly positions: Positions;
  readonly vocabulary: Vocabulary;
  readonly theme: Theme;
  /** Language of names. */
  readonly nameLang: string;
  /** Language of verbs. */
  readonly lang: string;
}

/** What drawing needs from the browser. */
export interface ElementTools {
  readonly measure: Measure;
  readonly iconImage: (icon: string, colour: string) => string;
}

/** All elements of a scene: lines first, so that entities lie on them. */
export function elementsOf(scene: Scene, tools: ElementTools): ElementDefinition[] {
  const graph = { nodes: [...scene.nodes.values()], relations: [...scene.relations.values()] };
  const { vocabulary, theme, nameLang: lang } = scene;
  const drawn = drawingOf(graph, { vocabulary, lang, theme, measure: tools.measure });
  return [
    ...drawn.nodes.map((node) => nodeElement(node, scene, tools)),
    ...drawn.relations.map((relation) => lineElement(relation, scene)),
  ];
}

function nodeElement(drawn: DrawnNode, scene: Scene, tools: ElementTools): ElementDefinition {
  const { id, look, lines, degree } = drawn;
  const label = labelSize(lines, tools.measure);
  const place = scene.positions[id] ?? { x: 0, y: 0 };
  return {
    group: 'nodes',
    data: {
      id,
      label: lines.join('\n'),
      name: nameIn(drawn.node, scene.nameLang),
      labelWidth: label.width,
      labelHeight: label.height,
      degree,
      shape: look.shape,
      size: look.size,
      fill: look.fill,
      icon: tools.iconImage(look.icon, look.iconColour),
      iconSize: look.iconSize,
      iconOffset: Math.round(look.size * iconOffset(look.shape)),
    },
    position: { x: place.x, y: place.y },
  };
}

function lineElement({ id, relation, look }: DrawnRelation, scene: Scene): ElementDefinition {
  return {
    group: 'edges',
    data: {
      id,
      source: relation.from,
      target: relation.to,
      verb: relationVerb(scene.vocabulary, relation.type, scene.lang),
      line: look.dash,
      dashes: look.dashPattern.length === 0 ? [1] : [...look.dashPattern],
      colour: look.colour,
      width: look.width,
      arrow: look.arrow ? 'triangle' : 'none',
      disputed: look.disputed ? 1 : 0,
    },
  };
}
