// Links to a free query: they come back as they were made, and what is not one is left alone.
import { describe, expect, it } from 'vitest';
import { linkToFree, readFreeLink } from '../../../client/state/free-link.ts';

describe('a link to a free query', () => {
  it.each([
    { query: 'RETURN 1', parameters: {} },
    {
      query: "MATCH (n) // 50 % & more\nWHERE n.name = $name AND n.id <> '#?+' RETURN n",
      parameters: { name: 'Yeşilgöz & Зеленський', list: ['a', 2, null], map: { 'a b': true }, zero: 0, empty: '' },
    },
    { query: 'RETURN $query', parameters: { query: 'x', $: '1' } },
  ])('holds the query and its values: %j', (link) => {
    expect(readFreeLink(linkToFree(link))).toEqual(link);
  });

  it.each(['', '#', '#/query/nato?query=RETURN+1', '#/cypher', '#/cypher?', '#/cypher?query=', '#/cypher?query=++'])(
    'is not %j',
    (hash) => {
      expect(readFreeLink(hash)).toBeUndefined();
    },
  );

  it('loses values that are no JSON, and what goes beyond 20,000 letters', () => {
    expect(readFreeLink('#/cypher?query=RETURN+$a&$a={&$b=1')).toEqual({ query: 'RETURN $a', parameters: { b: 1 } });
    expect(readFreeLink(`#/cypher?query=${'x'.repeat(30_000)}`)?.query).toHaveLength(20_000);
  });
});
