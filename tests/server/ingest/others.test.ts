// Ingestion beside what others have in the database: their nodes and relations stay theirs, and data sets may rest on each other.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph } from '../queries/put-graph.ts';
import { useGraphFolder, without } from './graph-folder.ts';

const { run, edit, ask, change } = useGraphFolder(openEmptyDatabase, emptyDatabase);

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
    cpSync(join(fixtureGraph, 'dataset.yaml'), join(other, 'dataset.yaml'));
    const record =
      "id: other\ntitle: { en: Other }\nlanguages: [en]\nversion: '2'\nlicence: CC0-1.0\nextends: [fixture]\n";
    writeFileSync(join(other, 'dataset.yaml'), record);
    cpSync(join(fixtureGraph, 'entities'), join(other, 'entities'), {
      recursive: true,
      filter: (path) => !path.endsWith('.yaml'),
    });
    cpSync(join(fixtureGraph, 'relations'), join(other, 'relations'), {
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
