// A database that runs elsewhere, clusters and Aura included; what one program has written the next one reads.
import type { Neo4jConfig } from '../config.ts';
import { openBookmarkFile } from './bookmarks.ts';
import type { OpenDatabase } from './database.ts';
import { connectLanes, createDatabase } from './driver-database.ts';

/**
 * Opens the database that NEO4J_URI names and makes sure that it answers.
 *
 * @param home ENTENTE_HOME, where bookmarks are left for other programs on this machine
 * @throws {EntenteError} `wrong-password`, `database-unreachable`, `database-too-old`, `no-such-database`
 */
export async function openRemoteDatabase(
  neo4j: Extract<Neo4jConfig, { kind: 'remote' }>,
  home: string,
): Promise<OpenDatabase> {
  const address = `${neo4j.uri} ${neo4j.database ?? ''}`.trim();
  const left = openBookmarkFile(home, address);
  const db = createDatabase({
    ...connectLanes(neo4j.uri, neo4j.user, neo4j.password),
    ...(neo4j.database === undefined ? {} : { database: neo4j.database }),
    before: (database) => database.useBookmarks(left.recall()),
    after: async (bookmarks) => left.remember(bookmarks),
  });
  try {
    await db.ready();
  } catch (error) {
    await db.close();
    throw error;
  }
  return {
    db,
    where: 'remote',
    status: () => ({ state: 'ready', sentence: 'The database is at the address that NEO4J_URI names.' }),
    close: () => db.close(),
  };
}
