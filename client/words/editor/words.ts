// The editor's texts by language; they come with the editor, not with the first view.
import type { InterfaceLang } from '../../state/view.svelte.ts';
import { editorDe } from './de.ts';
import { editorEn } from './en.ts';
import type { EditorWords } from './en.ts';

const byLang: Readonly<Record<InterfaceLang, EditorWords>> = { en: editorEn, de: editorDe };

/** All texts of the editor in a language. */
export function editorWordsIn(lang: InterfaceLang): EditorWords {
  return byLang[lang];
}
