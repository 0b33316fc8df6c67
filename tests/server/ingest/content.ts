// What the database really holds of a data set, worked out from its content and not from what it says of itself.
import { readDataset } from '../../../server/ingest/dataset.ts';
import { datasetHash, rowHash } from '../../../server/ingest/stored.ts';
import type { Dataset, StoredEntity, StoredProperties } from '../../../server/ingest/stored.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database, Json } from '../../../server/neo4j/database.ts';

/** A data set that is known to be in order. */
export async function datasetOf(folder: string): Promise<Dataset> {
  const { dataset, faults } = await readDataset(folder, await loadVocabulary());
  if (dataset === undefined) throw new Error(`The data set has ${faults.length} faults.`);
  return dataset;
}

/** The hash that the database gives, and whether all properties of all entities and relations are those of that version. */
export async function heldVersion(database: Database, versions: readonly Dataset[]): Promise<string> {
  const held = await ask(database, 'MATCH (d:DataSet {id: $dataset}) RETURN d.hash', versions);
  const hash = held[0]?.[0] ?? 'none';
  const entities = await ask(
    database,
    `MATCH (n:Entity {dataset: $dataset})
     RETURN n.id, [label IN labels(n) WHERE label <> 'Entity'], properties(n) ORDER BY n.id`,
    versions,
  );
  const relations = await ask(
    database,
    `MATCH (a)-[r {dataset: $dataset}]->(b) RETURN r.id, [type(r), a.id, b.id], properties(r) ORDER BY r.id`,
    versions,
  );
  if (hash === 'none') return entities.length + relations.length === 0 ? 'none' : 'content without a data set';
  const version = versions.find((each) => each.hash === hash);
  if (version === undefined) return `unknown ${String(hash)}`;
  const found = datasetHash(version.record, entities.map(asRow), relations.map(asRow));
  return found === hash ? version.record.version : `${version.record.version}, but with other content`;
}

/** A row with a hash worked out anew from what is stored. */
function asRow([id, place, properties]: Json[]): StoredEntity {
  const { recordedAt, updatedAt, hash, ...own } = properties as Record<string, Json>;
  if (recordedAt === undefined || updatedAt === undefined || hash === undefined)
    throw new Error(`${String(id)} lacks times`);
  const stored = own as StoredProperties;
  return { id: String(id), type: '', hash: rowHash(place as string[], stored), properties: stored };
}

async function ask(database: Database, text: string, versions: readonly Dataset[]): Promise<Json[][]> {
  const parameters = { dataset: versions[0]?.record.id };
  const { rows, truncated } = await database.stream(text, parameters, { timeoutMs: 30_000, rowLimit: 100_000 });
  if (truncated) throw new Error('The database holds more than this test looks at.');
  return rows;
}
