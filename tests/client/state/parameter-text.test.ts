// Values of a free query's parameters as they are typed.
import { describe, expect, it } from 'vitest';
import { sortOfText, textOfValue, valueOfText } from '../../../client/state/parameter-text.ts';

describe('a typed value', () => {
  it.each([
    ['germany', 'germany', 'text'],
    ['Große Koalition', 'Große Koalition', 'text'],
    ['12', 12, 'number'],
    ['-0.5', -0.5, 'number'],
    ['"12"', '12', 'text'],
    ['true', true, 'truth'],
    ['null', null, 'null'],
    ['["a", 2]', ['a', 2], 'list'],
    ['{"a": {"b": null}}', { a: { b: null } }, 'map'],
    ['""', '', 'text'],
    ['["a", ', '["a", ', 'text'],
    ['2026-01-23', '2026-01-23', 'text'],
    ['12345678901234567890', '12345678901234567890', 'text'],
    ['1e999', '1e999', 'text'],
  ] as const)('%s is read', (typed, value, sort) => {
    expect(valueOfText(typed)).toEqual(value);
    expect(sortOfText(typed)).toBe(sort);
  });

  it.each(['', '   '])('%j is none', (typed) => {
    expect(valueOfText(typed)).toBeUndefined();
    expect(sortOfText(typed)).toBe('none');
  });
});

describe('the text of a value', () => {
  it.each(['germany', '12', 'true', 'null', '', ' ', '"quoted"', '[1]', 12, -0.5, true, null, ['a', 'b'], { a: 1 }])(
    'gives %j back when it is typed',
    (value) => {
      expect(valueOfText(textOfValue(value))).toEqual(value);
    },
  );

  it('is the text itself where it can be', () => {
    expect(textOfValue('germany')).toBe('germany');
    expect(textOfValue('12')).toBe('"12"');
  });
});
