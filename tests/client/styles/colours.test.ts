// The page's colours in CSS are those of the palette that canvas and pictures use, and text on them can be read.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paletteFor } from '../../../server/graph/style.ts';

const css = readFileSync(new URL('../../../client/styles/base.css', import.meta.url), 'utf8');
const blocks = { light: css.slice(css.indexOf(':root')), dark: css.slice(css.indexOf("[data-theme='dark']")) };
const valueOf = (theme: 'light' | 'dark', name: string) =>
  new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(blocks[theme])?.[1] ?? '';

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('%s colours', (theme) => {
  const palette = paletteFor(theme);

  it.each([
    ['paper', palette.background],
    ['surface', palette.surface],
    ['rule', palette.rule],
    ['text', palette.text],
    ['muted', palette.mutedText],
    ['accent', palette.accent],
    ['alert', palette.disputed],
  ])('--%s is that of the palette', (name, colour) => {
    expect(valueOf(theme, name)).toBe(colour);
  });

  it('carry readable text', () => {
    for (const text of ['text', 'muted', 'accent']) {
      for (const ground of ['paper', 'surface', 'sunken']) {
        expect(contrast(valueOf(theme, text), valueOf(theme, ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    }
    expect(contrast(valueOf(theme, 'on-accent'), valueOf(theme, 'accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(valueOf(theme, 'edge'), valueOf(theme, 'surface'))).toBeGreaterThanOrEqual(3);
  });
});
