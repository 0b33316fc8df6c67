// The user's own queries: a text checked, kept, changed, taken away.
import type { Router } from 'express';
import { checkQuery, createQuery, deleteQuery, replaceQuery } from '../contract/queries.ts';
import type { Database } from '../neo4j/database.ts';
import type { StoredQuery } from '../queries/saved/read-query.ts';
import { networkOf, type Caller } from './caller.ts';
import type { RouteContext } from './context.ts';
import { route } from './route.ts';

/** Who keeps a query, and until when anybody waits. */
interface Keeping {
  readonly caller: Caller;
  readonly signal: AbortSignal;
}

/** `POST /api/queries/check`, `POST /api/queries`, `PUT` and `DELETE /api/queries/{id}`. */
export function addOwnQueries(router: Router, { savedQueries, guard }: RouteContext): void {
  // A text that somebody sends is planned like free Cypher, within the limits of that.
  const plannerOf = ({ caller, signal }: Keeping): Pick<Database, 'explain'> => ({
    explain: (text, parameters) => guard.free.plan(networkOf(caller.address), text, parameters, signal),
  });
  route(router, checkQuery, async (call) => {
    const { stored, faults } = await savedQueries.check(call.body.text, plannerOf(call));
    return { ...(stored === undefined ? {} : { query: stored.query }), faults: [...faults] };
  });
  route(router, createQuery, async (call) => withText(await savedQueries.create(call.body.text, plannerOf(call))));
  route(router, replaceQuery, async (call) => {
    const { params, body } = call;
    return withText(await savedQueries.replace(params.id, body.text, body.version, plannerOf(call)));
  });
  route(router, deleteQuery, async ({ params, query }) => {
    await savedQueries.remove(params.id, query.version);
    return { deleted: params.id };
  });
}

function withText({ query, text }: StoredQuery) {
  return { ...query, text };
}
