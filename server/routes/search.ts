// Search over names and aliases.
import type { Router } from 'express';
import { search } from '../contract/explore.ts';
import { searchEntities } from '../queries/search.ts';
import type { RouteContext } from './context.ts';
import { knownNames } from './names.ts';
import { route } from './route.ts';

/** `GET /api/search`. */
export function addSearch(router: Router, context: RouteContext): void {
  route(router, search, ({ query, signal }) => {
    const { q, limit, lang } = query;
    const types = knownNames(query.type, context.vocabulary.types, 'type');
    return searchEntities({ ...context, signal }, { typed: q, limit, lang, ...(types === undefined ? {} : { types }) });
  });
}
