// Free Cypher: one statement in a session that can only read, with limits of time and rows.
import type { Router } from 'express';
import { cypher } from '../contract/cypher.ts';
import { freeQueryLimits, limitLength } from '../guard/limits.ts';
import { ask } from '../queries/ask.ts';
import type { RouteContext } from './context.ts';
import { route } from './route.ts';

/** `POST /api/cypher`. */
export function addCypher(router: Router, context: RouteContext): void {
  route(router, cypher, ({ body, signal }) => {
    const { timeoutMs, rowLimit } = freeQueryLimits;
    const { query, parameters } = body;
    return ask({ ...context, signal }, { text: limitLength(query), parameters, timeoutMs, rowLimit });
  });
}
