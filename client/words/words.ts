// The texts of the interface by language.
import type { InterfaceLang } from '../state/view.svelte.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Words } from './en.ts';

export type { Words };

const byLang: Readonly<Record<InterfaceLang, Words>> = { en, de };

/** All texts in a language. */
export function wordsIn(lang: InterfaceLang): Words {
  return byLang[lang];
}
