// What keys do wherever the focus is, except where one writes.
import { flushSync } from 'svelte';
import type { Atlas } from './atlas.svelte.ts';

/** Id of the search field. */
export const searchFieldId = 'search-field';

/** Handles a key for the whole page. */
export function keysOf(atlas: Atlas, event: KeyboardEvent): void {
  if (event.defaultPrevented || atlas.view.dialog !== undefined) return;
  if (event.key === 'Escape') return closeTopmost(atlas);
  if (isWriting(event.target)) return;
  const action = event.ctrlKey || event.metaKey ? commandFor(event, atlas) : actionFor(event, atlas);
  if (action === undefined) return;
  event.preventDefault();
  action();
}

function actionFor(event: KeyboardEvent, atlas: Atlas): (() => void) | undefined {
  if (event.altKey) return undefined;
  switch (event.key) {
    case '/':
      return () => focusSearch(atlas);
    case '?':
      return () => (atlas.view.dialog = 'keys');
    case 'f':
      return () => (atlas.graph.fitRequests += 1);
    default:
      return undefined;
  }
}

function commandFor(event: KeyboardEvent, atlas: Atlas): (() => void) | undefined {
  return event.key === 'z' && !event.shiftKey ? () => atlas.graph.undo() : undefined;
}

function closeTopmost(atlas: Atlas): void {
  if (atlas.search.isOpen) atlas.search.close();
  else if (atlas.view.isNarrow && atlas.view.isRailOpen) atlas.view.isRailOpen = false;
  else if (atlas.selection.selected) atlas.selection.clear();
  else if (atlas.result.isRunning) atlas.result.stop();
  else if (atlas.result.isOpen) atlas.result.close();
}

function focusSearch(atlas: Atlas): void {
  // At once, so that what is typed next is not lost.
  flushSync(() => (atlas.view.isRailOpen = true));
  document.getElementById(searchFieldId)?.focus();
}

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target instanceof HTMLElement && target.matches('textarea, select, [contenteditable]');
}
