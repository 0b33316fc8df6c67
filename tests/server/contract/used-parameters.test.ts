// Which parameters a Cypher text uses, as the database would see it.
import { describe, expect, it } from 'vitest';
import { usedParameters } from '../../../server/contract/used-parameters.ts';

describe('a text', () => {
  it.each([
    ['RETURN $a, $b, $a', ['a', 'b']],
    ['RETURN $ spaced, $`quoted name`, $größe, $0', ['spaced', 'quoted name', 'größe', '0']],
    ["RETURN '$no', \"$no\", `$no`, 'it\\'s $no' // $no\n, $yes /* $no */", ['yes']],
    ["RETURN 'open // not a comment', $yes", ['yes']],
    ['MATCH (n:$any($labels)) RETURN n:$all ($more)', ['labels', 'more']],
    ['MATCH (n) WHERE n.x = $any RETURN n', ['any']],
    ['MATCH (n:$(label)) RETURN n', []],
    ['RETURN "a" + $b + \'c\' + $d', ['b', 'd']],
  ])('%j uses %j', (text, names) => {
    expect(usedParameters(text).map(({ name }) => name)).toEqual(names);
  });

  it('is told where each is first used', () => {
    expect(usedParameters('/* $a */ RETURN $a + $a')).toEqual([{ name: 'a', offset: 16 }]);
  });
});
