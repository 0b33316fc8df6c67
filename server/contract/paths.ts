// The endpoint that explains how two entities are connected.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { graphSchema } from './shapes.ts';

const id = z.string().min(1).max(200);
const names = z.array(z.string().min(1).max(100)).max(200);

/** Which relations and entities a path may use. */
export const pathFilterSchema = z.strictObject({
  closedIds: z.array(id).max(500).default([]).describe('Entities that no path may pass through.'),
  closedTypes: names.default([]).describe('Entity types that no path may pass through.'),
  relationTypes: names.min(1).optional().describe('Only these; all but those between documents where absent.'),
  certainties: names.min(1).optional().describe('Only relations whose strongest certainty is one of these.'),
  statuses: names.min(1).optional().describe('Only relations of these; "none" stands for no status.'),
  source: id.optional().describe('Only relations that this source says.'),
  asOf: z.iso.date().optional().describe('Only what is shown as of this day.'),
});

const foundSchema = graphSchema.extend({
  paths: z
    .array(
      z.strictObject({
        ids: z.array(z.string()).describe('The entities in order, both ends included.'),
        cost: z.number(),
        steps: z
          .array(z.strictObject({ cost: z.number(), relations: z.array(z.string()).min(1) }))
          .describe('What each step costs, and the ids of the relations that join its ends.'),
      }),
    )
    .describe('Cheapest first.'),
  isProved: z.boolean().describe('True where it is certain that no better path was missed.'),
  looked: z.int().describe('How many entities were looked at.'),
});

export const paths = endpoint({
  id: 'findPaths',
  method: 'post',
  path: '/api/paths',
  summary:
    'The best ways between two entities that visit nothing twice: a step costs 1 + log2 of the number of relations of what it passes through.',
  body: pathFilterSchema.extend({ from: id, to: id, k: z.int().min(1).max(50).default(5) }),
  response: foundSchema,
});

export const joining = endpoint({
  id: 'joinEntities',
  method: 'post',
  path: '/api/joining',
  summary:
    'A small network that joins up to ten entities: the cheapest ways between them that leave nobody out who can be reached.',
  body: pathFilterSchema.extend({ ids: z.array(id).min(2).max(10) }),
  response: foundSchema.extend({ cost: z.number().describe('What the ways cost together.') }),
});
