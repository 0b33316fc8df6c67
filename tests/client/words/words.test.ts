// The texts of the interface: every language says everything, and nothing twice the same way by oversight.
import { describe, expect, it } from 'vitest';
import { de as deNow } from '../../../client/words/de.ts';
import { editorDe } from '../../../client/words/editor/de.ts';
import { editorEn } from '../../../client/words/editor/en.ts';
import { en as enNow } from '../../../client/words/en.ts';

/** All words, with those that come later. */
const en = { ...enNow, editor: editorEn };
const de = { ...deNow, editor: editorDe };

/** Every text with its path; functions are called with plausible values. */
function textsOf(node: unknown, at = ''): [string, string][] {
  if (typeof node === 'string') return [[at, node]];
  if (typeof node === 'function') return [[at, String(node(3, 7, 5))]];
  return Object.entries(node as object).flatMap(([key, child]) => textsOf(child, `${at}.${key}`));
}

/** Words that are the same in both languages. */
const shared =
  /^(Entente|CSV|Excel|JSON( Lines)?|Esc, Tab|Dutch|System|Status|Name|SVG|PNG|Format|npm run .*|English|Deutsch|Text|text|Plan|Label|number|Cypher|Parameter|\d+ (ms|s)|[/?F]|Esc(, Tab)?|\W+)$/;

describe('words', () => {
  it('have the same keys in every language', () => {
    expect(textsOf(de).map(([key]) => key)).toEqual(textsOf(en).map(([key]) => key));
  });

  it('are never empty and never undefined', () => {
    for (const [key, text] of [...textsOf(en), ...textsOf(de)]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toContain('undefined');
    }
  });

  it('are translated', () => {
    const german = new Map(textsOf(de));
    const same = textsOf(en).filter(
      ([key, text]) => german.get(key) === text && !shared.test(text) && /\p{L}{3}/u.test(text),
    );
    expect(same.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('count one and many', () => {
    expect(en.entities(1)).toBe('1 entity');
    expect(en.entities(1200)).toBe('1,200 entities');
    expect(de.relations(1)).toBe('1 Beziehung');
    expect(de.relations(1200)).toBe('1.200 Beziehungen');
  });
});
