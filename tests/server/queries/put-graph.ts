// Ingests a data set folder into the throw-away database, for tests of what reads it.
import { fileURLToPath } from 'node:url';
import { ingest } from '../../../server/ingest/ingest.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { silentNotes } from '../../../server/neo4j/notes.ts';

/** The small data set that tests know by heart. */
export const fixtureGraph = fileURLToPath(new URL('../../fixtures/graph', import.meta.url));

/** Ingests all that a folder holds into an empty database. Throws where the folder has faults. */
export async function putGraph(database: Database, folder: string): Promise<void> {
  const result = await ingest({ database, folder, vocabulary: await loadVocabulary(), notes: silentNotes });
  if (result.outcome !== 'written') throw new Error(`${folder}: ${JSON.stringify(result)}`);
}
