// How two entities are connected.
import type { Router } from 'express';
import { paths } from '../contract/paths.ts';
import { findEntity, noSuchEntity } from '../queries/entity.ts';
import { findPaths } from '../queries/paths.ts';
import type { Reading } from '../queries/reading.ts';
import type { RouteContext } from './context.ts';
import { knownNames } from './names.ts';
import { invalidInput } from './problems.ts';
import { route } from './route.ts';

/** `POST /api/paths`; a former id stands for its present one. */
export function addPaths(router: Router, context: RouteContext): void {
  route(router, paths, async ({ body, signal }) => {
    const reading = { ...context, signal };
    knownNames(body.relationTypes, context.vocabulary.relations, 'relationTypes', 'body');
    knownNames(body.closedTypes, context.vocabulary.types, 'closedTypes', 'body');
    const [from, to] = await Promise.all([presentId(reading, body.from), presentId(reading, body.to)]);
    if (from === to) throw invalidInput([{ path: 'body.to', message: 'must be another entity than the one in from' }]);
    return findPaths(reading, { ...body, from, to });
  });
}

async function presentId(reading: Reading, id: string): Promise<string> {
  const found = await findEntity(reading, id, false);
  if (found === undefined) throw noSuchEntity(id);
  return 'movedTo' in found ? found.movedTo : found.node.id;
}
