// What the routes are handed: types only.
import type { Logger } from 'pino';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { ExportRequest } from '../contract/export.ts';
import type { Audit } from '../guard/audit.ts';
import type { Guard } from '../guard/guard.ts';
import type { SettingReport } from '../guard/settings.ts';
import type { Database } from '../neo4j/database.ts';
import type { DatabaseStatus } from '../neo4j/open.ts';
import type { SavedQueries } from '../queries/saved/saved-queries.ts';
import type { Gate } from './access.ts';
import type { PictureFile } from '../snapshot/picture.ts';

/** Renders what is on a canvas. */
interface Exporter {
  /** @throws {EntenteError} with status 4xx where the request cannot be drawn */
  render(request: ExportRequest, signal: AbortSignal): Promise<PictureFile>;
}

/** Everything that routes need from the rest of the program. */
export interface RouteContext {
  readonly database: Pick<Database, 'read' | 'ready'>;
  /** Whoever puts what people wrote puts it here. */
  readonly guard: Guard;
  readonly audit: Audit;
  readonly vocabulary: Vocabulary;
  readonly log: Logger;
  readonly gate: Gate;
  /** Version of the program. */
  readonly version: string;
  /** How the database is at this moment. */
  readonly status: () => DatabaseStatus;
  /** The database's settings that protect it, as found at the start. */
  readonly settings?: readonly SettingReport[];
  readonly exporter: Exporter;
  readonly savedQueries: SavedQueries;
}
