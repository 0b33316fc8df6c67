// Endpoints for exploring: overview, search, one entity, its neighbours, a subgraph, sources.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  boundedGraphSchema,
  countsSchema,
  flagParameter,
  graphNodeSchema,
  graphRelationSchema,
  graphSchema,
  idParams,
  langSchema,
  namesParameter,
  numberParameter,
} from './shapes.ts';

const withEvidence = flagParameter.optional().describe('false leaves evidence lists empty; true is the default.');

export const overview = endpoint({
  id: 'getOverview',
  method: 'get',
  path: '/api/overview',
  summary:
    "The entities that tell the data set's story, and their relations; ?limit= up to 5,000 widens to everything.",
  query: z.strictObject({ limit: numberParameter(1, 5000, 70), evidence: withEvidence }),
  response: boundedGraphSchema.extend({ totalEntities: z.int().describe('How many entities there are in all.') }),
});

/** A search hit: the entity without evidence, with what matched. */
const searchHitSchema = z.strictObject({
  node: graphNodeSchema,
  matched: z.string().describe('The name or alias that matched.'),
  score: z.number(),
  degree: z.int().describe('How many relations it has.'),
});

export const search = endpoint({
  id: 'search',
  method: 'get',
  path: '/api/search',
  summary: 'Ranked hits over all names and aliases in any language: folded, by prefix, with typing errors.',
  query: z.strictObject({
    q: z.string().max(200),
    type: namesParameter.optional().describe('Entity types, separated by commas.'),
    limit: numberParameter(1, 100, 20),
    lang: langSchema.default('en'),
  }),
  response: z.strictObject({ hits: z.array(searchHitSchema), truncated: z.boolean() }),
});

/** An entity with its first relations; `nodes` are their other ends. */
export const entity = endpoint({
  id: 'getEntity',
  method: 'get',
  path: '/api/entities/{id}',
  summary: 'The entity with evidence, its first 500 relations and their total; a former id answers 308.',
  params: idParams,
  query: z.strictObject({ evidence: withEvidence }),
  response: z.strictObject({
    node: graphNodeSchema,
    relations: z.array(graphRelationSchema).describe('At most 500, ordered by type and id.'),
    nodes: z.array(graphNodeSchema).describe('The other ends and the sources of the evidence, without evidence.'),
    total: z.int().describe('How many relations there are in all.'),
    truncated: z.boolean(),
  }),
});

export const neighbours = endpoint({
  id: 'getNeighbours',
  method: 'get',
  path: '/api/entities/{id}/neighbours',
  summary: 'Neighbours and the relations to them, best-connected first; the total is always told.',
  params: idParams,
  query: z.strictObject({
    relationType: namesParameter.optional().describe('Relation types, separated by commas.'),
    direction: z.enum(['out', 'in', 'both']).default('both'),
    type: namesParameter.optional().describe("The neighbours' entity types, separated by commas."),
    limit: numberParameter(1, 500, 100).describe('How many neighbours.'),
    cursor: z.string().max(500).optional().describe('From the answer before.'),
    structural: flagParameter.optional().describe('true also follows relations between documents.'),
    evidence: withEvidence,
  }),
  response: graphSchema.extend({
    total: z.int().describe('How many neighbours match in all.'),
    counts: countsSchema.describe('Relations of the entity by `TYPE:out` or `TYPE:in`, whatever the filter.'),
    truncated: z.boolean(),
    nextCursor: z.string().optional(),
  }),
});

export const subgraph = endpoint({
  id: 'getSubgraph',
  method: 'post',
  path: '/api/subgraph',
  summary: 'Those entities and the relations among them.',
  body: z.strictObject({
    ids: z.array(z.string().min(1).max(200)).min(1).max(5000),
    evidence: z.boolean().default(true),
  }),
  response: boundedGraphSchema.extend({ missing: z.array(z.string()).describe('Ids that are not in the graph.') }),
});

const sourceWithCounts = z.strictObject({
  node: graphNodeSchema,
  entities: z.int().describe('How many entities it says something about.'),
  relations: z.int().describe('How many relations rest on it.'),
});

export const sources = endpoint({
  id: 'getSources',
  method: 'get',
  path: '/api/sources',
  summary: 'All sources with how much each says.',
  query: z.strictObject({ limit: numberParameter(1, 1000, 200) }),
  response: z.strictObject({ sources: z.array(sourceWithCounts), total: z.int(), truncated: z.boolean() }),
});

export const source = endpoint({
  id: 'getSource',
  method: 'get',
  path: '/api/sources/{id}',
  summary: 'Everything one source says: entities and relations that rest on it.',
  params: idParams,
  query: z.strictObject({ limit: numberParameter(1, 5000, 2000).describe('How many relations at most.') }),
  response: boundedGraphSchema.extend({ source: graphNodeSchema }),
});

export type SearchHit = z.infer<typeof searchHitSchema>;
