// Values for the parameters of saved queries: accepted and refused ones.
import { describe, expect, it } from 'vitest';
import type { QueryParameter } from '../../../../server/contract/shapes.ts';
import { loadVocabulary } from '../../../../server/ingest/vocabulary.ts';
import { checkParameters, fromTexts } from '../../../../server/queries/saved/parameters.ts';

const vocabulary = await loadVocabulary();
const parameter = (kind: QueryParameter['kind'], more: Partial<QueryParameter> = {}): QueryParameter => ({
  name: 'p',
  kind,
  label: { en: 'P', de: 'P' },
  required: false,
  ...more,
});
const choices = { values: [{ value: 'a', label: { en: 'A', de: 'A' } }] };

const day = (value: string) => ({ $type: 'Date', value });

describe('a value', () => {
  it.each([
    [parameter('text'), 'words', 'words'],
    [parameter('text'), '', null],
    [parameter('text'), null, null],
    [parameter('integer', { min: 1, max: 8 }), 8, 8],
    [parameter('decimal'), 2, { $type: 'Float', value: '2' }],
    [parameter('boolean'), false, false],
    [parameter('date'), '2024-02-29', { $type: 'Date', value: '2024-02-29' }],
    [parameter('enumeration', choices), 'a', 'a'],
    [parameter('entity'), 'germany', 'germany'],
    [parameter('entityType'), 'Country', 'Country'],
    [parameter('relationType'), 'FINANCES', 'FINANCES'],
    [parameter('integer', { default: 3 }), undefined, 3],
    [parameter('decimal', { min: 0.5, max: 1 }), 0.5, { $type: 'Float', value: '0.5' }],
    [parameter('edtf'), '2026-01', { edtf: '2026-01', from: day('2026-01-01'), to: day('2026-01-31') }],
    [parameter('edtf'), '2026-01-23/..', { edtf: '2026-01-23/..', from: day('2026-01-23'), to: null }],
    [parameter('edtf'), '2026?', { edtf: '2026?', from: day('2026-01-01'), to: day('2026-12-31') }],
    [parameter('dateRange'), { from: '2026-01-23' }, { from: day('2026-01-23'), to: null }],
    [parameter('dateRange'), { from: null, to: '2026-01-23' }, { from: null, to: day('2026-01-23') }],
    [parameter('dateRange'), '2026-01/2026-06', { from: day('2026-01-01'), to: day('2026-06-30') }],
    [parameter('entities'), ['germany', 'italy', 'germany'], ['germany', 'italy']],
    [parameter('entities'), [], null],
    [parameter('entities', { default: ['nato'] }), [], ['nato']],
    [parameter('relationTypes'), ['FINANCES', 'PLEDGES'], ['FINANCES', 'PLEDGES']],
  ])('%o takes %j as %j', (definition, given, value) => {
    const { values, faults } = checkParameters([definition], given === undefined ? {} : { p: given }, vocabulary);
    expect({ values, faults }).toEqual({ values: { p: value }, faults: [] });
  });

  it.each([
    [parameter('text', { required: true }), '', 'is required'],
    [parameter('text'), 7, 'must be a text of at most 1000 letters'],
    [parameter('integer'), '7', 'must be a whole number'],
    [parameter('integer'), 1.5, 'must be a whole number'],
    [parameter('integer', { min: 1 }), 0, 'must be 1 or more'],
    [parameter('integer', { max: 8 }), 9, 'must be 8 or less'],
    [parameter('decimal'), true, 'must be a number'],
    [parameter('boolean'), 'true', 'must be true or false'],
    [parameter('date'), '2026-02-30', 'must be a date such as 2026-01-23'],
    [parameter('date'), '2026', 'must be a date such as 2026-01-23'],
    [parameter('enumeration', choices), 'b', 'must be one of a'],
    [parameter('entity'), ['germany'], 'must be the id of an entity'],
    [parameter('decimal', { min: 0.5 }), 0.4, 'must be 0.5 or more'],
    [parameter('edtf'), '2026-02-30', expect.stringMatching(/^must be an EDTF date such as/)],
    [parameter('edtf'), '2026-06/2026-01', expect.stringMatching(/^must be an EDTF date such as/)],
    [parameter('edtf'), { edtf: '2026' }, expect.stringMatching(/^must be an EDTF date such as/)],
    [parameter('dateRange'), { from: '2026-06-01', to: '2026-01-01' }, 'must not end before it starts'],
    [parameter('dateRange'), { from: '2026-06' }, expect.stringMatching(/^must be \{ from, to \} with days/)],
    [parameter('dateRange'), { since: '2026-06-01' }, expect.stringMatching(/^must be \{ from, to \} with days/)],
    [parameter('dateRange'), ['2026-06-01'], expect.stringMatching(/^must be \{ from, to \} with days/)],
    [parameter('entities'), 'germany', 'must be a list of ids of entities'],
    [parameter('entities'), ['germany', 7], 'must be a list of ids of entities'],
    [parameter('entities'), [''], 'must be a list of ids of entities'],
    [parameter('entities'), Array.from({ length: 501 }, (_, n) => `e${n}`), 'must be a list of ids of entities'],
    [parameter('entities', { required: true }), [], 'is required'],
    [
      parameter('relationTypes'),
      ['FINANCES', 'LIKES'],
      expect.stringMatching(/^must be a list of some of MEMBER_OF, /),
    ],
    [parameter('relationType'), 'constructor', expect.stringMatching(/^must be one of MEMBER_OF, /)],
  ])('%o refuses %j', (definition, given, message) => {
    expect(checkParameters([definition], { p: given }, vocabulary).faults).toEqual([{ path: 'parameters.p', message }]);
  });

  it('for no parameter is refused by name', () => {
    expect(checkParameters([], JSON.parse('{"x":1,"__proto__":2}'), vocabulary).faults).toEqual([
      { path: 'parameters.x', message: 'is no parameter of this query' },
      { path: 'parameters.__proto__', message: 'is no parameter of this query' },
    ]);
  });
});

describe('a value typed as text', () => {
  it.each([
    ['integer', '7', 7],
    ['integer', 'seven', 'seven'],
    ['decimal', '-1.5', -1.5],
    ['boolean', 'true', true],
    ['text', '7', '7'],
    ['entity', 'germany', 'germany'],
    ['dateRange', '2026-01/2026-06', '2026-01/2026-06'],
    ['entities', 'germany; North Atlantic Treaty Organization ;', ['germany', 'North Atlantic Treaty Organization']],
    ['entities', ['germany;italy', 'nato'], ['germany', 'italy', 'nato']],
    ['relationTypes', 'FINANCES', ['FINANCES']],
    ['integer', ['7', '8'], ['7', '8']],
  ] as const)('of the kind %s: %s', (kind, text, value) => {
    expect(fromTexts([parameter(kind)], { p: text })).toEqual({ p: value });
  });
});
