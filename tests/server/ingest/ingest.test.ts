// Ingestion into the real database: what is written, what is left alone, what is refused.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../../server/ingest/ingest.ts';
import type { IngestRequest, IngestResult } from '../../../server/ingest/ingest.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { silentNotes } from '../../../server/neo4j/notes.ts';
import { parseStatement } from '../../../server/neo4j/statements.ts';
import { emptyDatabase, openEmptyDatabase } from '../../neo4j/support.ts';

const graph = fileURLToPath(new URL('../../fixtures/graph', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'entente-ingest-'));
let database: Database;

beforeAll(async () => {
  database = await openEmptyDatabase();
});
beforeEach(async () => {
  await emptyDatabase(database);
  rmSync(folder, { recursive: true, force: true });
  cpSync(graph, folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

async function run(more: Partial<IngestRequest> = {}): Promise<IngestResult> {
  return ingest({ database, folder, vocabulary: await loadVocabulary(), notes: silentNotes, ...more });
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, file), after);
}

/** The record of a file that begins with this line, gone. */
function without(firstLine: string): (text: string) => string {
  return (text) => {
    const records = text.split(/^(?=- )/m);
    return records.filter((record) => !record.startsWith(firstLine)).join('');
  };
}

async function ask(text: string, parameters: Record<string, unknown> = {}) {
  return (await database.stream(text, parameters, { timeoutMs: 10_000, rowLimit: 1000 })).rows;
}

async function change(text: string, parameters: Record<string, unknown> = {}): Promise<void> {
  await database.writeOnce(parseStatement('test', text), parameters);
}

const everything = `MATCH (n) WHERE NOT n:IngestLease OPTIONAL MATCH (n)-[r]->(m)
  RETURN coalesce(n.id, ''), labels(n), properties(n), type(r), properties(r), coalesce(m.id, '') ORDER BY n.id, r.id`;

describe('a first ingestion', () => {
  it('writes all entities and relations, and the data set', async () => {
    const result = await run();
    expect(result).toMatchObject({ outcome: 'written', dataset: { record: { id: 'fixture' } } });
    expect(await ask('MATCH (n:Entity) RETURN count(n), count(n.recordedAt)')).toEqual([[58, 58]]);
    expect(await ask('MATCH ()-[r]->() RETURN count(r), count(r.updatedAt)')).toEqual([[80, 80]]);
    const [[dataset]] = (await ask('MATCH (d:DataSet) RETURN properties(d)')) as [[Record<string, unknown>]];
    expect(dataset).toMatchObject({
      id: 'fixture',
      title: '{"en":"Test graph","de":"Testgraph"}',
      version: '1.0.0',
      licence: 'CC0-1.0',
      entities: 58,
      relations: 80,
      hash: 'dataset' in result ? result.dataset.hash : '',
    });
    expect(dataset['bookmarks']).toHaveLength(1);
  });

  it('leaves dates as dates, evidence as parallel lists and no lease', async () => {
    await run();
    expect(
      await ask('MATCH (n {id: $id}) RETURN n.dateFrom, n.dateTo, n.dateOpen, labels(n)', { id: 'eumam-ukraine' }),
    ).toEqual([[{ $type: 'Date', value: '2022-11-15' }, null, true, ['Entity', 'Mission']]]);
    const even = evidenceLists.map((name) => `size(r.${name}) = size(r.sources)`).join(' AND ');
    expect(await ask(`MATCH ()-[r]->() RETURN DISTINCT ${even}, min(size(r.sources)) > 0`)).toEqual([[true, true]]);
    expect(await ask('MATCH (l:IngestLease) RETURN count(l)')).toEqual([[0]]);
  });
});

const evidenceLists = [
  ...['sources', 'locators', 'statements', 'attributedTo', 'fields', 'values', 'certainties', 'asOf'],
  ...['grades', 'quotes', 'codedBy', 'reviewedBy', 'reviewedOn'],
];

describe('a second ingestion', () => {
  it('of the same writes nothing, not even a lease', async () => {
    await run();
    const before = await ask(everything);
    const counting = countingWrites(database);
    expect(await run({ database: counting.database })).toMatchObject({ outcome: 'same' });
    expect(counting.writes()).toBe(0);
    expect(await ask(everything)).toEqual(before);
  });

  it('writes what was added, changed and removed, and nothing else', async () => {
    await run();
    edit('entities/persons.yaml', (text) => text.replace('name: Friedrich Merz', 'name: Joachim-Friedrich Merz'));
    edit('relations/comments.yaml', without('- from: boris-pistorius'));
    edit('entities/themes.yaml', (text) =>
      text.replace('- id: drones\n', '- id: uncrewed\n').concat(copyOf(text, 'drones')),
    );
    const times = await ask('MATCH (n {id: $id}) RETURN n.recordedAt, n.updatedAt', { id: 'friedrich-merz' });
    const result = await run();
    if (result.outcome !== 'written') throw new Error(result.outcome);
    expect(idsOf(result.plan.entities)).toEqual({ added: ['uncrewed'], changed: ['friedrich-merz'], removed: [] });
    expect(idsOf(result.plan.relations)).toEqual({
      added: [],
      changed: [],
      removed: ['boris-pistorius--comments-on--ua-raytheon-contract'],
    });
    const [[name, recordedAt, updatedAt]] = (await ask('MATCH (n {id: $id}) RETURN n.name, n.recordedAt, n.updatedAt', {
      id: 'friedrich-merz',
    })) as [[string, unknown, unknown]];
    expect(name).toBe('Joachim-Friedrich Merz');
    expect(recordedAt).toEqual(times[0]?.[0]);
    expect(updatedAt).not.toEqual(times[0]?.[1]);
    expect(await run()).toMatchObject({ outcome: 'same' });
  });

  it('removes properties that the record no longer has', async () => {
    await run();
    edit('entities/events.yaml', (text) => text.replace('  mode: physical\n', ''));
    edit('relations/ukraine-support.yaml', (text) => text.replace('  amount: 248000000\n  currency: EUR\n', ''));
    await run();
    expect(await ask("MATCH (n {id: 'rome-consultations'}) RETURN n.mode")).toEqual([[null]]);
    expect(await ask("MATCH ()-[r:FINANCES]->({id: 'nl-drone-money'}) RETURN r.amount, r.currency")).toEqual([
      [null, null],
    ]);
  });

  it('gives an entity whose type changed its new label and keeps its relations', async () => {
    await run();
    edit('entities/themes.yaml', without('- id: drones'));
    edit('entities/programmes.yaml', (text) => text + asProgramme(copyOf(themes(), 'drones')));
    expect(await run()).toMatchObject({ outcome: 'written' });
    expect(await ask("MATCH (n {id: 'drones'})<-[:OF_ITEM]-(m) RETURN labels(n), count(m)")).toEqual([
      [['Entity', 'Programme'], 2],
    ]);
    expect(await run()).toMatchObject({ outcome: 'same' });
  });

  it('counts a new version of the data set alone as a change', async () => {
    await run();
    edit('dataset.yaml', (text) => text.replace('1.0.0', '1.0.1'));
    expect(await run()).toMatchObject({ outcome: 'written' });
    expect(await ask('MATCH (d:DataSet) RETURN d.version')).toEqual([['1.0.1']]);
    expect(await run()).toMatchObject({ outcome: 'same' });
  });
});

describe('a dry run', () => {
  it('tells the plan and writes nothing', async () => {
    expect(await run({ dryRun: true })).toMatchObject({ outcome: 'planned' });
    expect(await ask('MATCH (n) RETURN count(n)')).toEqual([[0]]);
  });
});

describe('removing much', () => {
  it('is refused without --allow-delete, and beyond what it allows', async () => {
    await run();
    edit('relations/ukraine-support.yaml', () => '[]\n');
    const before = await ask(everything);
    await expect(run()).rejects.toMatchObject({ code: 'too-many-deletions', details: { relations: 18 } });
    await expect(run({ allowDelete: 17 })).rejects.toMatchObject({ code: 'too-many-deletions' });
    expect(await ask(everything)).toEqual(before);
    expect(await run({ allowDelete: 18 })).toMatchObject({ outcome: 'written' });
  });
});

describe('nodes of others', () => {
  it('refuse a first ingestion without --keep-foreign, and stay untouched with it', async () => {
    await change("CREATE (:Person {name: 'Somebody'})-[:KNOWS]->(:Thing {id: 'germany'})");
    await expect(run()).rejects.toMatchObject({ code: 'foreign-nodes', details: { nodes: 2 } });
    expect(await ask('MATCH (n) RETURN count(n)')).toEqual([[2]]);
    expect(await run({ keepForeign: true })).toMatchObject({ outcome: 'written' });
    expect(
      await ask('MATCH (n:Person {name: $name})-[:KNOWS]->(m:Thing) RETURN properties(m)', { name: 'Somebody' }),
    ).toEqual([[{ id: 'germany' }]]);
    expect(await run()).toMatchObject({ outcome: 'same' });
  });

  it('do not lose an id to us', async () => {
    await change("CREATE (:Entity:Country {id: 'germany', name: 'Mine'})");
    await expect(run({ keepForeign: true })).rejects.toMatchObject({
      code: 'owned-elsewhere',
      details: { id: 'germany' },
    });
    expect(await ask('MATCH (n) RETURN n.name')).toEqual([['Mine']]);
  });

  it('keep an entity on which their relation ends', async () => {
    await run();
    await change("MATCH (a {id: 'mattei-plan'}), (b {id: 'rome'}) CREATE (b)-[:MINE]->(a)");
    edit('entities/instruments.yaml', without('- id: mattei-plan'));
    edit('relations/formats-and-events.yaml', without('- from: italy\n  type: RUNS'));
    await expect(run()).rejects.toMatchObject({ code: 'in-use', details: { id: 'mattei-plan' } });
    expect(await ask("MATCH (n {id: 'mattei-plan'}) RETURN count(n)")).toEqual([[1]]);
  });
});

describe('a second data set', () => {
  const other = mkdtempSync(join(tmpdir(), 'entente-other-'));
  afterAll(() => rmSync(other, { recursive: true, force: true }));
  const item = (source: string, statement: string) =>
    `  evidence:\n    - source: ${source}\n      locator: ¶1\n      statement: ${statement}\n      certainty: explicit\n      credibility: 3\n`;

  beforeEach(() => {
    cpSync(join(graph, 'dataset.yaml'), join(other, 'dataset.yaml'));
    const record =
      "id: other\ntitle: { en: Other }\nlanguages: [en]\nversion: '2'\nlicence: CC0-1.0\nextends: [fixture]\n";
    writeFileSync(join(other, 'dataset.yaml'), record);
    cpSync(join(graph, 'entities'), join(other, 'entities'), {
      recursive: true,
      filter: (path) => !path.endsWith('.yaml'),
    });
    cpSync(join(graph, 'relations'), join(other, 'relations'), {
      recursive: true,
      filter: (path) => !path.endsWith('.yaml'),
    });
    writeFileSync(
      join(other, 'entities/countries.yaml'),
      `- id: france\n  type: Country\n  name: France\n${item('news-item', 'France is named.')}`,
    );
    writeFileSync(
      join(other, 'relations/membership.yaml'),
      `- from: france\n  type: MEMBER_OF\n  to: nato\n${item('news-item', 'France is a member.')}`,
    );
  });

  it('may end its relations on entities of the one it extends, whose grade and date its evidence takes', async () => {
    await run();
    const before = await ask('MATCH (n {dataset: $d}) RETURN properties(n) ORDER BY n.id', { d: 'fixture' });
    expect(await run({ folder: other })).toMatchObject({ outcome: 'written' });
    expect(await ask("MATCH (:Country {id: 'france'})-[r]->(n {id: 'nato'}) RETURN type(r), r.grades, r.asOf")).toEqual(
      [['MEMBER_OF', ['B3'], ['2026-04-15']]],
    );
    expect(await ask('MATCH (n {dataset: $d}) RETURN properties(n) ORDER BY n.id', { d: 'fixture' })).toEqual(before);
    expect(await run()).toMatchObject({ outcome: 'same' });
  });

  it('reports ids that the extended set does not have either, and wrong ends', async () => {
    await run();
    writeFileSync(
      join(other, 'relations/membership.yaml'),
      `- from: france\n  type: MEMBER_OF\n  to: natto\n${item('news-item', 'One.')}- from: france\n  type: MEMBER_OF\n  to: berlin\n${item('new-item', 'Two.')}`,
    );
    const result = await run({ folder: other });
    expect(result.outcome === 'faulty' && result.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 7, 'unknown-id'],
      [11, 9, 'ends-not-allowed'],
      [14, 15, 'unknown-source'],
    ]);
  });

  it('stops the first one from removing what it rests on', async () => {
    await run();
    await run({ folder: other });
    edit('entities/organisations.yaml', without('- id: nato'));
    edit('dataset.yaml', (text) => text.replace(' nato,', ''));
    for (const file of ['relations/membership.yaml', 'relations/agreement.yaml']) {
      edit(file, (text) =>
        text
          .split(/^(?=- )/m)
          .filter((record) => !record.includes('to: nato\n'))
          .join(''),
      );
    }
    await expect(run()).rejects.toMatchObject({ code: 'in-use', details: { owner: 'other' } });
  });
});

function idsOf(changes: Record<'added' | 'changed' | 'removed', readonly { readonly id: string }[]>) {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return { added: ids(changes.added), changed: ids(changes.changed), removed: ids(changes.removed) };
}

function themes(): string {
  return readFileSync(join(graph, 'entities/themes.yaml'), 'utf8');
}

function asProgramme(record: string): string {
  return record.replace('type: Theme', 'type: Programme').replace('kind: capability-area', 'kind: class');
}

function copyOf(text: string, id: string): string {
  return text.split(/^(?=- )/m).find((record) => record.startsWith(`- id: ${id}\n`)) ?? '';
}

/** A database that counts the times it is asked to write. */
function countingWrites(inner: Database): { database: Database; writes: () => number } {
  let writes = 0;
  const counted = new Proxy(inner, {
    get(target, name: keyof Database) {
      if (name === 'write' || name === 'writeOnce') writes += 1;
      const member = target[name];
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { database: counted, writes: () => writes };
}
