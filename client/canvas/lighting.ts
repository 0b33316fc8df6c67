// What lights up under the pointer: an entity with its neighbours, or a line with its ends; the rest dims.
import type { CollectionReturnValue, Core, EdgeSingular, NodeSingular } from 'cytoscape';
import { marks } from './stylesheet.ts';

/** The light of one canvas. */
export class Lighting {
  readonly #cy: Core;
  #isOn = false;

  constructor(cy: Core) {
    this.#cy = cy;
  }

  /** Lights an element and what belongs to it. */
  on(element: NodeSingular | EdgeSingular): void {
    const within = withNeighbours(element);
    this.#cy.batch(() => {
      this.#clear();
      this.#cy.elements().difference(within).addClass(marks.dim);
      within.addClass(marks.lit);
      this.#isOn = true;
    });
  }

  /** Puts the light out. */
  off(): void {
    if (this.#isOn) this.#cy.batch(() => this.#clear());
    this.#isOn = false;
  }

  #clear(): void {
    this.#cy.elements(`.${marks.dim}, .${marks.lit}`).removeClass([marks.dim, marks.lit]);
  }
}

function withNeighbours(element: NodeSingular | EdgeSingular): CollectionReturnValue {
  if (element.isEdge()) return element.union(element.connectedNodes());
  return (element as NodeSingular).closedNeighborhood();
}
