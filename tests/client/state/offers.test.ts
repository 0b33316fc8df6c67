// Queries offered for a selection: only those that take all of it, with it filled in.
import { describe, expect, it } from 'vitest';
import { offersFor } from '../../../client/state/offers.ts';
import type { QueryParameter, SavedQuery } from '../../../server/contract/shapes.ts';

const parameter = (name: string, kind: QueryParameter['kind'], types: string[], required = true): QueryParameter => ({
  name,
  kind,
  label: {},
  required,
  types,
});
const query = (id: string, ...parameters: QueryParameter[]): SavedQuery => ({
  id,
  title: {},
  description: {},
  tags: [],
  parameters,
  columns: [],
  show: 'both',
  rowLimit: 10,
  origin: 'shipped',
  version: 'v',
});
const queries = [
  query('no-entities', parameter('t', 'text', [])),
  query('any', parameter('about', 'entity', [], false)),
  query('state', parameter('state', 'entity', ['Country'])),
  query('two', parameter('first', 'entity', []), parameter('second', 'entity', [])),
  query('mixed', parameter('person', 'entity', ['Person']), parameter('state', 'entity', ['Country'])),
  query('list', parameter('givers', 'entities', ['Country'])),
];
const germany = { id: 'germany', type: 'Country' };
const italy = { id: 'italy', type: 'Country' };
const merz = { id: 'merz', type: 'Person' };
const offered = (...picked: (typeof germany)[]) =>
  offersFor(queries, picked).map((offer) => [offer.query.id, offer.values, offer.isComplete]);

describe('offers', () => {
  it('for one entity fill it in where its type fits, complete and closest ones first', () => {
    expect(offered(germany)).toEqual([
      ['state', { state: 'germany' }, true],
      ['list', { givers: ['germany'] }, true],
      ['any', { about: 'germany' }, true],
      ['mixed', { state: 'germany' }, false],
      ['two', { first: 'germany' }, false],
    ]);
  });

  it('for two entities place each of them', () => {
    expect(offered(germany, italy)).toEqual([
      ['list', { givers: ['germany', 'italy'] }, true],
      ['two', { first: 'germany', second: 'italy' }, true],
    ]);
  });

  it('find the parameter of the right type in whatever order things were selected', () => {
    expect(offered(germany, merz)).toContainEqual(['mixed', { state: 'germany', person: 'merz' }, true]);
    expect(offered(merz, germany)).toContainEqual(['mixed', { person: 'merz', state: 'germany' }, true]);
  });

  it('are none where nothing is selected, or nothing takes it all', () => {
    expect(offered()).toEqual([]);
    expect(offered(germany, merz, italy)).toEqual([]);
  });
});
