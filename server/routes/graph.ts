// Overview and subgraph: parts of the graph by choice or by ids.
import type { Router } from 'express';
import { overview, subgraph } from '../contract/explore.ts';
import { readOverview } from '../queries/overview.ts';
import { readSubgraph } from '../queries/subgraph.ts';
import type { RouteContext } from './context.ts';
import { route } from './route.ts';

/** `GET /api/overview`. */
export function addOverview(router: Router, context: RouteContext): void {
  route(router, overview, ({ query, signal }) =>
    readOverview({ ...context, signal }, query.limit, query.evidence ?? true),
  );
}

/** `POST /api/subgraph`. */
export function addSubgraph(router: Router, context: RouteContext): void {
  route(router, subgraph, ({ body, signal }) =>
    readSubgraph({ ...context, signal }, body.ids, { evidence: body.evidence, structural: true }),
  );
}
