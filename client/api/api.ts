// The server's endpoints as the page's verbs, each with a signal that lets a newer call end an older one.
import { cypherWords, planCypher } from '../../server/contract/cypher.ts';
import { entity, neighbours, overview, search, sources, subgraph } from '../../server/contract/explore.ts';
import { exportPicture } from '../../server/contract/export.ts';
import type { ExportRequest } from '../../server/contract/export.ts';
import { checkQuery, createQuery, queries, query, replaceQuery, runQuery } from '../../server/contract/queries.ts';
import { ready, vocabulary } from '../../server/contract/state.ts';
import type { Json } from '../../data/model/graph.ts';
import { call, download } from './call.ts';

/** Which neighbours are wanted. */
export interface NeighbourWish {
  readonly relationType?: string;
  readonly direction?: 'out' | 'in' | 'both';
  readonly limit: number;
}

/** Everything the page asks the server. */
export const api = {
  ready: (signal?: AbortSignal) => call(ready, {}, signal, 503),
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
  runQuery: (id: string, parameters: Record<string, Json>, signal?: AbortSignal) =>
    call(runQuery, { params: { id }, body: { parameters } }, signal),
  cypherWords: (signal?: AbortSignal) => call(cypherWords, {}, signal),
  planCypher: (cypher: string, parameters: Record<string, Json>, signal?: AbortSignal) =>
    call(planCypher, { body: { query: cypher, parameters } }, signal),
  checkQuery: (text: string, signal?: AbortSignal) => call(checkQuery, { body: { text } }, signal),
  createQuery: (text: string, signal?: AbortSignal) => call(createQuery, { body: { text } }, signal),
  replaceQuery: (id: string, text: string, version: string, signal?: AbortSignal) =>
    call(replaceQuery, { params: { id }, body: { text, version } }, signal),
  picture: (request: ExportRequest, signal?: AbortSignal) => download(exportPicture, { body: request }, signal),
};

/** The API as state classes are handed it; tests hand them another. */
export type Api = typeof api;
