// What a form offers: values for a parameter, and the entities that pasted names mean.
import type { Router } from 'express';
import { resolveNames, suggestValues } from '../contract/queries.ts';
import { resolveNames as resolve } from '../queries/names.ts';
import { suggestValues as suggest } from '../queries/saved/suggestions.ts';
import type { RouteContext } from './context.ts';
import { knownNames } from './names.ts';
import { route } from './route.ts';

/** `POST /api/queries/{id}/suggestions`. */
export function addSuggestValues(router: Router, context: RouteContext): void {
  route(router, suggestValues, async ({ params, body, signal }) => {
    const { query } = await context.savedQueries.get(params.id);
    return suggest({ ...context, signal }, query, body);
  });
}

/** `POST /api/names`. */
export function addResolveNames(router: Router, context: RouteContext): void {
  route(router, resolveNames, async ({ body, signal }) => {
    knownNames(body.types, context.vocabulary.types, 'types', 'body');
    return { names: await resolve({ ...context, signal }, body) };
  });
}
