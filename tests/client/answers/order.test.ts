// Sorting and filtering the rows of an answer: numbers as numbers, nothing last, equal ones as they came.
import { describe, expect, it } from 'vitest';
import { filtered, folded, wordsIn } from '../../../client/answers/filter.ts';
import { comparerIn, sorted, sortKeyOf } from '../../../client/answers/order.ts';
import type { Direction } from '../../../client/answers/order.ts';
import type { Json } from '../../../data/model/graph.ts';

const textOf = (value: Json) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const order = async (values: readonly Json[], direction: Direction, lang = 'en') => {
  const places = await sorted(
    values.map((_, at) => at),
    (at) => sortKeyOf(values[at] ?? null, () => textOf(values[at] ?? null)),
    direction,
    comparerIn(lang),
  );
  return places.map((at) => values[at]);
};

describe('a column', () => {
  it('of numbers is sorted by size, long integers among them', async () => {
    const long = { $type: 'Integer', value: '9007199254740993' };
    expect(await order([10, long, 9, -1, 1.5], 'up')).toEqual([-1, 1.5, 9, 10, long]);
  });

  it('of texts is sorted as the language does, without case, numbers within by size', async () => {
    expect(await order(['Zug 10', 'Ärzte', 'azur', 'Zug 9'], 'up', 'de')).toEqual(['Ärzte', 'azur', 'Zug 9', 'Zug 10']);
  });

  it('of days is sorted by time', async () => {
    const day = (value: string) => ({ $type: 'Date', value });
    expect(await order([day('2026-04-15'), day('2025-12-01')], 'up')).toEqual([day('2025-12-01'), day('2026-04-15')]);
  });

  it.each(['up', 'down'] as const)('has empty cells last (%s)', async (direction) => {
    const values = await order(['b', null, 'a', [], ''], direction);
    expect(values.slice(2)).toEqual([null, [], '']);
  });

  it('keeps equal rows as they came, in both directions', async () => {
    const keys = ['x', 'y', 'x', 'y', 'x'];
    const at = (direction: Direction) => sorted([0, 1, 2, 3, 4], (place) => keys[place], direction, comparerIn('en'));
    expect(await at('up')).toEqual([0, 2, 4, 1, 3]);
    expect(await at('down')).toEqual([1, 3, 0, 2, 4]);
  });

  it('keeps equal rows as they came, however many there are', async () => {
    const places = Array.from({ length: 1500 }, (_, at) => at);
    const order = await sorted(places, (place) => place % 2, 'up', comparerIn('en'));
    expect(order).toEqual([...places.filter((at) => at % 2 === 0), ...places.filter((at) => at % 2 === 1)]);
  });

  it('puts numbers before texts, and a list of one beside its item', async () => {
    expect(await order(['a', 2, [1]], 'up')).toEqual([[1], 2, 'a']);
  });

  it('of many rows comes out like the language sorts at once', async () => {
    const values = Array.from({ length: 5000 }, (_, at) => (at * 7919) % 5003);
    expect(await order(values, 'down')).toEqual([...values].sort((a, b) => b - a));
  });
});

describe('the filter', () => {
  const rows = ['Dilan Yeşilgöz, Straße', 'Türkiye', 'Germany and Ukraine'].map(folded);

  it.each([
    ['yesilgoz', [0]],
    ['STRASSE dilan', [0]],
    ['turkıye', [1]],
    ['ukraine germany', [2]],
    ['germany italy', []],
  ])('finds the rows that hold every word of %j', async (text, places) => {
    expect(await filtered(rows.length, wordsIn(text), (place) => rows[place] ?? '')).toEqual(places);
  });
});
