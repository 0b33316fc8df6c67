// How large labels are at a zoom, and which of them there is room for.
import { boxesMeet } from '../../server/graph/boxes.ts';
import type { Box } from '../../server/graph/boxes.ts';
import { chooseLabels, labelBoxAt, labelMetrics } from '../../server/graph/labels.ts';
import type { LabelCandidate } from '../../server/graph/labels.ts';

/** The label's size on the screen in CSS pixels: it grows and shrinks with the drawing within these bounds. */
export const screenFont = { smallest: 9, min: 10.5, max: 14 } as const;

/** Width that a label's outline takes and that it keeps from the next, in canvas units. */
const halo = 8;
/** The part of it that the layout has to add to its own gap between boxes. */
export const haloInLayout = 3;
/** Height kept between two labels, within the gap of the layout. */
const leading = 5;

/** Labels at a zoom: their size in canvas units, and those that have room. */
export interface LabelRoom {
  readonly fontSize: number;
  readonly roomy: ReadonlySet<string>;
}

/**
 * The labels at a zoom. Below the usual size they shrink with the drawing as long as every one keeps its room and can be
 * read; further out they keep the usual size, and only the best-connected are drawn. `first` come before all.
 */
export function labelRoom(nodes: readonly LabelCandidate[], zoom: number, first: ReadonlySet<string>): LabelRoom {
  const natural = Math.min(screenFont.max, labelMetrics.fontSize * zoom);
  if (natural >= screenFont.smallest) {
    const roomy = labelsWithRoom(nodes, natural / zoom, first);
    if (natural >= screenFont.min || roomy.size === nodes.length) return { fontSize: natural / zoom, roomy };
  }
  const fontSize = screenFont.min / zoom;
  return { fontSize, roomy: labelsWithRoom(nodes, fontSize, first) };
}

/** From so many nodes on, hubs get their label even where it lies on lesser nodes: the eye looks for them first. */
const crowdFrom = 100;
const hubCount = 8;

/** The labels that have room at a font size; what comes first and hubs of a crowd only make way for each other. */
function labelsWithRoom(nodes: readonly LabelCandidate[], fontSize: number, first: ReadonlySet<string>) {
  const scale = fontSize / labelMetrics.fontSize;
  const grown = nodes.map((node) => ({
    ...node,
    width: node.width * scale + halo,
    height: node.height * scale + leading,
  }));
  const byDegree = [...grown].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  const hubs = byDegree.filter(({ id }, place) => first.has(id) || (grown.length >= crowdFrom && place < hubCount));
  const named = chooseLabels(hubs, first);
  const taken = hubs.filter(({ id }) => named.has(id)).flatMap((hub) => [labelBoxAt(hub), shapeBox(hub)]);
  const others = chooseLabels(
    grown.filter(({ id }) => !named.has(id)),
    first,
  );
  const byId = new Map(grown.map((node) => [node.id, node]));
  const free = [...others].filter((id) => {
    const node = byId.get(id);
    return node !== undefined && !taken.some((box) => boxesMeet(box, labelBoxAt(node)));
  });
  return new Set([...named, ...free]);
}

function shapeBox({ x, y, radius }: LabelCandidate): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}
