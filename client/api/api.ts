// The server's endpoints as the page's verbs, each with a signal that lets a newer call end an older one.
import { closeSession, openSession, session } from '../../server/contract/access.ts';
import { cypher, cypherWords, planCypher } from '../../server/contract/cypher.ts';
import { entity, neighbours, overview, search, sources, subgraph } from '../../server/contract/explore.ts';
import { exportPicture } from '../../server/contract/export.ts';
import type { ExportRequest } from '../../server/contract/export.ts';
import {
  checkQuery,
  createQuery,
  deleteQuery,
  queries,
  query,
  replaceQuery,
  resolveNames,
  runQuery,
  suggestValues,
} from '../../server/contract/queries.ts';
import { ready, vocabulary } from '../../server/contract/state.ts';
import type { Json } from '../../data/model/graph.ts';
import type { AnswerLine } from '../../server/contract/shapes.ts';
import { call, download, streamed } from './call.ts';

/** Which neighbours are wanted. */
export interface NeighbourWish {
  readonly relationType?: string;
  readonly direction?: 'out' | 'in' | 'both';
  readonly limit: number;
}

/** Values of which parameter are wanted, given what is known. */
interface SuggestionWish {
  readonly parameter: string;
  readonly parameters: Record<string, Json>;
  readonly text: string;
  readonly lang: 'en' | 'de' | 'nl';
  readonly limit: number;
}

/** A free query within limits. */
interface CypherRequest {
  readonly query: string;
  readonly parameters: Record<string, Json>;
  readonly rowLimit: number;
  readonly timeoutMs: number;
}

/** Everything the page asks the server. */
export const api = {
  ready: (signal?: AbortSignal) => call(ready, {}, signal, 503),
  session: (signal?: AbortSignal) => call(session, {}, signal),
  openSession: (token: string, signal?: AbortSignal) => call(openSession, { body: { token } }, signal),
  closeSession: (signal?: AbortSignal) => call(closeSession, {}, signal),
  vocabulary: (signal?: AbortSignal) => call(vocabulary, {}, signal),
  overview: (limit: number, withEvidence: boolean, signal?: AbortSignal) =>
    call(overview, { query: { limit, evidence: withEvidence ? 'true' : 'false' } }, signal),
  search: (q: string, lang: 'en' | 'de' | 'nl', limit: number, signal?: AbortSignal, types?: readonly string[]) =>
    call(search, { query: { q, lang, limit, ...(types?.length ? { type: types.join(',') } : {}) } }, signal),
  entity: (id: string, signal?: AbortSignal) => call(entity, { params: { id }, query: {} }, signal),
  neighbours: (id: string, wish: NeighbourWish, signal?: AbortSignal) =>
    call(neighbours, { params: { id }, query: { ...wish } }, signal),
  subgraph: (ids: readonly string[], withEvidence: boolean, signal?: AbortSignal) =>
    call(subgraph, { body: { ids: [...ids], evidence: withEvidence } }, signal),
  sources: (signal?: AbortSignal) => call(sources, { query: { limit: 1000 } }, signal),
  queries: (signal?: AbortSignal) => call(queries, {}, signal),
  query: (id: string, signal?: AbortSignal) => call(query, { params: { id } }, signal),
  runQuery: (
    id: string,
    parameters: Record<string, Json>,
    onLine: (line: AnswerLine) => void,
    signal?: AbortSignal,
  ): Promise<void> => streamed(runQuery, { params: { id }, body: { parameters } }, onLine, signal),
  suggestValues: (id: string, wish: SuggestionWish, signal?: AbortSignal) =>
    call(suggestValues, { params: { id }, body: wish }, signal),
  resolveNames: (names: string[], types: string[], lang: 'en' | 'de' | 'nl', signal?: AbortSignal) =>
    call(resolveNames, { body: { names, types, lang } }, signal),
  cypherWords: (signal?: AbortSignal) => call(cypherWords, {}, signal),
  runCypher: (request: CypherRequest, onLine: (line: AnswerLine) => void, signal?: AbortSignal): Promise<void> =>
    streamed(cypher, { body: request }, onLine, signal),
  planCypher: (text: string, parameters: Record<string, Json>, signal?: AbortSignal) =>
    call(planCypher, { body: { query: text, parameters } }, signal),
  checkQuery: (text: string, signal?: AbortSignal) => call(checkQuery, { body: { text } }, signal),
  createQuery: (text: string, signal?: AbortSignal) => call(createQuery, { body: { text } }, signal),
  replaceQuery: (id: string, text: string, version: string, signal?: AbortSignal) =>
    call(replaceQuery, { params: { id }, body: { text, version } }, signal),
  deleteQuery: (id: string, version: string, signal?: AbortSignal) =>
    call(deleteQuery, { params: { id }, query: { version } }, signal),
  picture: (request: ExportRequest, signal?: AbortSignal) => download(exportPicture, { body: request }, signal),
};

/** The API as state classes are handed it; tests hand them another. */
export type Api = typeof api;
