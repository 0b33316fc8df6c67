// The sources, and everything that one says.
import type { Router } from 'express';
import { source, sources } from '../contract/explore.ts';
import { EntenteError } from '../errors.ts';
import { findEntity } from '../queries/entity.ts';
import { structuralNames } from '../queries/reading.ts';
import { readSaid, readSources } from '../queries/sources.ts';
import type { RouteContext } from './context.ts';
import { respond, route } from './route.ts';

/** `GET /api/sources`. */
export function addSources(router: Router, context: RouteContext): void {
  route(router, sources, ({ query, signal }) => readSources({ ...context, signal }, query.limit));
}

/** `GET /api/sources/{id}`. */
export function addSource(router: Router, context: RouteContext): void {
  route(router, source, async ({ params, query, signal, search }) => {
    const reading = { ...context, signal };
    const found = await findEntity(reading, params.id, true);
    if (found !== undefined && 'movedTo' in found)
      return respond({
        status: 308,
        headers: { Location: `/api/sources/${encodeURIComponent(found.movedTo)}${search}` },
      });
    if (found === undefined || !structuralNames(context.vocabulary).types.includes(found.node.type))
      throw noSuchSource(params.id);
    return { source: found.node, ...(await readSaid(reading, found.node.id, query.limit)) };
  });
}

function noSuchSource(id: string): EntenteError {
  return new EntenteError({
    code: 'no-such-source',
    status: 404,
    message: `There is no source "${id}".`,
    advice: 'See /api/sources for those that there are.',
  });
}
