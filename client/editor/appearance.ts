// How the editor looks: the page's colours and the typeface of equal widths; every colour is a property of the page.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const mono = "'IBM Plex Mono', ui-monospace, monospace";

/** Look of the text, its edges, the completions and the marks. */
export const appearance: Extension = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper)', color: 'var(--text)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: mono, lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 10px 0 6px' },
  '.cm-cursor': { borderLeftColor: 'var(--text)', borderLeftWidth: '1.5px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--code-selection)',
  },
  '.cm-gutters': { border: '0', backgroundColor: 'transparent', color: 'var(--muted)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '26px', padding: '0 4px 0 8px', fontSize: '12px' },
  '.cm-gutter-lint': { width: '14px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0.3em 0 0 2px' },
  '.cm-lint-marker': { width: '9px', height: '9px' },
  '.cm-lint-marker-error, .cm-lint-marker-warning': { content: 'none', borderRadius: '50%' },
  '.cm-lint-marker-error': { backgroundColor: 'var(--alert)' },
  '.cm-lint-marker-warning': { backgroundColor: 'var(--code-number)' },
  '.cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    paddingBottom: '0',
    textDecoration: 'underline wavy 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-error': { textDecorationColor: 'var(--alert)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--code-number)' },
  '.cm-lintPoint:after': { bottom: '-2px' },
  '&.cm-focused .cm-matchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'var(--accent-wash)',
    outline: '1px solid var(--rule)',
  },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.cm-tooltip': {
    border: '1px solid var(--rule)',
    borderRadius: 'var(--radius-small)',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    boxShadow: 'var(--shadow)',
    zIndex: '60',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '15em',
    minWidth: '220px',
    fontFamily: mono,
    padding: '3px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '12px',
    padding: '2px 7px',
    borderRadius: '3px',
    fontSize: '12.5px',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent-wash)', color: 'var(--text)' },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    overflow: 'hidden',
    maxWidth: '230px',
    color: 'var(--muted)',
    fontStyle: 'normal',
    fontSize: '11.5px',
    textOverflow: 'ellipsis',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionInfo': {
    maxWidth: '300px',
    padding: '8px 10px',
    fontFamily: "'IBM Plex Sans', sans-serif",
    fontSize: '12.5px',
  },
  '.cm-tooltip-lint': { maxWidth: '460px' },
  '.cm-diagnostic': {
    padding: '6px 10px',
    border: '0',
    fontFamily: "'IBM Plex Sans', sans-serif",
    fontSize: '12.5px',
    whiteSpace: 'pre-wrap',
  },
  '.cypher-comment': { color: 'var(--muted)', fontStyle: 'italic' },
  '.cypher-keyword': { color: 'var(--accent)' },
  '.cypher-name': { color: 'var(--code-name)' },
  '.cypher-call': { color: 'var(--code-call)' },
  '.cypher-parameter': { color: 'var(--code-parameter)' },
  '.cypher-string': { color: 'var(--code-string)' },
  '.cypher-number': { color: 'var(--code-number)' },
});
