// What a free query may name: for completion in the editor.
import type { Router } from 'express';
import { cypherWords } from '../contract/cypher.ts';
import { readCypherWords } from '../queries/cypher-words.ts';
import type { RouteContext } from './context.ts';
import { route } from './route.ts';

/** `GET /api/cypher/words`. */
export function addCypherWords(router: Router, context: RouteContext): void {
  route(router, cypherWords, ({ signal }) => readCypherWords({ ...context, signal }));
}
