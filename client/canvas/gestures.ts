// What the user does on the canvas, in the page's own terms.
import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import type { Point } from '../state/shown.ts';
import type { Lighting } from './lighting.ts';

/** What the page does about it. */
export interface Gestures {
  readonly onEntity: (id: string) => void;
  /** With Shift, Ctrl or Cmd: one more, or one less. */
  readonly onMore: (id: string) => void;
  readonly onRelation: (relation: { id: string; from: string; to: string }) => void;
  readonly onGround: () => void;
  readonly onExpand: (id: string) => void;
  readonly onMove: (moved: Record<string, Point>) => void;
}

/** Connects Cytoscape's events with the page's verbs; hovering stays within the canvas. */
export function listenTo(cy: Core, gestures: Gestures, lighting: Lighting): void {
  cy.on('tap cxttap', 'node', (event) => {
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    const isMore = event.type === 'tap' && (shiftKey || ctrlKey || metaKey);
    (isMore ? gestures.onMore : gestures.onEntity)((event.target as NodeSingular).id());
  });
  cy.on('dbltap', 'node', (event) => gestures.onExpand((event.target as NodeSingular).id()));
  cy.on('tap cxttap', 'edge', (event) => {
    const edge = event.target as EdgeSingular;
    gestures.onRelation({ id: edge.id(), from: edge.source().id(), to: edge.target().id() });
  });
  cy.on('tap', (event) => {
    if (event.target === cy) gestures.onGround();
  });
  cy.on('dragfree', 'node', (event) => {
    const node = event.target as NodeSingular;
    gestures.onMove({ [node.id()]: { ...node.position() } });
  });
  listenToPointer(cy, lighting);
}

function listenToPointer(cy: Core, lighting: Lighting): void {
  const container = cy.container();
  const goOut = () => {
    lighting.off();
    container?.classList.remove('pointing');
    container?.removeAttribute('title');
  };
  cy.on('mouseover', 'node, edge', (event) => {
    lighting.on(event.target);
    // The whole name, which the label may have cut; for a line what it says.
    container?.setAttribute('title', String(event.target.data('name') ?? event.target.data('verb')));
    container?.classList.add('pointing');
  });
  cy.on('mouseout remove', 'node, edge', goOut);
  // Cytoscape says nothing when the pointer leaves for a panel that lies over the canvas.
  container?.addEventListener('pointerleave', goOut);
}
