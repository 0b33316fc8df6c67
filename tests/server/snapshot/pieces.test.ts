// The pieces of a picture: text made safe, widths by the font's own metrics, outlines and the lines that end on them.
import { describe, expect, it } from 'vitest';
import { shapeNames } from '../../../data/model/vocabulary.ts';
import { nodeLook } from '../../../server/graph/style.ts';
import { fileNameOf } from '../../../server/snapshot/file-name.ts';
import { loadTypeface } from '../../../server/snapshot/fonts.ts';
import { loadIcons } from '../../../server/snapshot/icons.ts';
import { linePath, pointAt } from '../../../server/snapshot/lines.ts';
import { borderPoint, shapeMarkup } from '../../../server/snapshot/shapes.ts';
import { wrapText } from '../../../server/snapshot/sheet.ts';
import { cleanText, escapeXml, isolated, num } from '../../../server/snapshot/text.ts';
import { evenMeasure, vocabulary } from '../graph/make.ts';

describe('cleanText', () => {
  it.each([
    ['a\tb\nc\r\nd\u2028e', 'a b c d e'],
    ['Tu\u0308rkiye', 'Türkiye'],
    ['x\u202Ey\u2066z', 'xyz'],
    ['soft\u00ADhyphen', 'softhyphen'],
    ['a\uD800b\uDC00c\uFFFE', 'a b c'],
    ['👨\u200D👩\u200D👧', '👨\u200D👩\u200D👧'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['Ger\u200Dmany', 'Germany'],
    [' \u200B ', ''],
  ])('%j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('bounds the length without splitting a character', () => {
    const cut = cleanText('😀'.repeat(100_000));
    expect(cut.length).toBeLessThanOrEqual(501);
    expect(cut).toMatch(/^(😀)+…$/u);
  });
});

describe('markup', () => {
  it('is escaped, isolated and numbered plainly', () => {
    expect(escapeXml(`<a href="x" id='y'>&`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;');
    expect([isolated('Germany'), isolated('שלום')]).toEqual(['Germany', '\u2068שלום\u2069']);
    expect([1.005, -0.001, 1e21, Number.NaN, 1 / 3].map(num)).toEqual(['1', '0', '10000000', '0', '0.33']);
  });
});

describe('fileNameOf', () => {
  it.each([
    ['Who finances what for whom?', 'who-finances-what-for-whom-2026-04-15.svg'],
    ['Straße nach Łódź', 'strasse-nach-lodz-2026-04-15.svg'],
    ['../../etc/passwd\u0000.exe', 'etc-passwd-exe-2026-04-15.svg'],
    ['国防部', 'network-2026-04-15.svg'],
    ['x'.repeat(1000), `${'x'.repeat(60)}-2026-04-15.svg`],
  ])('%j', (title, name) => {
    expect(fileNameOf(title, '2026-04-15', 'svg')).toBe(name);
  });

  it('takes no date that is none', () => {
    expect(fileNameOf('a', '../x', 'png')).toBe('a.png');
  });
});

describe('the typeface', async () => {
  const typeface = await loadTypeface();

  it('measures by its own metrics', () => {
    expect(typeface.measure('', 12)).toBe(0);
    expect(typeface.measure('W', 12)).toBeGreaterThan(typeface.measure('i', 12));
    expect(typeface.measure('Germany', 24)).toBeCloseTo(2 * typeface.measure('Germany', 12));
    expect(typeface.measure('Germany', 12, 600)).toBeGreaterThan(typeface.measure('Germany', 12));
    // Shaped with kerning it is 4077 wide: the sum of advances errs by a trifle, to the safe side.
    expect(typeface.measure('Germany', 1000) / 4077).toBeCloseTo(1.002, 3);
  });

  it('knows what it covers, and gives room to what it does not', () => {
    expect(typeface.covers('Yeşilgöz Київ Αθήνα Łódź ¶§–…')).toBe(true);
    expect(typeface.covers('国')).toBe(false);
    expect(typeface.measure('国', 12)).toBeGreaterThan(11);
    expect(typeface.measure('e\u0301', 12)).toBe(typeface.measure('e', 12));
  });

  it('makes the same subset for the same characters in any order', async () => {
    expect(await typeface.subset('cab', 400)).toBe(await typeface.subset('abcabc', 400));
  });
});

describe('icons', () => {
  it('are there for every type of the vocabulary', async () => {
    const icons = await loadIcons(Object.values(vocabulary.types).map(({ icon }) => icon));
    for (const [name, markup] of Object.entries(icons)) {
      expect(markup, name).toMatch(
        /^(<(path|circle|ellipse|rect|line|polyline|polygon) [a-z\d-]+="[\w\s.,-]+"[^<>]*\/>)+$/,
      );
      expect(markup, name).not.toBe('<circle cx="12" cy="12" r="4"/>');
    }
  });

  it('fall back to a dot', async () => {
    expect(await loadIcons(['../x', '__proto__'])).toEqual(
      Object.fromEntries([
        ['../x', '<circle cx="12" cy="12" r="4"/>'],
        ['__proto__', '<circle cx="12" cy="12" r="4"/>'],
      ]),
    );
  });
});

describe('shapes', () => {
  it.each(shapeNames)('end lines on the outline of a %s', (shape) => {
    for (let step = 0; step < 24; step++) {
      const angle = (2 * Math.PI * step) / 24;
      const point = borderPoint(shape, { x: 5, y: 5 }, 20, {
        x: 5 + 100 * Math.cos(angle),
        y: 5 + 100 * Math.sin(angle),
      });
      const reach = Math.hypot(point.x - 5, point.y - 5);
      expect(reach).toBeGreaterThan(4);
      expect(reach).toBeLessThan(15);
      expect(Math.atan2(point.y - 5, point.x - 5)).toBeCloseTo(Math.atan2(Math.sin(angle), Math.cos(angle)), 6);
    }
    expect(shapeMarkup(shape, { x: 0, y: 0 }, 20, 'fill="#000000"')).toMatch(
      /^<(circle|rect|polygon) .*fill="#000000"\/>$/,
    );
  });
});

describe('linePath', () => {
  const end = (x: number, y: number) => ({
    x,
    y,
    size: 20,
    look: nodeLook(vocabulary, { type: 'Country' }, 0, 'light'),
  });

  it('goes straight from border to border, or bends beside the straight one', () => {
    const straight = linePath(end(0, 0), end(100, 0), 0, 1);
    expect([straight.start.x, straight.end.x]).toEqual([10, 90]);
    expect(pointAt(straight, 0.5)).toEqual({ x: 50, y: 0 });
    expect(pointAt(linePath(end(0, 0), end(100, 0), 1, 1), 0.5).y).toBeGreaterThan(3);
    expect(pointAt(linePath(end(0, 0), end(100, 0), -1, 1), 0.5).y).toBeLessThan(-3);
  });

  it('stays finite where nodes lie on each other', () => {
    for (const path of [linePath(end(0, 0), end(0, 0), 0, 1), linePath(end(0, 0), end(3, 0), 0, 1)]) {
      for (const { x, y } of [path.start, path.control, path.end]) expect(Number.isFinite(x + y)).toBe(true);
    }
  });
});

describe('wrapText', () => {
  it('breaks at spaces, and inside a word only where it must', () => {
    expect(wrapText('one two three', 48, evenMeasure)).toEqual(['one two', 'three']);
    expect(wrapText('abcdefghij', 24, evenMeasure)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrapText('', 24, evenMeasure)).toEqual([]);
  });
});
