// The drawing itself: Cytoscape with our elements, kept in step with a scene and reporting what the user does to it.
import cytoscape from 'cytoscape';
import type { Core, EdgeSingular, ElementDefinition, NodeSingular } from 'cytoscape';
import { boxAround } from '../../server/graph/boxes.ts';
import type { Box } from '../../server/graph/boxes.ts';
import { labelBoxAt } from '../../server/graph/labels.ts';
import type { LabelCandidate } from '../../server/graph/labels.ts';
import { paletteFor } from '../../server/graph/style.ts';
import type { Point } from '../state/shown.ts';
import { fitTo, isSameView, panInto, zoomBounds } from './camera.ts';
import type { Insets, Viewport } from './camera.ts';
import { elementsOf } from './elements.ts';
import type { Scene } from './elements.ts';
import { listenTo } from './gestures.ts';
import type { Gestures } from './gestures.ts';
import { iconImage } from './icon-image.ts';
import { labelRoom } from './label-room.ts';
import { Lighting } from './lighting.ts';
import { measureLabel } from './measure.ts';
import { marks, stylesheet } from './stylesheet.ts';
import { stepTowards } from './walk.ts';
import type { Arrow } from './walk.ts';

/** From here on lines are straight, and hidden while the canvas moves. */
const largeFrom = 800;
const restMs = 90;
const glideMs = 200;

/** One Cytoscape in one element of the page. */
export class Drawing {
  readonly #cy: Core;
  readonly #lighting: Lighting;
  #drawn = new Map<string, ElementDefinition>();
  #look = '';
  #chosen: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last fit showed. */
  #fitted: Viewport | undefined;

  constructor(container: HTMLElement, gestures: Gestures) {
    this.#cy = cytoscape({
      container,
      minZoom: zoomBounds.min,
      maxZoom: zoomBounds.max,
      boxSelectionEnabled: false,
      autounselectify: true,
      selectionType: 'single',
      pixelRatio: 'auto',
    });
    this.#lighting = new Lighting(this.#cy);
    listenTo(this.#cy, gestures, this.#lighting);
    this.#cy.on('zoom', () => this.#relabelSoon());
    this.#cy.on('dragfree', 'node', () => this.#relabelSoon());
  }

  /** Brings the drawing in step with a scene: only what differs is touched. */
  show(scene: Scene): void {
    const elements = elementsOf(scene, { measure: measureLabel, iconImage });
    const isLarge = elements.length > largeFrom;
    this.#cy.batch(() => this.#apply(elements));
    this.#restyle(scene, isLarge);
    this.choose(this.#chosen);
    this.relabel();
  }

  /** Marks what is selected. */
  choose(ids: readonly string[]): void {
    this.#chosen = ids;
    this.#cy.batch(() => {
      const all = [marks.chosen, marks.near, marks.upright, marks.level];
      this.#cy.elements(`.${marks.chosen}, .${marks.near}`).removeClass(all);
      for (const id of ids) {
        const chosen = this.#cy.getElementById(id);
        chosen.addClass(marks.chosen);
        if (ids.length === 1) chosen.nodes().connectedEdges().addClass(marks.near);
        chosen.edges().forEach((line) => void line.addClass(verbPlace(line)));
      }
    });
    this.relabel();
  }

  /** Shows everything, in the middle of what panels leave free. */
  fit(insets: Insets, isGliding: boolean): void {
    if (this.#cy.nodes().empty()) return;
    const viewport = fitTo(this.#extent(), this.#cy.width(), this.#cy.height(), insets);
    this.#fitted = viewport;
    if (isGliding) this.#cy.stop().animate({ ...viewport, duration: glideMs, easing: 'ease-out' });
    else this.#cy.viewport({ zoom: viewport.zoom, pan: { ...viewport.pan } });
    this.#relabelSoon();
  }

  /** Zooms about the middle of the canvas. */
  zoomBy(factor: number): void {
    const middle = { x: this.#cy.width() / 2, y: this.#cy.height() / 2 };
    this.#cy.zoom({ level: this.#cy.zoom() * factor, renderedPosition: middle });
  }

  /** Pans as little as brings an entity out from under panels and edges. */
  reveal(id: string, insets: Insets, isGliding: boolean): void {
    const node = this.#cy.getElementById(id);
    if (node.empty() || !node.isNode()) return;
    const by = panInto(node.renderedPosition(), this.#cy.width(), this.#cy.height(), insets);
    if (by === undefined) return;
    if (isGliding) this.#cy.stop().animate({ panBy: { ...by }, duration: glideMs, easing: 'ease-out' });
    else this.#cy.panBy({ ...by });
  }

  /** Reveals the first of these entities that is drawn, where none of them can be seen. */
  revealAny(ids: readonly string[], insets: Insets, isGliding: boolean): void {
    const drawn = ids.filter((id) => this.#cy.getElementById(id).isNode());
    const isHidden = (id: string) =>
      panInto(this.#cy.getElementById(id).renderedPosition(), this.#cy.width(), this.#cy.height(), insets) !==
      undefined;
    const [first] = drawn;
    if (first !== undefined && drawn.every(isHidden)) this.reveal(first, insets, isGliding);
  }

  /** The entity that an arrow key leads to from another, or the best-connected one where none is selected. */
  stepFrom(id: string | undefined, arrow: Arrow): string | undefined {
    const here = id === undefined ? undefined : this.#cy.getElementById(id);
    if (here === undefined || !here.isNode())
      return this.#cy
        .nodes()
        .max((node) => Number(node.data('degree')))
        .ele?.id();
    const beside = here.neighborhood().nodes();
    const steps = this.#cy.nodes().map((node) => ({
      id: node.id(),
      ...node.position(),
      isNeighbour: beside.contains(node),
    }));
    return stepTowards(here.position(), arrow, steps);
  }

  /** Takes over a new size of its element; what was fitted into the old one and not moved since is fitted into the new one. */
  resize(insets: Insets): void {
    const isFitted = this.#fitted && isSameView(this.#fitted, { zoom: this.#cy.zoom(), pan: { ...this.#cy.pan() } });
    this.#cy.resize();
    if (isFitted) this.fit(insets, false);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#cy.destroy();
  }

  /** Draws the labels that have room at this zoom, best-connected first. */
  relabel(): void {
    const nodes = this.#cy.nodes();
    const first = new Set(this.#chosen);
    const { fontSize, roomy } = labelRoom(nodes.map(candidateOf), this.#cy.zoom(), first);
    this.#cy.batch(() => {
      nodes.forEach((node) => {
        node.toggleClass(marks.quiet, !roomy.has(node.id()));
        if (node.numericStyle('font-size') !== fontSize) node.style('font-size', fontSize);
      });
    });
  }

  #relabelSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.relabel(), restMs);
  }

  #apply(elements: readonly ElementDefinition[]): void {
    const next = new Map(elements.map((element) => [String(element.data.id), element]));
    for (const id of this.#drawn.keys()) if (!next.has(id)) this.#cy.getElementById(id).remove();
    this.#cy.add(elements.filter((element) => this.#cy.getElementById(String(element.data.id)).empty()));
    for (const [id, element] of next) {
      const before = this.#drawn.get(id);
      if (before === undefined) continue;
      const it = this.#cy.getElementById(id);
      if (JSON.stringify(before.data) !== JSON.stringify(element.data)) it.data(element.data);
      if (element.position) moveTo(it.nodes().first(), element.position);
    }
    this.#drawn = next;
  }

  #restyle(scene: Scene, isLarge: boolean): void {
    const look = `${scene.theme} ${isLarge}`;
    if (look === this.#look) return;
    this.#look = look;
    this.#cy.style(stylesheet(paletteFor(scene.theme), isLarge));
    hideEdgesWhileMoving(this.#cy, isLarge);
  }

  #extent(): Box {
    return boxAround(
      this.#cy.nodes().map((node) => {
        const candidate = candidateOf(node);
        const { x, y, radius } = candidate;
        const label = labelBoxAt(candidate);
        return boxAround([{ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }, label]);
      }),
    );
  }
}

function candidateOf(node: NodeSingular): LabelCandidate {
  const { labelWidth, labelHeight, degree, size } = node.data();
  return { id: node.id(), ...node.position(), radius: size / 2, width: labelWidth, height: labelHeight, degree };
}

function moveTo(node: NodeSingular, place: Point): void {
  const now = node.position();
  if (now.x !== place.x || now.y !== place.y) node.position({ ...place });
}

/** Cytoscape takes this option only at the start, but its renderer, which the types leave out, reads it at each frame. */
function hideEdgesWhileMoving(cy: Core, isHidden: boolean): void {
  const { renderer } = cy as Core & { renderer?: () => object };
  if (renderer) Object.assign(renderer.call(cy), { hideEdgesOnViewport: isHidden });
}

/** Where a selected line carries its verb: along itself where that fits between its ends, beside itself where not. */
function verbPlace(line: EdgeSingular): string[] {
  const [from, to] = [line.source(), line.target()];
  const [dx, dy] = [to.position('x') - from.position('x'), to.position('y') - from.position('y')];
  const free = Math.hypot(dx, dy) - (Number(from.data('size')) + Number(to.data('size'))) / 2;
  if (free >= measureLabel(String(line.data('verb'))) + 24) return [];
  return [Math.abs(dy) > Math.abs(dx) ? marks.upright : marks.level];
}
