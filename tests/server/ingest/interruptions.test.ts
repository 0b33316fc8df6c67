// What is told and kept when ingestions meet, leases run out, and connections are lost at COMMIT.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { ingest } from '../../../server/ingest/ingest.ts';
import type { IngestResult } from '../../../server/ingest/ingest.ts';
import { takeLease } from '../../../server/ingest/lease.ts';
import type { Dataset } from '../../../server/ingest/stored.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { connect, createDatabase } from '../../../server/neo4j/driver-database.ts';
import { silentNotes } from '../../../server/neo4j/notes.ts';
import { parseStatement } from '../../../server/neo4j/statements.ts';
import { emptyDatabase, openEmptyDatabase } from '../../neo4j/support.ts';
import { startBoltProxy } from './bolt-proxy.ts';
import type { BoltProxy } from './bolt-proxy.ts';
import { datasetOf, heldVersion } from './content.ts';

const graph = fileURLToPath(new URL('../../fixtures/graph', import.meta.url));
const newer = mkdtempSync(join(tmpdir(), 'entente-newer-'));
let database: Database;
let throughProxy: Database;
let proxy: BoltProxy;
let versions: Dataset[];

beforeAll(async () => {
  const { uri, user, password } = inject('neo4j');
  database = await openEmptyDatabase();
  proxy = await startBoltProxy(uri);
  throughProxy = createDatabase({ driver: connect(proxy.uri, user, password) });
  cpSync(graph, newer, { recursive: true });
  edit('dataset.yaml', '1.0.0', '2.0.0');
  edit('entities/persons.yaml', 'name: Friedrich Merz', 'name: Joachim-Friedrich Merz');
  edit('relations/comments.yaml', 'The president is glad', 'The president was glad');
  versions = [await datasetOf(graph), await datasetOf(newer)];
});
beforeEach(() => emptyDatabase(database));
afterAll(async () => {
  rmSync(newer, { recursive: true, force: true });
  await throughProxy.close();
  proxy.close();
  await database.close();
});

function edit(file: string, before: string, after: string): void {
  const text = readFileSync(join(newer, file), 'utf8');
  expect(text).toContain(before);
  writeFileSync(join(newer, file), text.replace(before, after));
}

async function run(folder: string, through: Database = database): Promise<IngestResult> {
  return ingest({ database: through, folder, vocabulary: await loadVocabulary(), notes: silentNotes });
}

async function holdLease(properties: Record<string, unknown>, untilSeconds: number): Promise<void> {
  const text = `CREATE (lease:IngestLease {name: 'ingest'})
    SET lease += $properties, lease.until = datetime.realtime() + duration({seconds: $untilSeconds})`;
  await database.writeOnce(parseStatement('test', text), { properties, untilSeconds });
}

describe('a lease', () => {
  it('that another machine holds stops an ingestion, which says who holds it until when', async () => {
    await holdLease({ token: 'theirs', host: 'elsewhere', pid: 4711 }, 30);
    await expect(run(graph)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(/process 4711 on elsewhere .* until 20\d\d-/),
      details: { host: 'elsewhere', pid: 4711 },
    });
    expect(await heldVersion(database, versions)).toBe('none');
  });

  it('is not asked for where there is nothing to write', async () => {
    await run(graph);
    await holdLease({ token: 'theirs', host: 'elsewhere', pid: 4711 }, 30);
    expect(await run(graph)).toMatchObject({ outcome: 'same' });
  });

  it('that has run out is taken over', async () => {
    await holdLease({ token: 'theirs', host: 'elsewhere', pid: 4711 }, -1);
    expect(await run(graph)).toMatchObject({ outcome: 'written' });
  });

  it('of a process of this machine that is no more is taken over at once', async () => {
    await holdLease({ token: 'theirs', host: hostname(), pid: 2 ** 22 + 1 }, 30);
    expect(await run(graph)).toMatchObject({ outcome: 'written' });
  });

  it('is renewed while its holder works', async () => {
    const lease = await takeLease(database, 1.5);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await expect(run(graph)).rejects.toMatchObject({ code: 'locked' });
    await lease.release();
    expect(await run(graph)).toMatchObject({ outcome: 'written' });
  });

  it('that was taken over meanwhile lets nothing be written', async () => {
    await run(graph);
    const stolen = stealingLease(database);
    await expect(run(newer, stolen)).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await heldVersion(database, versions)).toBe('1.0.0');
  });
});

describe('two ingestions at once', () => {
  it('have one winner, and the other says who holds the lock', async () => {
    await run(graph);
    const both = await Promise.allSettled([run(newer), run(newer), run(newer)]);
    const won = both.filter((each) => each.status === 'fulfilled' && each.value.outcome === 'written');
    expect(won).toHaveLength(1);
    for (const each of both) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'locked' });
    }
    expect(await heldVersion(database, versions)).toBe('2.0.0');
    expect(await run(newer)).toMatchObject({ outcome: 'same' });
  });
});

describe('a connection that is lost at COMMIT', () => {
  it.each(['cut-after', 'cut-before'] as const)('is mended, whether or not COMMIT got through: %s', async (how) => {
    await run(graph);
    const happened = proxy.at(how);
    expect(await run(newer, throughProxy)).toMatchObject({ outcome: 'written' });
    await happened;
    expect(await heldVersion(database, versions)).toBe('2.0.0');
    expect(await run(newer)).toMatchObject({ outcome: 'same' });
    const { rows } = await database.stream(
      'MATCH (l:IngestLease) RETURN count(l)',
      {},
      { timeoutMs: 5_000, rowLimit: 1 },
    );
    expect(rows).toEqual([[0]]);
  });
});

describe('somebody who changes the data set meanwhile', () => {
  it('makes the ingestion look again', async () => {
    await run(graph);
    let changed = false;
    const meddling: Database = {
      ...database,
      async write(work, options) {
        if (!changed) {
          changed = true;
          const text = "MATCH (d:DataSet) SET d.hash = 'meddled' RETURN d.hash";
          await database.writeOnce(parseStatement('test', text));
        }
        return database.write(work, options);
      },
    };
    expect(await run(newer, meddling)).toMatchObject({ outcome: 'written' });
    expect(await heldVersion(database, versions)).toBe('2.0.0');
  });
});

describe('somebody who removes an end meanwhile', () => {
  it('makes the whole ingestion fail, and the next one mends it', async () => {
    await run(graph);
    const text = "MATCH (n:Entity {id: 'nl-drone-money'}) DETACH DELETE n";
    const meddling: Database = {
      ...database,
      async write(work, options) {
        await database.writeOnce(parseStatement('test', text));
        return database.write(work, options);
      },
    };
    await expect(run(newer, meddling)).rejects.toMatchObject({ code: 'rows-missing' });
    expect(await heldVersion(database, versions)).toBe('1.0.0, but with other content');
    expect(await run(newer)).toMatchObject({ outcome: 'written' });
    expect(await heldVersion(database, versions)).toBe('2.0.0');
  });
});

/** A database in which somebody else takes over the lease while rows are being written. */
function stealingLease(inner: Database): Database {
  const steal = parseStatement('test', "MATCH (l:IngestLease) SET l.token = 'stolen', l.host = 'elsewhere', l.pid = 1");
  let stolen = false;
  return {
    ...inner,
    write: (work, options) =>
      inner.write(
        (tx) =>
          work({
            async run(statement, parameters) {
              if (!stolen && statement.name === 'write/store-dataset') await inner.writeOnce(steal);
              stolen ||= statement.name === 'write/store-dataset';
              return tx.run(statement, parameters);
            },
          }),
        options,
      ),
  };
}
