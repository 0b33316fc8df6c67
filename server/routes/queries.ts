// Saved queries: the list, one with its text, and running it.
import type { Router } from 'express';
import { queries, query, runQuery } from '../contract/queries.ts';
import { runSavedQuery, savedQuery } from '../queries/saved/run.ts';
import type { RouteContext } from './context.ts';
import { route } from './route.ts';

/** `GET /api/queries`. */
export function addQueries(router: Router, { savedQueries }: RouteContext): void {
  route(router, queries, async () => ({
    queries: [...savedQueries.values()].map((stored) => stored.query),
    faults: [],
  }));
}

/** `GET /api/queries/{id}`. */
export function addQuery(router: Router, { savedQueries }: RouteContext): void {
  route(router, query, async ({ params }) => {
    const stored = savedQuery(savedQueries, params.id);
    return { ...stored.query, text: stored.text };
  });
}

/** `POST /api/queries/{id}/run`. */
export function addRunQuery(router: Router, context: RouteContext): void {
  route(router, runQuery, async ({ params, body, signal }) =>
    runSavedQuery({ ...context, signal }, savedQuery(context.savedQueries, params.id), body.parameters),
  );
}
