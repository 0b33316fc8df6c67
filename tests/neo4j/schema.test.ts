// The constraints and indexes that our statements rely on, against the real database.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../server/neo4j/database.ts';
import { ensureSchema, namesIndex } from '../../server/neo4j/schema.ts';
import { parseStatement } from '../../server/neo4j/statements.ts';
import { emptyDatabase, openEmptyDatabase } from './support.ts';

let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
});
beforeEach(() => emptyDatabase(database));
afterAll(() => database.close());

const createEntity = parseStatement('test', 'CREATE (entity:Entity) SET entity = $properties');
const findByName = 'CALL db.index.fulltext.queryNodes($index, $text) YIELD node RETURN node.id AS id';

async function add(...entities: { id: string; allNames: string[] }[]): Promise<void> {
  await database.write(async (tx) => {
    for (const properties of entities) await tx.run(createEntity, { properties });
  });
}

describe('the full-text index over all names', () => {
  it.each([
    ['Yesilgoz', 'dilan-yesilgoz'],
    ['yeşilgöz', 'dilan-yesilgoz'],
    ['Turkiye', 'turkey'],
    ['TÜRKİYE', 'turkey'],
    ['Strassenbau', 'road-building'],
    ['Зеленський', 'volodymyr-zelensky'],
  ])('finds %s', async (text, id) => {
    await add(
      { id: 'dilan-yesilgoz', allNames: ['Dilan Yeşilgöz', 'Yeşilgöz-Zegerius'] },
      { id: 'turkey', allNames: ['Turkey', 'Türkiye', 'Türkei'] },
      { id: 'road-building', allNames: ['road building', 'Straßenbau'] },
      { id: 'volodymyr-zelensky', allNames: ['Volodymyr Zelensky', 'Зеленський'] },
    );
    const { rows } = await database.stream(findByName, { index: namesIndex, text }, { timeoutMs: 5_000, rowLimit: 10 });
    expect(rows).toEqual([[id]]);
  });
});

describe('the schema', () => {
  it('refuses a second entity with the same id', async () => {
    await add({ id: 'germany', allNames: ['Germany'] });
    await expect(add({ id: 'germany', allNames: ['Deutschland'] })).rejects.toMatchObject({
      code: 'constraint-violated',
    });
  });

  it('can be asked for again and again', async () => {
    await ensureSchema(database);
    await ensureSchema(database);
    const shown = await database.stream('SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name', {}, limits);
    expect(shown.rows).toEqual(
      expect.arrayContaining([
        ['dataset_id', 'ONLINE'],
        ['entity_dataset', 'ONLINE'],
        ['entity_id', 'ONLINE'],
        ['entity_names', 'ONLINE'],
      ]),
    );
  });

  it('is told apart from somebody else’s index of the same name', async () => {
    const dropped = parseStatement('test', 'DROP CONSTRAINT dataset_id');
    const foreign = parseStatement('test', 'CREATE INDEX dataset_id FOR (n:Foreign) ON (n.id)');
    await database.writeOnce(dropped);
    await database.writeOnce(foreign);
    await expect(ensureSchema(database, 0)).rejects.toMatchObject({ code: 'schema-conflict' });
    const { rows } = await database.stream('SHOW INDEXES YIELD name, labelsOrTypes', {}, limits);
    expect(rows).toContainEqual(['dataset_id', ['Foreign']]);
    await database.writeOnce(parseStatement('test', 'DROP INDEX dataset_id'));
    await ensureSchema(database);
  });

  it('has a head in each of its files that names the question', () => {
    const text = readFileSync(new URL('../../cypher/schema/entity-names.cypher', import.meta.url), 'utf8');
    expect(parseStatement('schema/entity-names', text).header.question).toMatch(/every name and alias/);
  });
});

const limits = { timeoutMs: 5_000, rowLimit: 100 };
