// The application on a free port, over whatever database a test hands it.
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp, type AppContext } from '../../../server/app.ts';
import type { AccessConfig } from '../../../server/config.ts';
import { noAudit } from '../../../server/guard/audit.ts';
import { createGuard } from '../../../server/guard/guard.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import { closeGracefully, listen } from '../../../server/listen.ts';
import type { Database, Plan } from '../../../server/neo4j/database.ts';
import { createGate } from '../../../server/routes/access.ts';
import { openSavedQueries } from '../../../server/queries/saved/saved-queries.ts';

/** An application that answers. */
export interface TestApp {
  readonly server: Server;
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Its log, one object a line. */
  readonly logged: Record<string, unknown>[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Any method; a body is sent as JSON. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
  close(): Promise<void>;
}

/** A folder with a page as the build leaves it. */
const builtPage = fileURLToPath(new URL('../../fixtures/page', import.meta.url));

const notAsked = (): Promise<never> => Promise.reject(new Error('this test asks no database'));
type Asked = Pick<Database, 'read' | 'stream' | 'streamTo' | 'explain' | 'ready'>;
const harmless: Plan = { queryType: 'r', operators: ['ProduceResults'], procedures: [], columns: [], notices: [] };
const asked: Asked = {
  read: notAsked,
  stream: notAsked,
  streamTo: notAsked,
  explain: async () => harmless,
  ready: notAsked,
};

/** What an application is made of; its guard is made over `database` where none is given. */
export type TestParts = Omit<Partial<AppContext>, 'database'> & { readonly database?: Partial<Asked> };

/** Starts the application with the shipped vocabulary and saved queries; what is not given is a stand-in that fails when it is used. */
export async function startTestApp(
  parts: TestParts,
  access: AccessConfig = { allowedHosts: [], trustedHops: 0 },
): Promise<TestApp> {
  const vocabulary = await loadVocabulary();
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const database = { ...asked, ...parts.database };
  const app = createApp({
    guard: createGuard({ database, log, isLocal: false }),
    audit: noAudit,
    vocabulary,
    log,
    version: '1.2.3',
    status: () => ({ state: 'ready', sentence: 'The database answers.' }),
    exporter: { render: notAsked },
    savedQueries: openSavedQueries({ vocabulary, shipped: { path: 'cypher/saved', shown: 'cypher/saved' } }),
    pageFolder: builtPage,
    access,
    gate: createGate(access),
    ...parts,
    database,
  });
  const { server, url } = await listen(app, { host: '127.0.0.1', port: 0 });
  const origin = url.replace(/\/$/, '');
  return {
    server,
    origin,
    logged,
    get: (path, headers = {}) => fetch(origin + path, { headers, redirect: 'manual' }),
    post: (path, body, headers = {}) =>
      fetch(origin + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    send: (method, path, body) =>
      fetch(origin + path, {
        method,
        ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    close: () => closeGracefully(server, 200),
  };
}
