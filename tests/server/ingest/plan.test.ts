// The difference between a data set and the database, what refuses it, and how it is told.
import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../../server/errors.ts';
import { checkPlan } from '../../../server/ingest/guards.ts';
import type { Allowances } from '../../../server/ingest/guards.ts';
import { countChanges, isEmpty, planChanges } from '../../../server/ingest/plan.ts';
import { jsonReport, refusalReport, textReport } from '../../../server/ingest/report.ts';
import type { HeldState } from '../../../server/ingest/state.ts';
import type { Dataset } from '../../../server/ingest/stored.ts';

const record = { id: 'test', title: { en: 'Test' }, languages: ['en'], version: '1', licence: 'CC0-1.0' };

function dataset(entities: Record<string, string>, relations: Record<string, string> = {}, hash = 'new'): Dataset {
  const rows = (map: Record<string, string>) =>
    Object.entries(map).map(([id, own]) => ({ id, type: 'Theme', from: 'a', to: 'b', hash: own, properties: {} }));
  return { record, entities: rows(entities), relations: rows(relations), hash };
}

function held(from: Dataset, more: Partial<HeldState> = {}): HeldState {
  return {
    hash: from.hash,
    entities: new Map(from.entities.map((row) => [row.id, row])),
    relations: new Map(from.relations.map((row) => [row.id, row])),
    foreignNodes: 0,
    ...more,
  };
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`id-${at}`, 'h']));
const nothing = held(dataset({}), { hash: undefined });

describe('a plan', () => {
  it('is empty for the same content', () => {
    const same = dataset({ a: '1', b: '2' }, { r: '1' });
    expect(isEmpty(planChanges(same, held(same)))).toBe(true);
  });

  it('tells added, changed and removed rows apart', () => {
    const plan = planChanges(
      dataset({ a: '1', b: '3', c: '1' }),
      held(dataset({ a: '1', b: '2', d: '1' }, { r: '1' }, 'old')),
    );
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
    expect(ids(plan.entities.added)).toEqual(['c']);
    expect(ids(plan.entities.changed)).toEqual(['b']);
    expect(ids(plan.entities.removed)).toEqual(['d']);
    expect(ids(plan.relations.removed)).toEqual(['r']);
    expect(countChanges(plan)).toBe(4);
    expect(plan.basis).toBe('old');
  });

  it('knows a change of the data set alone', () => {
    const plan = planChanges(dataset({ a: '1' }), held(dataset({ a: '1' }, {}, 'old')));
    expect(countChanges(plan)).toBe(0);
    expect(isEmpty(plan)).toBe(false);
  });
});

describe('a guard', () => {
  function refusal(wanted: Dataset, state: HeldState, allowances: Allowances = {}): string {
    try {
      checkPlan(planChanges(wanted, state), state, allowances);
      return 'passed';
    } catch (error) {
      return error instanceof EntenteError ? error.code : 'other';
    }
  }

  it.each<[removed: number, of: number, allow: number | undefined, verdict: string]>([
    [2, 10, undefined, 'passed'],
    [3, 10, undefined, 'too-many-deletions'],
    [3, 10, 3, 'passed'],
    [3, 10, 2, 'too-many-deletions'],
    [1, 10, 0, 'too-many-deletions'],
    [10, 10, 10, 'passed'],
    [0, 0, undefined, 'passed'],
  ])('on removing %d of %d entities, %s allowed: %s', (removed, of, allowDelete, verdict) => {
    const allowances = allowDelete === undefined ? {} : { allowDelete };
    expect(refusal(dataset(many(of - removed)), held(dataset(many(of))), allowances)).toBe(verdict);
  });

  it('looks at relations by themselves', () => {
    expect(refusal(dataset(many(100)), held(dataset(many(100), { r: '1' })))).toBe('too-many-deletions');
  });

  it('refuses nodes of others unless they are to be kept', () => {
    const state = { ...nothing, foreignNodes: 1 };
    expect(refusal(dataset({ a: '1' }), state)).toBe('foreign-nodes');
    expect(refusal(dataset({ a: '1' }), state, { keepForeign: true })).toBe('passed');
  });

  it('refuses more changes than one transaction takes', () => {
    expect(refusal(dataset(many(40_000)), nothing)).toBe('passed');
    expect(refusal(dataset(many(40_001)), nothing)).toBe('too-many-changes');
  });
});

describe('a report', () => {
  const wanted = dataset({ a: '1', b: '2' }, { 'a--part-of--b': '1' });
  const plan = planChanges(wanted, held(dataset({ a: '0', c: '1' }, {}, 'old')));

  it('lists what is added, changed and removed', () => {
    expect(textReport({ outcome: 'written', dataset: wanted, plan }, 'data/seed')).toEqual([
      'added: 1 entity, 1 relation',
      '  + b',
      '  + a--part-of--b',
      'changed: 1 entity, 0 relations',
      '  ~ a',
      'removed: 1 entity, 0 relations',
      '  - c',
      'test 1 (2 entities, 1 relation) is in the database.',
    ]);
  });

  it('names no more than twenty ids of a kind', () => {
    const large = dataset(many(25));
    const lines = textReport({ outcome: 'planned', dataset: large, plan: planChanges(large, nothing) }, 'x');
    expect(lines).toHaveLength(23);
    expect(lines.at(-2)).toBe('  + and 5 more');
    expect(lines.at(-1)).toMatch(/Nothing was\.$/);
  });

  it('gives programs all ids', () => {
    expect(JSON.parse(jsonReport({ outcome: 'written', dataset: wanted, plan }))).toEqual({
      outcome: 'written',
      dataset: { id: 'test', version: '1', hash: 'new', entities: 2, relations: 1 },
      entities: { added: ['b'], changed: ['a'], removed: ['c'] },
      relations: { added: ['a--part-of--b'], changed: [], removed: [] },
    });
  });

  it('puts the folder before the path of a fault', () => {
    const faults = [{ path: 'entities/a.yaml', line: 3, column: 4, code: 'unknown-key', message: 'No.' }];
    expect(textReport({ outcome: 'faulty', faults }, 'data/seed/')).toEqual([
      'data/seed/entities/a.yaml:3:4: unknown-key: No.',
      '1 fault in 1 file. Nothing was written.',
    ]);
    expect(JSON.parse(jsonReport({ outcome: 'faulty', faults }))).toEqual({ outcome: 'faulty', faults });
  });

  it('tells a refusal as a sentence or as JSON', () => {
    const error = new EntenteError({ code: 'locked', message: 'It is locked.', advice: 'Wait.', details: { pid: 1 } });
    expect(refusalReport(error, false)).toEqual(['It is locked. Wait. Nothing was written.']);
    expect(JSON.parse(refusalReport(error, true)[0] ?? '')).toEqual({
      outcome: 'refused',
      error: { code: 'locked', message: 'It is locked.', advice: 'Wait.', details: { pid: 1 } },
    });
  });
});
