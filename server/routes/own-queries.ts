// The user's own queries: a text checked, kept, changed, taken away.
import type { Router } from 'express';
import { checkQuery, createQuery, deleteQuery, replaceQuery } from '../contract/queries.ts';
import type { StoredQuery } from '../queries/saved/read-query.ts';
import type { RouteContext } from './context.ts';
import { route } from './route.ts';

/** `POST /api/queries/check`, `POST /api/queries`, `PUT` and `DELETE /api/queries/{id}`. */
export function addOwnQueries(router: Router, { savedQueries }: RouteContext): void {
  route(router, checkQuery, async ({ body }) => {
    const { stored, faults } = await savedQueries.check(body.text);
    return { ...(stored === undefined ? {} : { query: stored.query }), faults: [...faults] };
  });
  route(router, createQuery, async ({ body }) => withText(await savedQueries.create(body.text)));
  route(router, replaceQuery, async ({ params, body }) =>
    withText(await savedQueries.replace(params.id, body.text, body.version)),
  );
  route(router, deleteQuery, async ({ params, query }) => {
    await savedQueries.remove(params.id, query.version);
    return { deleted: params.id };
  });
}

function withText({ query, text }: StoredQuery) {
  return { ...query, text };
}
