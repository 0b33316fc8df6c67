// An ingestion as a process of its own, for tests that kill it: says "writing" when the first rows are written, then its outcome.
// The database is that of NEO4J_URI; the folder is the one argument.
import { readConfig } from '../../../server/config.ts';
import { EntenteError } from '../../../server/errors.ts';
import { ingest } from '../../../server/ingest/ingest.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { silentNotes } from '../../../server/neo4j/notes.ts';
import { openDatabase } from '../../../server/neo4j/open.ts';

const opened = await openDatabase(readConfig(process.env), silentNotes, { kind: 'command' });
const request = { folder: process.argv[2] ?? '', vocabulary: await loadVocabulary(), notes: silentNotes };
try {
  const { outcome } = await ingest({ ...request, database: tellingOf(opened.db), allowDelete: 1_000_000 });
  process.stdout.write(`${outcome}\n`);
} catch (error) {
  if (!(error instanceof EntenteError)) throw error;
  process.stdout.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await opened.close();
}

/** The database, saying when the first statement of a transaction that changes something is done. */
function tellingOf(database: Database): Database {
  let said = false;
  return {
    ...database,
    write: (work, options) =>
      database.write(
        (tx) =>
          work({
            async run(statement, parameters) {
              const rows = await tx.run(statement, parameters);
              if (!said && statement.name !== 'write/find-dataset') process.stdout.write('writing\n');
              said ||= statement.name !== 'write/find-dataset';
              return rows;
            },
          }),
        options,
      ),
  };
}
