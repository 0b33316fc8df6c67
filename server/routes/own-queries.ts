// The user's own queries: a text checked, kept, changed, taken away.
import type { Router } from 'express';
import { checkQuery, createQuery, deleteQuery, replaceQuery } from '../contract/queries.ts';
import { audited, hashOf, type AuditEntry } from '../guard/audit.ts';
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

/** What the audit log says of it besides who it was. */
type Noted = Omit<AuditEntry, 'who' | 'address'>;
type Told<T> = Parameters<typeof audited<T>>[3];

/** `POST /api/queries/check`, `POST /api/queries`, `PUT` and `DELETE /api/queries/{id}`. */
export function addOwnQueries(router: Router, { savedQueries, guard, audit }: RouteContext): void {
  // A text that somebody sends is planned like free Cypher, within the limits of that.
  const plannerOf = ({ caller, signal }: Keeping): Pick<Database, 'explain'> => ({
    explain: (text, parameters) => guard.free.plan(networkOf(caller.address), text, parameters, signal),
  });
  const noted = <T>({ caller: { who, address } }: Keeping, entry: Noted, work: () => Promise<T>, told?: Told<T>) =>
    audited(audit, { who, address, ...entry }, work, told);
  route(router, checkQuery, async (call) => {
    const { text } = call.body;
    const work = () => savedQueries.check(text, plannerOf(call));
    const { stored, faults } = await noted(call, { kind: 'check', hash: hashOf(text) }, work, (checked) =>
      checked.stored === undefined ? { outcome: 'refused', code: 'faulty-query' } : { query: checked.stored.query.id },
    );
    return { ...(stored === undefined ? {} : { query: stored.query }), faults: [...faults] };
  });
  route(router, createQuery, async (call) => {
    const { text } = call.body;
    const work = () => savedQueries.create(text, plannerOf(call));
    const told = ({ query }: StoredQuery) => ({ query: query.id });
    return withText(await noted(call, { kind: 'create', hash: hashOf(text) }, work, told));
  });
  route(router, replaceQuery, async (call) => {
    const { params, body } = call;
    const work = () => savedQueries.replace(params.id, body.text, body.version, plannerOf(call));
    return withText(await noted(call, { kind: 'replace', query: params.id, hash: hashOf(body.text) }, work));
  });
  route(router, deleteQuery, async (call) => {
    const { id } = call.params;
    await noted(call, { kind: 'delete', query: id }, () => savedQueries.remove(id, call.query.version));
    return { deleted: id };
  });
}

function withText({ query, text }: StoredQuery) {
  return { ...query, text };
}
