// The texts of the interface: every language says everything, and nothing twice the same way by oversight.
import { describe, expect, it } from 'vitest';
import { de } from '../../../client/words/de.ts';
import { en } from '../../../client/words/en.ts';

/** Every text with its path; functions are called with plausible values. */
function textsOf(node: unknown, at = ''): [string, string][] {
  if (typeof node === 'string') return [[at, node]];
  if (typeof node === 'function') return [[at, String(node(3, 7, 5))]];
  return Object.entries(node as object).flatMap(([key, child]) => textsOf(child, `${at}.${key}`));
}

/** Words that are the same in both languages. */
const shared = /^(Entente|Dutch|System|Status|Name|SVG|PNG|Format|npm run .*|English|Deutsch|Text|[/?F]|Esc|\W+)$/;

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
