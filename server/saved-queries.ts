// Where the saved queries of the program lie, and how their faults are written for people.
import path from 'node:path';
import type { Vocabulary } from '../data/model/vocabulary.ts';
import type { Config } from './config.ts';
import type { FileFault } from './contract/queries.ts';
import type { Database } from './neo4j/database.ts';
import { openSavedQueries, type SavedQueries } from './queries/saved/saved-queries.ts';

const root = path.resolve(import.meta.dirname, '..');
const shipped = 'cypher/saved';
const own = 'queries';

/**
 * The saved queries: the shipped ones under `cypher/saved`, and the user's own under `ENTENTE_HOME/queries`.
 *
 * @param database plans them; without one they are served unplanned
 * @param planOnly the only one that is planned, and waited for
 */
export function savedQueriesOf(
  { home }: Pick<Config, 'home'>,
  vocabulary: Vocabulary,
  database?: Pick<Database, 'explain'>,
  planOnly?: string,
): SavedQueries {
  return openSavedQueries({
    vocabulary,
    shipped: { path: path.join(root, shipped), shown: shipped },
    own: { path: path.join(home, own), shown: own },
    ...(database === undefined ? {} : { database }),
    ...(planOnly === undefined ? {} : { planOnly, patienceMs: 30_000 }),
  });
}

/** Tells every fault of the files, and those that the database finds as soon as it has planned all; nobody has to wait for that. */
export async function tellFaults(
  config: Pick<Config, 'home'>,
  saved: SavedQueries,
  say: (sentence: string) => void,
): Promise<void> {
  const lines = async () => (await saved.faults()).map((fault) => faultLine(config, fault));
  const first = await lines();
  for (const line of first) say(line);
  await saved.planned();
  for (const line of await lines()) if (!first.includes(line)) say(line);
}

/** `path:line: message`, the path as it can be opened from the working folder. */
export function faultLine({ home }: Pick<Config, 'home'>, { path: file, line, message }: FileFault): string {
  const base = file.startsWith(`${own}/`) || file === own ? home : root;
  return `${path.relative(process.cwd(), path.join(base, file))}:${line}: ${message}`;
}
