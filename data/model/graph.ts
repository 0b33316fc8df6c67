// The shapes in which nodes, relations and their evidence travel: API, client, command line and pictures share them.
import { z } from 'zod';

/** Any value that an answer may hold; what JSON cannot hold is `{ $type, value }` with the value as text, lossless. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** Zod for {@link Json}. */
export const jsonSchema: z.ZodType<Json> = z.json().meta({ id: 'Json' });

/** One evidence item as it is served. */
export const evidenceItemSchema = z
  .strictObject({
    source: z.string().describe('Id of the source.'),
    locator: z.string().describe('Where in the source.'),
    statement: z.string().describe('What it says there, in our own words.'),
    attributedTo: z.string().optional().describe('Id of the entity that says so.'),
    field: z.string().optional().describe('The property on which sources differ.'),
    value: z.string().optional().describe('What this source says of it, as text.'),
    certainty: z.string().describe('explicit, implied or inferred.'),
    asOf: z.string().optional().describe('EDTF date at which the source says it.'),
    grade: z.string().describe('Admiralty grade such as B2.'),
    quote: z.string().optional(),
    codedBy: z.string().optional(),
    reviewedBy: z.string().optional(),
    reviewedOn: z.string().optional(),
  })
  .meta({ id: 'EvidenceItem' });

const shared = {
  status: z.string().optional().describe('Status by the vocabulary.'),
  date: z.string().optional().describe('EDTF level 1, as stated.'),
  certainty: z.string().describe('The strongest certainty of its evidence.'),
  disputed: z.boolean().describe('Two sources give the same property values that cannot both be true.'),
  properties: z.record(z.string(), jsonSchema).describe('All other properties.'),
  evidence: z.array(evidenceItemSchema).describe('Evidence items; empty where a list leaves them out.'),
};

/** An entity as it is served. */
export const graphNodeSchema = z
  .strictObject({
    id: z.string().describe('Stable id.'),
    type: z.string().describe('Type label.'),
    kind: z.string().optional().describe('Kind within the type.'),
    name: z.string().describe('Canonical English name.'),
    shortName: z.string().optional().describe('Label on the canvas.'),
    names: z.record(z.string(), z.string()).describe('Names by language; en is the canonical one.'),
    aliases: z.array(z.string()).describe('Every other written form.'),
    description: z.string().optional(),
    ...shared,
  })
  .meta({ id: 'Entity' });

/** A relation as it is served. */
export const graphRelationSchema = z
  .strictObject({
    id: z.string().describe('Stable id: from--type--to.'),
    type: z.string().describe('Relation type.'),
    from: z.string().describe('Id of the entity where it starts.'),
    to: z.string().describe('Id of the entity where it ends.'),
    ...shared,
  })
  .meta({ id: 'Relation' });

/** Entities and the relations among them. */
export const graphSchema = z.strictObject({
  nodes: z.array(graphNodeSchema),
  relations: z.array(graphRelationSchema),
});

export type EvidenceItem = z.infer<typeof evidenceItemSchema>;
export type GraphNode = z.infer<typeof graphNodeSchema>;
export type GraphRelation = z.infer<typeof graphRelationSchema>;
export type Graph = z.infer<typeof graphSchema>;
