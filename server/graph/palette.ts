// The two palettes, light as warm paper and dark as deep slate: eight hues for families, greys for everything else.

/** Light or dark. */
export type Theme = 'light' | 'dark';

/** All colours of canvas and pictures, as `#rrggbb`. */
export interface Palette {
  readonly theme: Theme;
  readonly background: string;
  /** Panels and cards that lie on the background. */
  readonly surface: string;
  /** Hairlines between parts of a page; decoration only. */
  readonly rule: string;
  readonly text: string;
  readonly mutedText: string;
  readonly line: string;
  /** A line that has ended. */
  readonly paleLine: string;
  /** What is selected or can be clicked. */
  readonly accent: string;
  /** Mark of what sources disagree on. */
  readonly disputed: string;
  /** Icons on a filled shape. */
  readonly icon: string;
  /** Themes, places, sources. */
  readonly neutral: string;
  /** One for each family, in the order of the vocabulary. */
  readonly hues: readonly string[];
}

// The hues start from Okabe and Ito's and were tuned together in OKLCH, within 0.075 of one lightness a theme, for the
// greatest least difference of any two under normal, protanopic and deuteranopic sight (Machado et al. 2009).
const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    theme: 'light',
    background: '#faf7f1',
    surface: '#fffdf9',
    rule: '#e2dcd0',
    text: '#23211d',
    mutedText: '#625d53',
    line: '#7f7a70',
    paleLine: '#938e84',
    accent: '#0b57a4',
    disputed: '#b3261e',
    icon: '#ffffff',
    neutral: '#77736b',
    hues: ['#3a4cb5', '#cf595e', '#017099', '#765120', '#039285', '#a063d1', '#727800', '#8e4566'],
  },
  dark: {
    theme: 'dark',
    background: '#161b22',
    surface: '#1e252e',
    rule: '#323b46',
    text: '#eceae4',
    mutedText: '#a9afb6',
    line: '#7b848e',
    paleLine: '#68717c',
    accent: '#7cb7ff',
    disputed: '#ff8a80',
    icon: '#161b22',
    neutral: '#a3a7ab',
    hues: ['#6599ff', '#f2b291', '#27c9fe', '#c7832b', '#6aa37f', '#b17cc0', '#c5b704', '#fb92ca'],
  },
};

/** The colours of a theme. */
export function paletteFor(theme: Theme): Palette {
  return palettes[theme];
}
