// Ingestion into the real database: what is written, what is left alone, what is refused.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../server/neo4j/database.ts';
import { emptyDatabase, openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph } from '../queries/put-graph.ts';
import { useGraphFolder, without } from './graph-folder.ts';

const { database, run, edit, ask } = useGraphFolder(openEmptyDatabase, emptyDatabase);

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
    const counting = countingWrites(database());
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

describe('bookmarks that cannot be left with the data set', () => {
  it('are told of, with what follows, and the data set is written all the same', async () => {
    const said: string[] = [];
    const failing = failingAt('lastBookmarks', database());
    const notes = { say: (sentence: string) => void said.push(sentence), progress: () => undefined };
    expect(await run({ database: failing, notes })).toMatchObject({ outcome: 'written' });
    expect(said).toEqual([expect.stringMatching(/^The data set is written, but .* \(no answer\): .*other machines/)]);
    expect(await ask('MATCH (d:DataSet) RETURN d.entities, d.bookmarks')).toEqual([[58, null]]);
  });
});

function idsOf(changes: Record<'added' | 'changed' | 'removed', readonly { readonly id: string }[]>) {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return { added: ids(changes.added), changed: ids(changes.changed), removed: ids(changes.removed) };
}

function themes(): string {
  return readFileSync(join(fixtureGraph, 'entities/themes.yaml'), 'utf8');
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

/** A database of which one verb fails. */
function failingAt(verb: keyof Database, inner: Database): Database {
  return { ...inner, [verb]: () => Promise.reject(new Error('no answer.')) };
}
