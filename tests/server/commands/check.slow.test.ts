// `entente check` without a folder: the shipped data set, and the saved queries as the database plans them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../server/neo4j/database.ts';
import { databaseEnvironment, openEmptyDatabase } from '../../neo4j/support.ts';
import { addCheckCommand } from '../../../server/commands/check.ts';
import { commandWithin } from './run-command.ts';

const home = mkdtempSync(join(tmpdir(), 'entente-check-'));
const check = commandWithin(addCheckCommand, { ...databaseEnvironment(), ENTENTE_HOME: home });
let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(async () => {
  rmSync(home, { recursive: true });
  await database.close();
});

const textOf = (id: string, cypher: string) => `/* ---
id: ${id}
title: { en: Mine, de: Meine }
description: { en: My own., de: Meine eigene. }
columns: [{ name: id, label: { en: Id, de: Id } }]
--- */
${cypher}
`;

describe('entente check', () => {
  it('finds the shipped data set and every shipped query without fault', async () => {
    const { code, out } = await check('check');
    expect(out).toMatch(/is without fault\.\n\d+ saved queries are without fault\.\n$/);
    expect(code).toBe(0);
  });

  it('tells what only the database sees in own queries, unless it is left out', async () => {
    mkdirSync(join(home, 'queries'));
    writeFileSync(
      join(home, 'queries/bad.cypher'),
      textOf('bad', 'MATCH (c:Country)\nRETURN c.id AS id, missing AS other'),
    );
    writeFileSync(join(home, 'queries/writes.cypher'), textOf('writes', 'CREATE (c:Country) RETURN c.id AS id'));
    const planned = await check('check');
    const unplanned = await check('check', '--no-database');
    const json = await check('check', '--json');
    expect(planned.code).toBe(1);
    expect(planned.out).toMatch(/queries\/bad\.cypher:8: Variable `missing` not defined/);
    expect(planned.out).toMatch(/queries\/writes\.cypher:7: /);
    expect(planned.out).toMatch(/\n2 faults in 2 of \d+ files of saved queries\.\n$/);
    expect(unplanned.out).not.toContain('bad.cypher');
    expect(JSON.parse(json.out)).toMatchObject({
      outcome: 'checked',
      queries: {
        faults: [
          { path: 'queries/bad.cypher', line: 8 },
          { path: 'queries/writes.cypher', line: 7 },
        ],
      },
    });
  });

  it('says so where the database cannot be asked', async () => {
    const away = commandWithin(addCheckCommand, {
      NEO4J_URI: 'bolt://127.0.0.1:1',
      NEO4J_PASSWORD: 'x',
      ENTENTE_HOME: home,
    });
    expect(await away('check')).toMatchObject({
      code: 1,
      out: expect.stringContaining('were not planned by the database'),
    });
  });
});
