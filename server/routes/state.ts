// Health, readiness and the vocabulary.
import type { Router } from 'express';
import type { Answer } from '../contract/endpoint.ts';
import { health, ready, vocabulary } from '../contract/state.ts';
import { EntenteError, sentenceOf } from '../errors.ts';
import type { DatabaseStatus } from '../neo4j/open.ts';
import { readCounts, readDatasets } from '../queries/datasets.ts';
import type { RouteContext } from './context.ts';
import { respond, route } from './route.ts';

type Readiness = Answer<typeof ready>;

const databaseStates: Readonly<Record<DatabaseStatus['state'], Readiness['database']>> = {
  ready: 'up',
  'starting-again': 'starting-again',
  stopped: 'unreachable',
  failed: 'unreachable',
};

/** `GET /api/health`: answers as long as the process does. */
export function addHealth(router: Router, context: Pick<RouteContext, 'version'>): void {
  route(router, health, async (): Promise<Answer<typeof health>> => ({
    status: 'up',
    version: context.version,
    uptimeSeconds: process.uptime(),
  }));
}

/** `GET /api/ready`: 200, or 503 with the same shape. */
export function addReady(router: Router, context: RouteContext): void {
  route(router, ready, async ({ signal }) => {
    const before = context.status();
    if (before.state !== 'ready') return notReady(databaseStates[before.state], before.sentence);
    try {
      await context.database.ready();
      const datasets = await readDatasets({ ...context, signal });
      const settings = context.settings === undefined ? {} : { settings: [...context.settings] };
      const state: Readiness = {
        ready: true,
        database: 'up',
        datasets: datasets.map((dataset) => dataset.state),
        ...settings,
      };
      return state;
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      const now = context.status();
      return notReady(now.state === 'ready' ? 'unreachable' : databaseStates[now.state], sentenceOf(error));
    }
  });
}

/** `GET /api/vocabulary`. */
export function addVocabulary(router: Router, context: RouteContext): void {
  route(router, vocabulary, async ({ signal }) => ({
    vocabulary: context.vocabulary,
    counts: await readCounts({ ...context, signal }),
  }));
}

/** The answer of `GET /api/ready` while the database is not there. */
export function notReady(database: Readiness['database'], message: string): ReturnType<typeof respond> {
  const json: Readiness = { ready: false, database, message, datasets: [] };
  return respond({ status: 503, headers: { 'Retry-After': '2' }, json });
}
