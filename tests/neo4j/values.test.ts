// Values on their way through the real database and back: nothing is lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Json } from '../../server/neo4j/database.ts';
import { toParameters } from '../../server/neo4j/values.ts';
import { openEmptyDatabase } from './support.ts';

let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(() => database.close());

async function answer(expression: string, parameters: Record<string, unknown> = {}): Promise<Json> {
  const { rows } = await database.stream(`RETURN ${expression}`, parameters, { timeoutMs: 5_000, rowLimit: 10 });
  return rows[0]?.[0] ?? null;
}

const exact: readonly Json[] = [
  null,
  true,
  '',
  'Yeşilgöz 🛡️',
  0,
  -1,
  9007199254740991,
  1.5,
  [],
  [1, 'a', null, [2]],
  { a: 1, b: { c: [true] } },
  { $type: 'Integer', value: '9223372036854775807' },
  { $type: 'Integer', value: '-9007199254740993' },
  { $type: 'Float', value: 'NaN' },
  { $type: 'Float', value: '-Infinity' },
  { $type: 'Float', value: '-0.0' },
  { $type: 'Date', value: '2026-01-23' },
  { $type: 'Date', value: '-0044-03-15' },
  { $type: 'Date', value: '+12026-01-23' },
  { $type: 'LocalTime', value: '10:00:00.123456789' },
  { $type: 'Time', value: '10:00:00+01:00' },
  { $type: 'LocalDateTime', value: '2026-01-23T10:00:00.000000001' },
  { $type: 'DateTime', value: '2026-01-23T10:00:00.5Z'.replace('.5', '.500000000') },
  { $type: 'DateTime', value: '2026-10-25T02:30:00+01:00[Europe/Rome]' },
  { $type: 'Duration', value: 'P14M-3DT-1.500000000S'.replace('14M', '1Y2M') },
  { $type: 'Duration', value: 'P-1M' },
  { $type: 'Point', value: 'SRID=4326;POINT(12.5 41.9)' },
  { $type: 'Point', value: 'SRID=9157;POINT Z (1 2 3)' },
  { $type: 'Bytes', value: 'AAH/gA==' },
  { $type: 'Map', value: { $type: 'Date', value: 'not one' } },
];

describe('plain JSON', () => {
  it.each(exact.map((value) => [JSON.stringify(value), value]))('comes back as it went: %s', async (_, value) => {
    expect(await answer('$value', { value })).toEqual(value);
  });

  it.each([
    ['date("2026-01-23")', { $type: 'Date', value: '2026-01-23' }],
    ['date("-0044-03-15")', { $type: 'Date', value: '-0044-03-15' }],
    ['2 ^ 53 = 9007199254740992.0', true],
    ['9007199254740993', { $type: 'Integer', value: '9007199254740993' }],
    ['0.0 / 0.0', { $type: 'Float', value: 'NaN' }],
    [
      'datetime("2026-01-23T10:00[Europe/Rome]")',
      { $type: 'DateTime', value: '2026-01-23T10:00:00+01:00[Europe/Rome]' },
    ],
  ])('holds what the database makes of %s', async (expression, expected) => {
    expect(await answer(expression)).toEqual(expected);
  });

  it.each([
    ['$n', { n: 3 }, 'INTEGER NOT NULL'],
    ['$n', { n: 3.5 }, 'FLOAT NOT NULL'],
    ['$n', { n: { $type: 'Float', value: '3' } }, 'FLOAT NOT NULL'],
    ['$map.n', { map: { n: 248000000 } }, 'INTEGER NOT NULL'],
    ['$d', { d: { $type: 'Date', value: '2026-01-23' } }, 'DATE NOT NULL'],
  ])('is of the right type in the database: %s from %j', async (expression, parameters, type) => {
    expect(await answer(`valueType(${expression})`, parameters)).toBe(type);
  });

  it.each([
    [{ d: { $type: 'Date', value: 'yesterday' } }],
    [{ d: { $type: 'Colour', value: 'red' } }],
    [{ d: { $type: 'toString', value: 'x' } }],
    [{ d: { $type: 'Integer', value: '1e3' } }],
    [{ d: { $type: 'Date' } }],
    [{ d: new Date() }],
    [{ d: () => 1 }],
  ])('is refused as a parameter where it is none: %j', (parameters) => {
    expect(() => toParameters(parameters)).toThrow(expect.objectContaining({ code: 'bad-parameter', status: 400 }));
  });
});

describe('graph values', () => {
  const create = `CREATE (a:Entity:Country {id: 'a', n: 1})-[:MEMBER_OF {id: 'ab'}]->(b:Entity {id: 'b'})`;

  it('come with labels, properties and the ids of their ends', async () => {
    await database.writeOnce({ name: 'test', text: create, header: emptyHeader });
    const all = await database.stream('MATCH p = (a {id: "a"})-[r]->(b) RETURN r, [a, b] AS ends, p', {}, limits);
    const relation = { $type: 'Relationship', type: 'MEMBER_OF', from: 'a', to: 'b', properties: { id: 'ab' } };
    const nodes = [
      { $type: 'Node', labels: ['Country', 'Entity'], properties: { id: 'a', n: 1 } },
      { $type: 'Node', labels: ['Entity'], properties: { id: 'b' } },
    ];
    expect(all.rows).toEqual([[relation, nodes, { $type: 'Path', nodes, relations: [relation] }]]);
    expect(all.nodes.map((node) => node.properties['id'])).toEqual(['a', 'b']);
    expect(all.relations).toHaveLength(1);
    expect(all.relations[0]?.fromElementId).toBe(all.nodes[0]?.elementId);
  });

  it('have no ends where the answer does not hold them', async () => {
    const { rows } = await database.stream('MATCH ()-[r:MEMBER_OF]->() RETURN r', {}, limits);
    expect(rows[0]?.[0]).toMatchObject({ from: null, to: null });
  });
});

const limits = { timeoutMs: 5_000, rowLimit: 10 };
const emptyHeader = { question: '', parameters: [], columns: [], order: '', bound: '' };
