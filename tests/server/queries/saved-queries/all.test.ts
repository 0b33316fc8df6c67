// What holds for every shipped query: it is tested here, it is without fault, it answers what its head names.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../data/model/graph.ts';
import type { QueryParameter } from '../../../../server/contract/shapes.ts';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, shippedQueries, type Given } from './on-test-graph.ts';

const { run } = savedQueriesOnTestGraph(openEmptyDatabase);
const here = new URL('.', import.meta.url);
const ids = readdirSync('cypher/saved').flatMap((name) => (name.endsWith('.cypher') ? [name.slice(0, -7)] : []));

describe('the shipped queries', () => {
  it('are at least 25, all without fault', async () => {
    expect(await shippedQueries.faults()).toEqual([]);
    const listed = await shippedQueries.list();
    expect(listed.map(({ query }) => query.id)).toEqual([...ids].sort());
    expect(ids.length).toBeGreaterThanOrEqual(25);
  });

  it('have parameters of every kind', async () => {
    const listed = await shippedQueries.list();
    const kinds = new Set(listed.flatMap(({ query }) => query.parameters.map(({ kind }) => kind)));
    const range = ['date', 'dateRange', 'edtf', 'integer', 'decimal', 'boolean', 'text', 'enumeration'];
    const named = ['entity', 'entities', 'entityType', 'relationType', 'relationTypes'];
    expect([...kinds].sort()).toEqual([...range, ...named].sort());
  });

  it.each(ids)('%s is tested in the file of its first tag', async (id) => {
    const { query } = await shippedQueries.get(id);
    const text = readFileSync(new URL(`${query.tags[0]}.test.ts`, here), 'utf8');
    expect(text).toContain(`describe('${id}', `);
  });

  it.each(ids)('%s runs as pasted, says how to set its parameters, and orders its rows', async (id) => {
    const { query, text } = await shippedQueries.get(id);
    const names = query.parameters.map(({ name }) => name);
    // `:params` reads no functions, so days are set by `:param`, which does.
    const hint = /^\/\/ In Neo4j Browser set the parameters? first, for example (:params .*)$/m.exec(text)?.[1] ?? '';
    const set = [...hint.matchAll(/(\w+): |:param (\w+) =>/g)].map((match) => match[1] ?? match[2]);
    expect(set).toEqual(expect.arrayContaining(names));
    expect(/:params [^=]*date\(/.test(hint)).toBe(false);
    expect(text.slice(text.lastIndexOf('\nORDER BY')).trimEnd()).toMatch(/\b(id|item|line|stops|value)$/);
  });

  it.each(ids)('%s answers the columns that its head names, in that order', async (id) => {
    const { query } = await shippedQueries.get(id);
    const required = query.parameters.filter((parameter) => parameter.required && parameter.default === undefined);
    const given: Given = Object.fromEntries(required.map((parameter) => [parameter.name, someValue(parameter)]));
    const { columns } = await run(id, given);
    expect(columns).toEqual(query.columns.map(({ name }) => name));
  });
});

describe('a saved query', () => {
  it.each([
    ['supply-chain-of-a-system', {}, [['parameters.system', 'is required']]],
    [
      'supply-chain-of-a-system',
      { system: 'nobody' },
      [['parameters.system', 'names no entity: there is none with the id "nobody"']],
    ],
    [
      'supply-chain-of-a-system',
      { system: 'germany' },
      [['parameters.system', 'must be a Programme or Theme, and "germany" is a Country']],
    ],
    [
      'undertakings-by-firmness',
      { theme: 1, x: 2 },
      [
        ['parameters.x', 'is no parameter of this query'],
        ['parameters.theme', 'must be the id of an entity'],
      ],
    ],
    ['grades-below-b', { credibility: 7 }, [['parameters.credibility', 'must be 6 or less']]],
  ] satisfies [string, Given, string[][]][])('%s refuses %j', async (id, given, faults) => {
    await expect(run(id, given)).rejects.toMatchObject({
      code: 'bad-parameters',
      status: 400,
      details: { errors: faults.map(([path, message]) => ({ path, message })) },
    });
  });
});

const entityOfType: Record<string, string> = {
  Agreement: 'de-it-agreement',
  Country: 'germany',
  Person: 'friedrich-merz',
  Programme: 'eurofighter',
  Source: 'official-text',
  Theme: 'drones',
};

function someValue({ kind, types }: QueryParameter): Json {
  if (kind === 'entity') return entityOfType[types?.[0] ?? 'Country'] ?? null;
  return kind === 'date' ? '2026-01-23' : '2026';
}
