// Colours the text as the language worker reads it; until its answer comes, colours move along with what is typed.
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import type { Language } from './language.ts';
import type { Token, TokenLook } from './language-message.ts';

const coloured = StateEffect.define<readonly Token[]>();

const marks = new Map<TokenLook, Decoration>();
function markOf(look: TokenLook): Decoration {
  const mark = marks.get(look) ?? Decoration.mark({ class: `cypher-${look}` });
  marks.set(look, mark);
  return mark;
}

const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    const fresh = transaction.effects.find((effect) => effect.is(coloured));
    if (!fresh) return before.map(transaction.changes);
    const tokens = fresh.value.filter(({ from, to }) => from < to && to <= transaction.newDoc.length);
    return Decoration.set(tokens.map(({ from, to, look }) => markOf(look).range(from, to)));
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Keeps the text coloured. */
export function colouring(language: Language): Extension {
  const asking = ViewPlugin.fromClass(
    class {
      constructor(view: EditorView) {
        this.ask(view);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged) this.ask(update.view);
      }

      ask(view: EditorView): void {
        const { doc } = view.state;
        void language.colour(doc.toString()).then((tokens) => {
          if (tokens && view.state.doc === doc) view.dispatch({ effects: coloured.of(tokens) });
        });
      }
    },
  );
  return [colours, asking];
}
