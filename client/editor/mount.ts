// Puts CodeMirror into an element; loaded only when an editor opens.
import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-ext-400.css';
import '@fontsource/ibm-plex-mono/cyrillic-400.css';
import {
  acceptCompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { appearance } from './appearance.ts';
import { colouring } from './colouring.ts';
import { completing } from './completing.ts';
import type { Fault } from './fault.ts';
import { Language } from './language.ts';
import type { LanguageWords } from './language-message.ts';
import { marking, markFaults } from './marking.ts';
import { replacing } from './replacing.ts';

/** What an editor is made with. */
export interface EditorNeeds {
  readonly text: string;
  readonly words: () => LanguageWords;
  readonly onchange: (text: string) => void;
  /** Ctrl or Cmd with Enter. */
  readonly onrun: () => void;
}

/** How the editor is named for people who do not see it, and its phrases. */
export interface EditorNames {
  readonly label: string;
  /** Id of the element with what else is to be known. */
  readonly describedBy?: string | undefined;
  /** CodeMirror's own phrases by their English text. */
  readonly phrases: Readonly<Record<string, string>>;
}

/** An editor in the page. */
export interface Editor {
  /** Another text, unless it is the one that is there. */
  setText(text: string): void;
  setFaults(faults: readonly Fault[]): void;
  setNames(names: EditorNames): void;
  /** Puts the caret at a place and the focus into the editor. */
  goTo(from: number, to: number): void;
  destroy(): void;
}

/** Opens an editor in an element. */
export function mountEditor(parent: HTMLElement, needs: EditorNeeds): Editor {
  const language = new Language();
  const naming = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: needs.text, extensions: [naming.of([]), extensionsOf(needs, language)] }),
  });
  return {
    setText: (text) => {
      const { doc } = view.state;
      if (doc.toString() !== text) view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
    },
    setFaults: (faults) => view.dispatch(markFaults(view.state, faults)),
    setNames: (names) => view.dispatch({ effects: naming.reconfigure(namesOf(names)) }),
    goTo: (from, to) => goTo(view, from, to),
    destroy: () => {
      language.stop();
      view.destroy();
    },
  };
}

function extensionsOf(needs: EditorNeeds, language: Language): Extension {
  const run = { key: 'Mod-Enter', run: () => (needs.onrun(), true) };
  // Right after the list has opened nothing is taken yet; then Tab must not indent either.
  const take = (view: EditorView) => acceptCompletion(view) || completionStatus(view.state) === 'active';
  const takeByTab = { key: 'Tab', run: take };
  return [
    EditorView.cspNonce.of(nonceOfPage()),
    keymap.of([run, takeByTab, ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap]),
    keymap.of([...historyKeymap, ...defaultKeymap, indentWithTab]),
    [lineNumbers(), marking(), highlightSpecialChars(), history(), drawSelection(), closeBrackets(), bracketMatching()],
    [EditorView.lineWrapping, indentUnit.of('  '), EditorState.tabSize.of(2), appearance, replacing],
    EditorState.languageData.of(() => [
      { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '[', '{', "'", '"'] } },
    ]),
    colouring(language),
    completing(language, needs.words),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) needs.onchange(update.state.doc.toString());
    }),
  ];
}

function namesOf({ label, describedBy, phrases }: EditorNames): Extension {
  const attributes: Record<string, string> = { 'aria-label': label, spellcheck: 'false' };
  if (describedBy !== undefined) attributes['aria-describedby'] = describedBy;
  return [EditorView.contentAttributes.of(attributes), EditorState.phrases.of(phrases)];
}

function goTo(view: EditorView, from: number, to: number): void {
  const last = view.state.doc.length;
  view.dispatch({ selection: { anchor: Math.min(from, last), head: Math.min(to, last) }, scrollIntoView: true });
  view.focus();
}

/** The nonce that the server put into this very page; empty where there is none, as in development. */
function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
