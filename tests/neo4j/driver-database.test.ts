// How sessions are opened and writes repeated, shown on a double of the driver: clusters, lost connections, lost answers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, it } from 'vitest';
import { openBookmarkFile } from '../../server/neo4j/bookmarks.ts';
import { createDatabase, driverConfig } from '../../server/neo4j/driver-database.ts';
import { parseStatement } from '../../server/neo4j/statements.ts';
import { driverDouble } from './driver-double.ts';

const statement = parseStatement('test', 'RETURN 1 AS one');
const lost = (code: string): Error =>
  new neo4j.Neo4jError('lost', code as ConstructorParameters<typeof neo4j.Neo4jError>[1], '', '');

describe('a session', () => {
  it('of a read is routed to a reader of the named database', async () => {
    const { driver, opened } = driverDouble();
    await createDatabase({ driver, database: 'pacts' }).read(statement);
    expect(opened).toEqual([expect.objectContaining({ defaultAccessMode: 'READ', database: 'pacts' })]);
  });

  it('of a write is routed to a writer, and leaves the database to the server where none is named', async () => {
    const { driver, opened } = driverDouble();
    const database = createDatabase({ driver });
    await database.write((tx) => tx.run(statement));
    await database.writeOnce(statement);
    expect(opened.map((options) => options.defaultAccessMode)).toEqual(['WRITE', 'WRITE']);
    expect(opened.every((options) => !('database' in options))).toBe(true);
  });

  it('runs a free query without retry', async () => {
    const { driver, opened } = driverDouble();
    await createDatabase({ driver })
      .explain('RETURN 1', {})
      .catch(() => undefined);
    expect(opened[0]).toMatchObject({ defaultAccessMode: 'READ', disableAutoCommitRetries: true });
  });

  it('shares its bookmarks with all others, so that a read sees the write before it', async () => {
    const { driver, opened } = driverDouble();
    const database = createDatabase({ driver });
    await database.write((tx) => tx.run(statement));
    await database.read(statement);
    expect(await opened[1]?.bookmarkManager?.getBookmarks()).toEqual(['bookmark:1']);
    expect(await database.lastBookmarks()).toEqual(['bookmark:1']);
  });

  it('has short timeouts and tells nobody about its use', () => {
    expect(driverConfig).toMatchObject({
      connectionTimeout: 5_000,
      maxConnectionPoolSize: 20,
      telemetryDisabled: true,
    });
  });
});

describe('bookmarks', () => {
  const home = mkdtempSync(join(tmpdir(), 'entente-bookmarks-'));
  afterAll(() => rmSync(home, { recursive: true }));

  it('that a command leaves are used by the next read of a program that runs', async () => {
    const command = openBookmarkFile(home, 'neo4j+s://a pacts');
    const program = openBookmarkFile(home, 'neo4j+s://a pacts');
    const { driver, opened } = driverDouble();
    const database = createDatabase({ driver, before: (serving) => serving.useBookmarks(program.recall()) });
    await database.read(statement);
    expect(await database.lastBookmarks()).toEqual([]);
    command.remember(['bookmark:of-the-command']);
    await database.read(statement);
    expect(await opened[1]?.bookmarkManager?.getBookmarks()).toEqual(['bookmark:of-the-command']);
    expect(program.recall()).toEqual([]);
  });

  it('of another database are left alone', () => {
    openBookmarkFile(home, 'neo4j+s://a pacts').remember(['bookmark:1']);
    expect(openBookmarkFile(home, 'neo4j+s://b').recall()).toEqual([]);
  });
});

describe('a write', () => {
  it.each([['ServiceUnavailable'], ['Neo.TransientError.Transaction.DeadlockDetected']])(
    'is done again after %s',
    async (code) => {
      let runs = 0;
      const { driver } = driverDouble({
        run: () => {
          runs += 1;
          if (runs === 1) throw lost(code);
        },
        rows: [{ one: 1 }],
      });
      expect(await createDatabase({ driver }).write((tx) => tx.run(statement))).toEqual([{ one: 1 }]);
      expect(runs).toBe(2);
    },
  );

  it('is given up within its bound', async () => {
    const { driver } = driverDouble({
      run: () => {
        throw lost('ServiceUnavailable');
      },
    });
    const began = performance.now();
    const write = createDatabase({ driver }).write((tx) => tx.run(statement), { retryForMs: 600 });
    await expect(write).rejects.toMatchObject({ code: 'database-unreachable' });
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it.each([
    ['ServiceUnavailable', 'commit-unknown', 1],
    ['SessionExpired', 'commit-unknown', 1],
    ['Neo.ClientError.Schema.ConstraintValidationFailed', 'constraint-violated', 1],
  ])('whose COMMIT ends in %s is told as %s after %i attempt', async (code, ours, attempts) => {
    let commits = 0;
    const { driver } = driverDouble({
      commit: () => {
        commits += 1;
        throw lost(code);
      },
    });
    await expect(createDatabase({ driver }).write((tx) => tx.run(statement))).rejects.toMatchObject({ code: ours });
    expect(commits).toBe(attempts);
  });

  it('is done again when the server itself refused the COMMIT for a passing reason', async () => {
    let commits = 0;
    const { driver } = driverDouble({
      commit: () => {
        commits += 1;
        if (commits === 1) throw lost('Neo.TransientError.Transaction.DeadlockDetected');
      },
    });
    await createDatabase({ driver }).write((tx) => tx.run(statement));
    expect(commits).toBe(2);
  });
});

describe('a server', () => {
  it.each([
    ['5.26.30', undefined],
    ['5.27-aura', undefined],
    ['2025.06.0', undefined],
    ['5.25.1', 'database-too-old'],
    ['4.4.40', 'database-too-old'],
  ])('of version %s: %s', async (version, code) => {
    const { driver } = driverDouble({ rows: [{ version, edition: 'community' }] });
    const ready = createDatabase({ driver }).ready();
    if (code === undefined) await ready;
    else await expect(ready).rejects.toMatchObject({ code, message: expect.stringContaining(version) as string });
  });

  it('that is gone is told about in the words of whoever runs it', async () => {
    const { driver } = driverDouble({
      run: () => {
        throw lost('ServiceUnavailable');
      },
    });
    const outage = (): never => {
      throw new Error('starting again');
    };
    await expect(createDatabase({ driver, outage }).read(statement)).rejects.toThrow('starting again');
  });
});
