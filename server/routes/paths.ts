// How two entities are connected.
import type { Router } from 'express';
import type { z } from 'zod';
import { joining, paths, type pathFilterSchema } from '../contract/paths.ts';
import { findEntity, noSuchEntity } from '../queries/entity.ts';
import { findPaths, joinEntities } from '../queries/paths.ts';
import type { Reading } from '../queries/reading.ts';
import type { RouteContext } from './context.ts';
import { knownNames } from './names.ts';
import { invalidInput } from './problems.ts';
import { route } from './route.ts';

/** `POST /api/paths`; a former id stands for its present one. */
export function addPaths(router: Router, context: RouteContext): void {
  route(router, paths, async ({ body, signal }) => {
    const reading = { ...context, signal };
    checkFilter(body, context);
    const [from, to] = await Promise.all([presentId(reading, body.from), presentId(reading, body.to)]);
    if (from === to) throw invalidInput([{ path: 'body.to', message: 'must be another entity than the one in from' }]);
    return findPaths(reading, { ...body, from, to });
  });
}

/** `POST /api/joining`; a former id stands for its present one, and one that is named twice counts once. */
export function addJoining(router: Router, context: RouteContext): void {
  route(router, joining, async ({ body, signal }) => {
    const reading = { ...context, signal };
    checkFilter(body, context);
    const ids = [...new Set(await Promise.all(body.ids.map((id) => presentId(reading, id))))];
    if (ids.length < 2) throw invalidInput([{ path: 'body.ids', message: 'must name two entities at least' }]);
    return joinEntities(reading, ids, body);
  });
}

function checkFilter(filter: z.infer<typeof pathFilterSchema>, { vocabulary }: RouteContext): void {
  knownNames(filter.relationTypes, vocabulary.relations, 'relationTypes', 'body');
  knownNames(filter.closedTypes, vocabulary.types, 'closedTypes', 'body');
}

async function presentId(reading: Reading, id: string): Promise<string> {
  const found = await findEntity(reading, id, false);
  if (found === undefined) throw noSuchEntity(id);
  return 'movedTo' in found ? found.movedTo : found.node.id;
}
