// The parts of a Cypher text that have a look, by the parser that the page ships.
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../client/editor/tokens.ts';

/** Each part as `look text`. */
const read = (text: string) => tokensOf(text).map(({ from, to, look }) => `${look} ${text.slice(from, to)}`);

describe('the looks of a text', () => {
  it('are those of its words', () => {
    expect(
      read("MATCH (c:Country)-[r:FINANCES]->() // who\nWHERE c.id = $id RETURN toUpper(c.name), 'é', 1, true"),
    ).toEqual([
      'keyword MATCH',
      'name Country',
      'name FINANCES',
      'comment // who',
      'keyword WHERE',
      'property id',
      'parameter $',
      'parameter id',
      'keyword RETURN',
      'call toUpper',
      'property name',
      "string 'é'",
      'number 1',
      'number true',
    ]);
  });

  it('stand at their places after lines of every length and letters beyond the basic plane', () => {
    expect(read("RETURN '🙂' AS a,\n\n  $b AS b")).toEqual([
      'keyword RETURN',
      "string '🙂'",
      'keyword AS',
      'parameter $',
      'parameter b',
      'keyword AS',
    ]);
  });

  it.each(['', ')', "RETURN 'open", 'MATCH (', '/* open'])('are found in what cannot be read, too: %j', (text) => {
    expect(Array.isArray(tokensOf(text))).toBe(true);
  });
});
