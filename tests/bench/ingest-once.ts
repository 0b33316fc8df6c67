// One ingestion in a process of its own, for measuring: prints { ms, peakMiB } as JSON. The database is that of NEO4J_URI.
import { readConfig } from '../../server/config.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import { silentNotes } from '../../server/neo4j/notes.ts';
import { openDatabase } from '../../server/neo4j/open.ts';

const folder = process.argv[2] ?? '';
const { db, close } = await openDatabase(readConfig(process.env), silentNotes, { kind: 'command' });
const vocabulary = await loadVocabulary();
const start = performance.now();
const { outcome } = await ingest({ database: db, folder, vocabulary, notes: silentNotes });
const ms = performance.now() - start;
await close();
process.stdout.write(JSON.stringify({ outcome, ms, peakMiB: process.resourceUsage().maxRSS / 1024 }));
