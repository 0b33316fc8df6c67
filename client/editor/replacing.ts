// Puts typed text in the place of a selection itself: the browser would keep the colours of what was there as an inline style,
// which the content policy forbids and reports.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Typing over a selection. */
export const replacing: Extension = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { ranges, main } = view.state.selection;
    const text = event.data;
    if (event.inputType !== 'insertText' || !text || view.composing || ranges.length > 1 || main.empty) return false;
    const { from, to } = main;
    const insert = () =>
      view.state.update({
        changes: { from, to, insert: text },
        selection: { anchor: from + text.length },
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    const isHandled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, text, insert));
    if (!isHandled) view.dispatch(insert());
    return true;
  },
});
