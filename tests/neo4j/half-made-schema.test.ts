// A database that died while it made a constraint; shown on a double, because no statement makes an unfinished index.
import { expect, it } from 'vitest';
import { EntenteError } from '../../server/errors.ts';
import type { Database, Row, Statement } from '../../server/neo4j/database.ts';
import { ensureSchema } from '../../server/neo4j/schema.ts';

/** A database in which the constraint `entity_id` is half made until `finished` says otherwise; and what it was asked to write. */
function halfMadeDatabase(finished: () => boolean): { database: Database; written: string[] } {
  const written: string[] = [];
  let dropped = false;
  const database = {
    async writeOnce({ name }: Statement): Promise<Row[]> {
      written.push(name);
      if (name === 'schema/drop-half-made') dropped = true;
      const refused = name === 'schema/entity-id' && !dropped && !finished();
      if (refused) throw new EntenteError({ code: 'schema-conflict', message: 'There is an index of that name.' });
      return [];
    },
    read: async (): Promise<Row[]> => (dropped || finished() ? [] : [{ name: 'entity_id' }]),
  };
  return { database: database as unknown as Database, written };
}

it('makes the constraint after removing what is left of it', async () => {
  const { database, written } = halfMadeDatabase(() => false);
  await ensureSchema(database, 0);
  expect(written.slice(0, 3)).toEqual(['schema/entity-id', 'schema/drop-half-made', 'schema/entity-id']);
  expect(written.at(-1)).toBe('schema/await-indexes');
});

it('removes nothing where another program is just making it', async () => {
  const began = performance.now();
  const { database, written } = halfMadeDatabase(() => performance.now() > began + 300);
  await ensureSchema(database, 5_000);
  expect(written).not.toContain('schema/drop-half-made');
});
