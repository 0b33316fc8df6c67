// Shapes that several endpoints share: lists with their totals, counts, languages, queries.
import { z } from 'zod';
import { graphNodeSchema, graphRelationSchema, graphSchema, jsonSchema } from '../../data/model/graph.ts';
import { problemSchema } from './problem.ts';

/** An id as it may be asked for: current or former. */
const idParameter = z.string().min(1).max(200).describe('Id of an entity or source.');
export const idParams = z.strictObject({ id: idParameter });

/** Languages in which names and sentences can be asked for. */
export const langSchema = z.enum(['en', 'de', 'nl']).describe('Language of names.');

/** A whole number in a query string, within bounds. */
export function numberParameter(min: number, max: number, fallback: number) {
  return z.coerce.number().int().min(min).max(max).default(fallback);
}

/** `true` or `false` in a query string. */
export const flagParameter = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .describe('true or false.');

/** One name or several, comma-separated, in a query string. */
export const namesParameter = z
  .string()
  .max(2000)
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .describe('Names separated by commas.');

/** A graph that may have been cut. */
export const boundedGraphSchema = graphSchema.extend({
  total: z.int().describe('How many relations there are in all.'),
  truncated: z.boolean().describe('True where not all of them are here.'),
});

/** Counts by name. */
export const countsSchema = z.record(z.string(), z.int());

/** Parameter of a saved query as the form needs it. */
export const queryParameterSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]*$/),
  kind: z
    .enum([
      'text',
      'integer',
      'decimal',
      'boolean',
      'date',
      'edtf',
      'dateRange',
      'enumeration',
      'entity',
      'entities',
      'entityType',
      'relationType',
      'relationTypes',
    ])
    .describe(
      'What it takes. The query gets a DATE for date, { edtf, from, to } for edtf and { from, to } for dateRange (DATE, null ' +
        'where open), an id for entity, a list of ids for entities, a list of names for relationTypes.',
    ),
  label: z.record(z.string(), z.string()).describe('Label by language.'),
  description: z.record(z.string(), z.string()).optional(),
  required: z.boolean(),
  default: jsonSchema.optional(),
  values: z
    .array(z.strictObject({ value: z.string(), label: z.record(z.string(), z.string()) }))
    .optional()
    .describe('The choices of an enumeration.'),
  types: z.array(z.string()).optional().describe('Entity types that an entity parameter takes.'),
  min: z.number().optional(),
  max: z.number().optional(),
  suggest: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional()
    .describe('Name of the statement under cypher/suggest that lists values; it may use other parameters.'),
});

/** A column of a saved query: its heading, and how its values are put into words. */
export const queryColumnSchema = z.strictObject({
  name: z.string(),
  label: z.record(z.string(), z.string()).describe('Heading by language.'),
  detail: z.boolean().optional().describe('True where it repeats the others as facts: left out where room is short.'),
  vocabulary: z.boolean().optional().describe("True where the values are the vocabulary's and have words there."),
  values: z
    .array(z.strictObject({ value: z.string(), label: z.record(z.string(), z.string()) }))
    .optional()
    .describe("Words for the query's own values."),
});

/** A saved query without its text. */
export const savedQuerySchema = z.strictObject({
  id: z.string(),
  title: z.record(z.string(), z.string()).describe('Title by language.'),
  description: z.record(z.string(), z.string()).describe('Description by language.'),
  tags: z.array(z.string()),
  parameters: z.array(queryParameterSchema),
  columns: z.array(queryColumnSchema).describe('The columns in order, with their headings.'),
  show: z.enum(['graph', 'table', 'both']),
  rowLimit: z.int(),
  origin: z.enum(['shipped', 'own']).describe("Whether it came with the program or lies in the user's own folder."),
  version: z.string().describe('Hash of its file, by which a change on disk since is noticed.'),
});

/**
 * The answer of a query: rows in the order of the columns, and the entities and relations in them. In a row an entity is
 * `{ $type: "Entity", id, type, name }` and a relation `{ $type: "Relation", id, type, from, to }`; the whole of each is in
 * `graph`. A path is `{ $type: "Path", nodes, relations }`. Nodes and relationships that are not of the model stay whole in
 * the row, as `{ $type: "Node", labels, properties }` and `{ $type: "Relationship", type, from, to, properties }`. What JSON
 * cannot hold is `{ $type, value }`.
 */
export const queryAnswerSchema = z.strictObject({
  columns: z.array(z.string()),
  rows: z
    .array(z.array(jsonSchema))
    .describe(
      'One array a row, in the order of the columns; an entity is { $type: "Entity", id, type, name }, a relation ' +
        '{ $type: "Relation", id, type, from, to }, the whole of each is in graph.',
    ),
  graph: graphSchema.describe('Entities and relations among the values.'),
  truncated: z.boolean().describe('True where a limit cut the answer.'),
  truncatedBy: z.enum(['rows', 'bytes']).optional().describe('Which limit cut it.'),
  rowLimit: z.int(),
  durationMs: z.number(),
});

/**
 * The lines of an answer that is streamed (`Accept: application/jsonl`): first the columns, then portions of rows with the
 * entities and relations that no earlier portion had, and last either `end` or a problem document.
 */
export const answerLineSchema = z.union([
  z.strictObject({ columns: z.array(z.string()) }),
  z.strictObject({ rows: z.array(z.array(jsonSchema)), graph: graphSchema }),
  z.strictObject({ end: queryAnswerSchema.omit({ columns: true, rows: true, graph: true }).extend({ rows: z.int() }) }),
  problemSchema,
]);

export { graphNodeSchema, graphRelationSchema, graphSchema, jsonSchema };
export type SavedQuery = z.infer<typeof savedQuerySchema>;
export type QueryParameter = z.infer<typeof queryParameterSchema>;
export type QueryColumn = z.infer<typeof queryColumnSchema>;
export type QueryAnswer = z.infer<typeof queryAnswerSchema>;
export type AnswerLine = z.infer<typeof answerLineSchema>;
