// How the page is looked at: theme, languages, which panels are open and how wide they are.
import { MediaQuery } from 'svelte/reactivity';
import { recall, recallNumber, remember } from './memory.ts';

export const themeChoices = ['system', 'light', 'dark'] as const;
export const interfaceLangs = ['en', 'de'] as const;
export const nameLangs = ['en', 'de', 'nl'] as const;
export const railTabs = ['legend', 'list', 'queries'] as const;

export const resultTabs = ['network', 'table', 'json'] as const;

export type ThemeChoice = (typeof themeChoices)[number];
export type InterfaceLang = (typeof interfaceLangs)[number];
export type NameLang = (typeof nameLangs)[number];
export type RailTab = (typeof railTabs)[number];
export type ResultTab = (typeof resultTabs)[number];
export type DialogName = 'keys' | 'picture' | 'keep-query' | 'own-text';

/** Bounds of what can be resized, in CSS pixels. */
export const sizes = {
  inspector: { min: 320, max: 640, start: 400 },
  editor: { min: 420, max: 960, start: 560 },
  result: { min: 180, max: 620, start: 320 },
} as const;

/** How much of the canvas's height the inspector covers where it is a sheet. */
export const sheetShare = 0.52;

/** The user's view of the page; choices are remembered. */
export class View {
  #dark = new MediaQuery('prefers-color-scheme: dark', false);
  #narrow = new MediaQuery('max-width: 1023px', false);
  themeChoice = $state<ThemeChoice>(recall('theme', themeChoices) ?? 'system');
  lang = $state<InterfaceLang>(recall('lang', interfaceLangs) ?? browserLang());
  #nameLang = $state<NameLang | undefined>(recall('names', nameLangs));
  tab = $state<RailTab>('legend');
  isRailOpen = $state(false);
  resultTab = $state<ResultTab>('table');
  dialog = $state<DialogName>();
  inspectorWidth = $state(recallNumber('inspector', sizes.inspector.min, sizes.inspector.max) ?? sizes.inspector.start);
  editorWidth = $state(recallNumber('editor', sizes.editor.min, sizes.editor.max) ?? sizes.editor.start);
  resultHeight = $state(recallNumber('result', sizes.result.min, sizes.result.max) ?? sizes.result.start);

  readonly theme = $derived(this.themeChoice === 'system' ? (this.#dark.current ? 'dark' : 'light') : this.themeChoice);
  /** The language of names follows the interface until one is chosen. */
  readonly nameLang = $derived<NameLang>(this.#nameLang ?? this.lang);

  /** True where the rails are sheets over the canvas. */
  get isNarrow(): boolean {
    return this.#narrow.current;
  }

  chooseTheme(choice: ThemeChoice): void {
    this.themeChoice = choice;
    remember('theme', choice);
  }

  chooseLang(lang: InterfaceLang): void {
    this.lang = lang;
    remember('lang', lang);
  }

  chooseNameLang(lang: NameLang): void {
    this.#nameLang = lang;
    remember('names', lang);
  }

  resizeInspector(width: number): void {
    this.inspectorWidth = width;
    remember('inspector', Math.round(width));
  }

  resizeEditor(width: number): void {
    this.editorWidth = width;
    remember('editor', Math.round(width));
  }

  resizeResult(height: number): void {
    this.resultHeight = height;
    remember('result', Math.round(height));
  }

  /** Brings a tab of the rail to the front; on narrow screens the sheet opens. */
  openTab(tab: RailTab): void {
    this.tab = tab;
    this.isRailOpen = true;
  }
}

function browserLang(): InterfaceLang {
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}
