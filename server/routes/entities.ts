// One entity, and its neighbours; a former id is answered with the way to the present one.
import type { Router } from 'express';
import { entity, neighbours } from '../contract/explore.ts';
import { findEntity, noSuchEntity, readEntityPage } from '../queries/entity.ts';
import { readNeighbours } from '../queries/neighbours.ts';
import type { RouteContext } from './context.ts';
import { knownNames } from './names.ts';
import { respond, route } from './route.ts';

/** `GET /api/entities/{id}`. */
export function addEntity(router: Router, context: RouteContext): void {
  route(router, entity, async ({ params, query, signal, search }) => {
    const reading = { ...context, signal };
    const evidence = query.evidence ?? true;
    const found = await findEntity(reading, params.id, evidence);
    if (found === undefined) throw noSuchEntity(params.id);
    if ('movedTo' in found) return moved(`/api/entities/${encodeURIComponent(found.movedTo)}${search}`);
    return readEntityPage(reading, found.node, evidence);
  });
}

/** `GET /api/entities/{id}/neighbours`. Whether the entity is there is asked only where it has no relation at all. */
export function addNeighbours(router: Router, context: RouteContext): void {
  route(router, neighbours, async ({ params: { id }, query, signal, search }) => {
    const reading = { ...context, signal };
    const { cursor, structural, evidence, direction, limit } = query;
    const relationTypes = knownNames(query.relationType, context.vocabulary.relations, 'relationType');
    const types = knownNames(query.type, context.vocabulary.types, 'type');
    const page = await readNeighbours(reading, {
      id,
      direction,
      limit,
      structural: structural ?? false,
      evidence: evidence ?? true,
      ...(relationTypes === undefined ? {} : { relationTypes }),
      ...(types === undefined ? {} : { types }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (Object.keys(page.counts).length > 0) return page;
    const found = await findEntity(reading, id, false);
    if (found === undefined) throw noSuchEntity(id);
    if ('node' in found) return page;
    return moved(`/api/entities/${encodeURIComponent(found.movedTo)}/neighbours${search}`);
  });
}

function moved(location: string): ReturnType<typeof respond> {
  return respond({ status: 308, headers: { Location: location } });
}
