// Values of a query's form: what fits, what does not, and what is sent.
import { describe, expect, it } from 'vitest';
import { defaultsOf, faultOf, isBlank, numberTyped, sendable } from '../../../client/state/form-values.ts';
import type { Json } from '../../../data/model/graph.ts';
import type { QueryParameter } from '../../../server/contract/shapes.ts';

const of = (kind: QueryParameter['kind'], more: Partial<QueryParameter> = {}): QueryParameter => ({
  name: 'p',
  kind,
  label: {},
  required: false,
  ...more,
});

describe('a value', () => {
  it.each<[QueryParameter, Json]>([
    [of('text'), 'x'],
    [of('integer', { min: 1, max: 6 }), 6],
    [of('decimal', { min: 0 }), 0],
    [of('boolean'), false],
    [of('date'), '2024-02-29'],
    [of('edtf'), '2026-01-23/..'],
    [of('dateRange'), { from: '2026-01-01', to: '2026-01-01' }],
    [of('dateRange'), { from: null, to: '2026-01-01' }],
    [of('dateRange'), '2026-01/2026-06'],
    [of('entities'), ['a']],
    [of('text'), ''],
    [of('entities'), []],
  ])('fits: %j', (parameter, value) => {
    expect(faultOf(parameter, value)).toBeUndefined();
  });

  it.each<[QueryParameter, Json | undefined, string]>([
    [of('text', { required: true }), '', 'missing'],
    [of('entities', { required: true }), [], 'missing'],
    [of('dateRange', { required: true }), { from: '', to: '' }, 'missing'],
    [of('boolean', { required: true }), undefined, 'missing'],
    [of('integer'), 1.5, 'whole'],
    [of('integer'), '1e3', 'whole'],
    [of('integer'), 2 ** 60, 'whole'],
    [of('decimal'), 'a', 'number'],
    [of('integer', { min: 2 }), 1, 'bounds'],
    [of('decimal', { max: 2 }), 2.1, 'bounds'],
    [of('date'), '2026-02-29', 'day'],
    [of('dateRange'), { from: '2026', to: '' }, 'day'],
    [of('dateRange'), { from: '2026-02-01', to: '2026-01-01' }, 'endBeforeStart'],
    [of('edtf'), '2026-06/2026-01', 'endBeforeStart'],
    [of('edtf'), 'tomorrow', 'edtf'],
    [of('entity'), 7, 'unreadable'],
  ])('does not fit: %j with %j (%s)', (parameter, value, code) => {
    expect(faultOf(parameter, value)?.code).toBe(code);
  });
});

describe('what is sent', () => {
  it('is what is entered, open ends of ranges as null', () => {
    const parameters = [of('text', { name: 'a' }), of('dateRange', { name: 'b' }), of('boolean', { name: 'c' })];
    expect(sendable(parameters, { a: '', b: { from: '2026-01-01', to: '' }, c: false, strange: 1 })).toEqual({
      b: { from: '2026-01-01', to: null },
      c: false,
    });
  });

  it('starts with the defaults', () => {
    expect(defaultsOf([of('integer', { default: 4 }), of('text', { name: 'q' })])).toEqual({ p: 4 });
  });
});

describe('a typed number', () => {
  it.each<[string, Json]>([
    ['12', 12],
    [' 1,5 ', 1.5],
    ['-3', -3],
    ['1.', '1.'],
    ['', ''],
    ['0x10', '0x10'],
  ])('%j is %j', (text, value) => {
    expect(numberTyped(text)).toBe(value);
  });

  it('is blank only where nothing is there', () => {
    expect([0, false, '', null, [], { from: '', to: null }].map((value) => isBlank(value))).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});
