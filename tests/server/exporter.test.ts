// Pictures of what the database holds: which entities and relations are drawn, and what is said about those that are not there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportRequest } from '../../server/contract/export.ts';
import { createExporter, type Exporter } from '../../server/exporter.ts';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import type { Database } from '../../server/neo4j/database.ts';
import { openEmptyDatabase } from '../neo4j/support.ts';
import { fixtureGraph, putGraph } from './queries/put-graph.ts';

let database: Database;
let exporter: Exporter;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
  exporter = createExporter(database, await loadVocabulary(), () => '2026-04-16');
});
afterAll(() => database.close());

const partyTo = (country: string) => `${country}--party-to--de-it-agreement`;
const ids = ['germany', 'italy', 'de-it-agreement'];

async function drawn(rest: Partial<ExportRequest>): Promise<string> {
  const request = { ids, lang: 'en', theme: 'light', format: 'svg', scale: 1, ...rest } as const;
  return (await exporter.render(request)).bytes.toString('utf8');
}

const counted = (svg: string) => /<desc[^>]*>(.*?)<\/desc>/.exec(svg)?.[1];
const sentences = (svg: string) => [...svg.matchAll(/<title>([^<—]+) —/g)].map(([, sentence]) => sentence);

describe('a picture of entities', () => {
  it('shows all relations among them where none are named', async () => {
    expect(counted(await drawn({}))).toBe('As of 16 April 2026. 3 entities, 4 relations.');
  });

  it('shows no other relations than those that are named', async () => {
    const svg = await drawn({ relations: [partyTo('italy')] });
    expect(counted(svg)).toBe('As of 16 April 2026. 3 entities, 1 relation.');
    expect(sentences(svg).join()).toContain('Italy');
    expect(sentences(svg).join()).not.toContain('Germany');
    expect(counted(await drawn({ relations: [] }))).toBe('As of 16 April 2026. 3 entities, 0 relations.');
  });

  it('shows a relation between documents only where it is named', async () => {
    const documents = ['german-government', 'official-text'];
    expect(counted(await drawn({ ids: documents }))).toContain('0 relations');
    const relations = ['german-government--publishes--official-text'];
    expect(counted(await drawn({ ids: documents, relations }))).toContain('1 relation.');
  });

  it('says which entities and which relations are not there', async () => {
    await expect(drawn({ ids: ['germany', 'atlantis'] })).rejects.toMatchObject({
      code: 'unknown-entities',
      details: { ids: ['atlantis'] },
    });
    const relations = [partyTo('italy'), partyTo('ukraine')];
    await expect(drawn({ relations })).rejects.toMatchObject({
      code: 'unknown-relations',
      details: { ids: [partyTo('ukraine')] },
    });
  });
});
