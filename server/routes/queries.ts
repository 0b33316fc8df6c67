// Saved queries: the list, one with its text, and running it.
import type { Router } from 'express';
import { queries, query, runQuery } from '../contract/queries.ts';
import { runSavedQuery } from '../queries/saved/run.ts';
import type { RouteContext } from './context.ts';
import { route } from './route.ts';

/** `GET /api/queries`. */
export function addQueries(router: Router, { savedQueries }: RouteContext): void {
  route(router, queries, async () => ({
    queries: (await savedQueries.list()).map((stored) => stored.query),
    faults: [...(await savedQueries.faults())],
  }));
}

/** `GET /api/queries/{id}`. */
export function addQuery(router: Router, { savedQueries }: RouteContext): void {
  route(router, query, async ({ params }) => {
    const stored = await savedQueries.get(params.id);
    return { ...stored.query, text: stored.text };
  });
}

/** `POST /api/queries/{id}/run`. */
export function addRunQuery(router: Router, context: RouteContext): void {
  route(router, runQuery, async ({ params, body, signal }) =>
    runSavedQuery({ ...context, signal }, await context.savedQueries.get(params.id), body.parameters),
  );
}
