// All routes of the API, in one list.
import { Router } from 'express';
import { endpoints } from '../contract/endpoints.ts';
import type { RouteContext } from './context.ts';
import { addCypher } from './cypher.ts';
import { addCypherWords } from './cypher-words.ts';
import { addEntity, addNeighbours } from './entities.ts';
import { addExport } from './export.ts';
import { addOverview, addSubgraph } from './graph.ts';
import { openApiDocument } from './openapi.ts';
import { addPlan } from './plan.ts';
import { addOwnQueries } from './own-queries.ts';
import { addQueries, addQuery, addRunQuery } from './queries.ts';
import { refuseOtherMethods } from './route.ts';
import { addJoining, addPaths } from './paths.ts';
import { addSearch } from './search.ts';
import { addSession } from './session.ts';
import { addSource, addSources } from './sources.ts';
import { addResolveNames, addSuggestValues } from './suggestions.ts';
import { addHealth, addReady, addVocabulary } from './state.ts';

const parts = [
  addHealth,
  addReady,
  addSession,
  addVocabulary,
  addOverview,
  addSearch,
  addEntity,
  addNeighbours,
  addSubgraph,
  addPaths,
  addJoining,
  addSources,
  addSource,
  addQueries,
  addOwnQueries,
  addQuery,
  addRunQuery,
  addSuggestValues,
  addResolveNames,
  addCypher,
  addPlan,
  addCypherWords,
  addExport,
];

/** A router that answers every endpoint of the contract, and the OpenAPI document. */
export function apiRouter(context: RouteContext): Router {
  const router = Router({ caseSensitive: true });
  for (const add of parts) add(router, context);
  refuseOtherMethods(router, endpoints);
  const document = openApiDocument(context.version);
  router.get('/api/openapi.json', (_request, response) => {
    response.json(document);
  });
  return router;
}
