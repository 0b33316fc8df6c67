// Saved queries: the list, one with its text, and running it.
import type { Router } from 'express';
import type { z } from 'zod';
import { queries, query, runQuery } from '../contract/queries.ts';
import { questionOf } from '../queries/saved/run.ts';
import { runInLines, runWhole, type Run } from './asking.ts';
import type { RouteContext } from './context.ts';
import { route, type Call } from './route.ts';

type RunCall = Call<z.infer<typeof runQuery.params & z.ZodType>, never, z.infer<typeof runQuery.body & z.ZodType>>;

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
  const runOf = ({ params, body, caller, signal }: RunCall): Run => ({
    caller,
    signal,
    entry: { kind: 'saved', query: params.id },
    question: async (asking) => questionOf(asking, await context.savedQueries.get(params.id), body.parameters),
  });
  route(
    router,
    runQuery,
    (call) => runWhole(context, runOf(call)),
    (call, write) => runInLines(context, runOf(call), write),
  );
}
