// Free Cypher: one statement through the guard, with limits of time, rows and bytes; whole or in lines.
import type { Router } from 'express';
import type { z } from 'zod';
import { cypher } from '../contract/cypher.ts';
import { hashOf } from '../guard/audit.ts';
import { runInLines, runWhole, type Run } from './asking.ts';
import type { RouteContext } from './context.ts';
import { route, type Call } from './route.ts';

type CypherCall = Call<never, never, z.infer<typeof cypher.body & z.ZodType>>;

/** `POST /api/cypher`. */
export function addCypher(router: Router, context: RouteContext): void {
  route(
    router,
    cypher,
    (call) => runWhole(context, runOf(call)),
    (call, write) => runInLines(context, runOf(call), write),
  );
}

function runOf({ body, caller, signal }: CypherCall): Run {
  const { query: text, ...limits } = body;
  return {
    caller,
    signal,
    entry: { kind: 'free', hash: hashOf(text) },
    question: async () => ({ text, ...limits }),
  };
}
