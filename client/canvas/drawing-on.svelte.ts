// Attaches the drawing to its element and pushes state to it; nothing flows back but what the user does.
import { untrack } from 'svelte';
import { prefersReducedMotion } from 'svelte/motion';
import type { Attachment } from 'svelte/attachments';
import type { Atlas } from '../state/atlas.svelte.ts';
import type { Insets } from './camera.ts';
import { sheetShare } from '../state/view.svelte.ts';
import { Drawing } from './drawing.ts';
import { labelIn } from '../../server/graph/sentences.ts';
import { loadLabelFont } from './measure.ts';

const margin = 28;
/** Width of the controls at the right edge. */
const controls = 36;

/** The attachment of the canvas element; `onMade` gets the drawing for the controls. */
export function drawingOn(atlas: Atlas, onMade: (drawing: Drawing | undefined) => void): Attachment<HTMLElement> {
  return (element) => {
    const drawing = untrack(() => new Drawing(element, gesturesOf(atlas)));
    onMade(drawing);
    const resizing = new ResizeObserver(() => drawing.resize(insetsOf(atlas, element, margin)));
    resizing.observe(element);
    $effect(() => pushScene(atlas, drawing));
    $effect(() => drawing.choose(atlas.marked));
    $effect(() => {
      const { id, isEntity } = { id: atlas.selection.id, isEntity: atlas.selection.selected?.kind === 'entity' };
      void atlas.visible;
      if (id !== undefined && isEntity)
        drawing.reveal(
          id,
          untrack(() => insetsOf(atlas, element, margin + 30)),
          isGliding(),
        );
    });
    $effect(() => {
      const { rowIds } = atlas.result;
      const insets = untrack(() => insetsOf(atlas, element, margin + 30));
      if (rowIds.length > 0) drawing.revealAny(rowIds, insets, isGliding());
    });
    $effect(() => {
      const isFirst = atlas.graph.fitRequests <= 1;
      drawing.fit(
        untrack(() => insetsOf(atlas, element, margin)),
        !isFirst && isGliding(),
      );
    });
    return () => {
      resizing.disconnect();
      onMade(undefined);
      drawing.destroy();
    };
  };
}

const isGliding = () => !prefersReducedMotion.current;

function pushScene(atlas: Atlas, drawing: Drawing): void {
  const { vocabulary } = atlas.catalogue;
  if (vocabulary === undefined) return;
  const { theme, nameLang, lang } = atlas.view;
  const scene = { ...atlas.visible, vocabulary, theme, nameLang, lang };
  drawing.show(scene);
  const names = [...scene.nodes.values()].map((node) => labelIn(node, nameLang));
  void loadLabelFont(names).then((hasCome) => hasCome && drawing.show(scene));
}

/** What panels cover of the canvas, with a margin. */
function insetsOf(atlas: Atlas, element: HTMLElement, around: number): Insets {
  const { view, selection } = atlas;
  const isOpen = selection.selected !== undefined;
  const table = atlas.drawerHeight;
  const sheet = isOpen && view.isNarrow ? element.clientHeight * sheetShare : 0;
  return {
    top: around,
    left: around,
    right: around + controls + (isOpen && !view.isNarrow ? view.inspectorWidth : 0),
    bottom: around + Math.max(table, sheet),
  };
}

function gesturesOf(atlas: Atlas) {
  return {
    onEntity: (id: string) => atlas.selectEntity(id),
    onMore: (id: string) => atlas.selection.toggle(id),
    onRelation: (relation: { id: string; from: string; to: string }) => atlas.selectRelation(relation),
    onGround: () => atlas.selection.clear(),
    onExpand: (id: string) => {
      atlas.selectEntity(id);
      void atlas.expansion.expand(id);
    },
    onMove: (moved: Record<string, { x: number; y: number }>) => atlas.graph.move(moved),
  };
}
