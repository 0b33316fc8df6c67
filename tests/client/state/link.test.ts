// Links to queries: what is written is read back, and what does not fit is said.
import { describe, expect, it } from 'vitest';
import { linkTo, readLink, valuesIn } from '../../../client/state/link.ts';
import type { Json } from '../../../data/model/graph.ts';
import type { QueryParameter } from '../../../server/contract/shapes.ts';

const parameter = (name: string, kind: QueryParameter['kind'], more: Partial<QueryParameter> = {}): QueryParameter => ({
  name,
  kind,
  label: { en: name },
  required: false,
  ...more,
});
const parameters = [
  parameter('text', 'text'),
  parameter('number', 'integer', { min: 1, max: 6 }),
  parameter('share', 'decimal'),
  parameter('flag', 'boolean'),
  parameter('day', 'date'),
  parameter('when', 'edtf'),
  parameter('period', 'dateRange'),
  parameter('who', 'entity'),
  parameter('those', 'entities'),
  parameter('relations', 'relationTypes'),
  parameter('choice', 'enumeration', { values: [{ value: 'a', label: { en: 'A' } }] }),
];
const read = (hash: string) => {
  const link = readLink(hash);
  if (link === undefined || 'fault' in link) throw new Error(`no link: ${hash}`);
  return { id: link.id, ...valuesIn(link, parameters) };
};

describe('a link', () => {
  it('holds every kind of value and gives it back', () => {
    const values: Record<string, Json> = {
      text: 'a & b = "c" #1 ü',
      number: 3,
      share: 1.5,
      flag: false,
      day: '2026-01-23',
      when: '2026-01/2026-06',
      period: { from: '2026-01-01', to: '' },
      who: 'germany',
      those: ['germany', 'ukraine'],
      relations: ['FINANCES', 'SUPPLIES'],
      choice: 'a',
    };
    expect(read(linkTo('a-query', parameters, values))).toEqual({ id: 'a-query', values, faults: [] });
  });

  it('can be read and typed by people', () => {
    const values = { who: 'germany', those: ['italy', 'nato'], period: { from: '2026-01-01', to: '2026-06-30' } };
    expect(linkTo('q', parameters, values)).toBe(
      '#/query/q?period=2026-01-01..2026-06-30&who=germany&those=italy&those=nato',
    );
  });

  it('leaves out what is empty', () => {
    expect(linkTo('q', parameters, { text: '', those: [], period: { from: '', to: '' } })).toBe('#/query/q');
  });

  it.each<[string, object]>([
    ['number=7', { code: 'badValue', fault: { code: 'bounds', min: 1, max: 6 } }],
    ['number=many', { code: 'badValue', text: 'many', fault: { code: 'whole' } }],
    ['day=2026-02-30', { code: 'badValue', fault: { code: 'day' } }],
    ['when=soon', { code: 'badValue', fault: { code: 'edtf' } }],
    ['period=2026-06-01..2026-01-01', { code: 'badValue', fault: { code: 'endBeforeStart' } }],
    ['choice=b', { code: 'badValue', fault: { code: 'choice' } }],
    ['flag=perhaps', { code: 'badValue', fault: { code: 'choice' } }],
    ['nobody=1', { code: 'noSuchParameter', name: 'nobody' }],
    ['__proto__=1', { code: 'noSuchParameter', name: '__proto__' }],
  ])('says what is wrong with %s', (query, fault) => {
    expect(read(`#/query/q?${query}`).faults).toMatchObject([fault]);
  });

  it.each(['#/query/', '#/somewhere', '#/query/%E0%A4%A'])('that is %s is malformed', (hash) => {
    expect(readLink(hash)).toEqual({ fault: { code: 'malformed' } });
  });

  it.each(['', '#', '#germany'])('is not seen in %j', (hash) => {
    expect(readLink(hash)).toBeUndefined();
  });
});
