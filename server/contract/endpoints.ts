// The list of all endpoints: the API is exactly this.
import type { Endpoint } from './endpoint.ts';
import { closeSession, openSession, session } from './access.ts';
import { cypher, cypherWords, planCypher } from './cypher.ts';
import { entity, neighbours, overview, search, source, sources, subgraph } from './explore.ts';
import { exportPicture } from './export.ts';
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
} from './queries.ts';
import { joining, paths } from './paths.ts';
import { health, ready, vocabulary } from './state.ts';

/** Every endpoint, in the order of the documentation. */
export const endpoints: readonly Endpoint[] = [
  health,
  ready,
  session,
  openSession,
  closeSession,
  vocabulary,
  overview,
  search,
  entity,
  neighbours,
  subgraph,
  paths,
  joining,
  sources,
  source,
  queries,
  checkQuery,
  createQuery,
  query,
  replaceQuery,
  deleteQuery,
  runQuery,
  suggestValues,
  resolveNames,
  cypher,
  planCypher,
  cypherWords,
  exportPicture,
];
