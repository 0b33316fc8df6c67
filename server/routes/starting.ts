// What the API answers while the database is being started: that it is.
import { Router } from 'express';
import { ready } from '../contract/state.ts';
import { EntenteError } from '../errors.ts';
import type { RouteContext } from './context.ts';
import { route } from './route.ts';
import { addSession } from './session.ts';
import { addHealth, notReady } from './state.ts';

const sentence = 'The database is being started and filled.';

/** A router that is healthy, not ready, and asks everybody else to come back. */
export function startingRouter(context: Pick<RouteContext, 'version' | 'gate'>): Router {
  const router = Router({ caseSensitive: true });
  addHealth(router, context);
  addSession(router, context);
  route(router, ready, async () => notReady('starting', sentence));
  router.use('/api', () => {
    throw new EntenteError({
      code: 'database-starting',
      status: 503,
      message: sentence,
      advice: 'Try again in about ten seconds.',
      details: { retryAfterSeconds: 2 },
    });
  });
  return router;
}
