// The shipped data set holds every paragraph of the three documents, each statement once, and the facts that are easy to get wrong.
import { describe, expect, it } from 'vitest';
import { entities, entityById, readCoverage, relations } from './seed.ts';

const range = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

/** What the documents consist of, counted by hand. */
const paragraphs: Readonly<Record<string, readonly string[]>> = {
  'de-it-agreement-2026-01-23': ['title', 'preamble', ...range('§', 34), 'signature', ...range('heading ', 10)],
  'de-it-press-article': [...range('¶', 15), ...range('heading ', 3)],
  'duitslandweb-2026-04-15': ['title', 'byline', ...range('¶', 6), 'heading 1', 'download note'],
};

const facts = [...entities, ...relations];
const factIds = new Set(facts.map(({ id }) => id));
const place = (source: string, locator: string) => `${source} ${locator}`;
const coverage = readCoverage();

describe('coverage', () => {
  it('lists every paragraph of every document, in order', () => {
    const listed = Object.fromEntries(
      coverage.map(({ document, paragraphs: list }) => [document, list.map(({ locator }) => locator)]),
    );
    expect(listed).toEqual(paragraphs);
  });

  it('gives each paragraph facts or a reason, not both', () => {
    const undecided = coverage.flatMap(({ document, paragraphs: list }) =>
      list
        .filter(({ facts: ids, reason }) => (ids === undefined) === (reason === undefined))
        .map(({ locator }) => place(document, locator)),
    );
    expect(undecided).toEqual([]);
  });

  it('names facts that exist and rest on that paragraph, and all of them', () => {
    const listed = coverage.flatMap(({ document, paragraphs: list }) =>
      list.flatMap(({ locator, facts: ids = [] }) => ids.map((id) => `${place(document, locator)} ${id}`)),
    );
    const resting = facts.flatMap(({ id, evidence }) =>
      evidence.map(({ source, locator }) => `${place(source, locator)} ${id}`),
    );
    expect([...new Set(listed)].sort()).toEqual([...new Set(resting)].sort());
    expect(listed.filter((line) => !factIds.has(line.split(' ').at(-1) ?? ''))).toEqual([]);
  });
});

describe('statements', () => {
  const narrated = ['Agreement', 'Commitment', 'Pledge', 'Format', 'Event'];

  /** Whether these facts are one agreement, commitment, pledge, format or event and relations that end on it. */
  function belongTogether(ids: readonly string[]): boolean {
    const nodes = ids.filter((id) => entityById.has(id));
    const edges = relations.filter(({ id }) => ids.includes(id));
    const hubs = nodes.length > 0 ? nodes : edges.flatMap(({ from, to }) => [from, to]);
    return (
      new Set(ids).size === ids.length &&
      nodes.length <= 1 &&
      hubs.some(
        (hub) =>
          narrated.includes(entityById.get(hub)?.type ?? '') &&
          edges.every(({ from, to }) => from === hub || to === hub),
      )
    );
  }

  it('are used once, except by one fact of many parts', () => {
    const users = new Map<string, string[]>();
    for (const { id, evidence } of facts) {
      for (const { statement } of evidence) users.set(statement, [...(users.get(statement) ?? []), id]);
    }
    const repeated = [...users].filter(([, ids]) => ids.length > 1 && !belongTogether(ids));
    expect(repeated).toEqual([]);
  });

  it('would be caught when two facts that have nothing in common share one', () => {
    expect(belongTogether(['germany', 'italy'])).toBe(false);
    expect(belongTogether(['germany--member-of--nato', 'italy--member-of--nato'])).toBe(false);
    expect(belongTogether(['de-it-agreement-2026', 'germany--party-to--de-it-agreement-2026'])).toBe(true);
  });
});

describe('the facts', () => {
  const entity = (id: string) => entityById.get(id) ?? expect.fail(`no entity ${id}`);
  const relation = (id: string) => relations.find((record) => record.id === id) ?? expect.fail(`no relation ${id}`);
  const into = (type: string) => relations.filter((record) => record.type === type);

  it('are as many as a careful reader finds', () => {
    expect(entities.length).toBeGreaterThan(240);
    expect(relations.length).toBeGreaterThan(450);
  });

  it('say that the German-Italian text is neither binding nor a treaty', () => {
    expect(entity('de-it-agreement-2026')).toMatchObject({
      legallyBinding: false,
      isTreaty: false,
      date: '2026-01-23',
    });
  });

  it('name OCCAR for REACT and ESSOR only', () => {
    const managed = into('MANAGES').map(({ from, to }) => `${from} ${to}`);
    expect(managed.sort()).toEqual(['occar essor', 'occar react']);
  });

  it('let cooperation only possibly build on existing projects', () => {
    const loose = into('BUILDS_ON');
    expect(loose.length).toBeGreaterThan(8);
    expect(loose.filter(({ from }) => entity(from)['modality'] !== 'could')).toEqual([]);
  });

  it('report nothing as delivered', () => {
    expect(facts.filter((fact) => fact['status'] === 'delivered')).toEqual([]);
  });

  it('keep both readings where the documents differ', () => {
    const readings = (id: string, field: string) =>
      new Set(
        entity(id)
          .evidence.filter((item) => item['field'] === field)
          .map((item) => item['value']),
      );
    expect(readings('de-it-agreement-2026', 'name').size).toBe(2);
    expect(readings('eurodrone', 'status')).toEqual(new Set(['existing', 'planned']));
    expect(readings('de-it-2-plus-2', 'status').size).toBe(2);
  });

  it('resolve weekdays to dates', () => {
    expect(entity('de-ua-agreement-2026')['date']).toBe('2026-04-14');
    expect(entity('udcg-meeting-2026-04-15')['date']).toBe('2026-04-15');
  });

  it('hold sums and quantities with unit and currency, vague ones as written', () => {
    expect(relation('netherlands--finances--nl-drones-for-ukraine')).toMatchObject({ amount: 248e6, currency: 'EUR' });
    expect(relation('uk-drones-for-ukraine--of-item--drones')).toMatchObject({ quantity: 120_000 });
    const missiles = relation('ua-raytheon-contract--of-item--patriot-missiles');
    expect(missiles).toMatchObject({ quantityAsWritten: 'enkele honderden' });
    expect(missiles['quantity']).toBeUndefined();
  });

  it('grade what cannot be judged F6 and give every grade a reason', () => {
    const sources = entities.filter(({ type }) => type === 'Source');
    expect(sources.filter((source) => typeof source['reliabilityWhy'] !== 'string')).toEqual([]);
    expect(sources.filter(({ kind, reliability }) => kind === 'cited' && reliability !== 'F')).toEqual([]);
  });
});
