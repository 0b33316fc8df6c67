// Endpoints for saved queries: shipped ones and the users' own.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answerLineSchema, idParams, jsonSchema, langSchema, queryAnswerSchema, savedQuerySchema } from './shapes.ts';

/** Values of a query's parameters by name. */
export const parametersSchema = z.record(z.string().max(100), jsonSchema).default({});

const queryText = z
  .string()
  .min(1)
  .max(100_000)
  .describe('The whole file: front matter in the leading comment, then Cypher.');
const queryVersion = z.string().min(1).max(100).describe('Version that the change was made from.');
const queryWithText = savedQuerySchema.extend({
  text: z.string().describe('The Cypher, as pasted into a database browser.'),
});
const fileFaultSchema = z.strictObject({
  path: z.string().describe('The file, below its folder.'),
  line: z.int().min(1),
  message: z.string(),
});

const suggestedValueSchema = z.strictObject({
  value: z.string(),
  label: z.string(),
  type: z.string().optional().describe('Its type, where it is an entity.'),
  count: z.int().optional(),
});
const nameMatchSchema = z.strictObject({
  name: z.string().describe('As it was sent.'),
  outcome: z.enum(['certain', 'doubtful', 'unknown']),
  candidates: z
    .array(z.strictObject({ id: z.string(), type: z.string(), name: z.string(), matched: z.string() }))
    .describe('One where certain, the best first where doubtful, none where unknown.'),
});

export const queries = endpoint({
  id: 'getQueries',
  method: 'get',
  path: '/api/queries',
  summary: 'The saved queries that can be run, and the faults of files that cannot.',
  response: z.strictObject({ queries: z.array(savedQuerySchema), faults: z.array(fileFaultSchema) }),
});

export const query = endpoint({
  id: 'getQuery',
  method: 'get',
  path: '/api/queries/{id}',
  summary: 'One saved query with its Cypher text.',
  params: idParams,
  response: queryWithText,
});

export const runQuery = endpoint({
  id: 'runQuery',
  method: 'post',
  path: '/api/queries/{id}/run',
  summary: 'Runs a saved query with parameters; in lines as they come where application/jsonl is accepted.',
  params: idParams,
  body: z.strictObject({ parameters: parametersSchema }),
  response: queryAnswerSchema,
  lines: answerLineSchema,
});

export const suggestValues = endpoint({
  id: 'suggestValues',
  method: 'post',
  path: '/api/queries/{id}/suggestions',
  summary: "Values for one parameter of a saved query, out of the database, given the others' values.",
  params: idParams,
  body: z.strictObject({
    parameter: z.string().min(1).max(100),
    parameters: parametersSchema.describe('Values of the other parameters, as far as they are known.'),
    text: z.string().max(200).default('').describe('What has been typed of the value.'),
    lang: langSchema.default('en'),
    limit: z.int().min(1).max(100).default(20),
  }),
  response: z.strictObject({ values: z.array(suggestedValueSchema), truncated: z.boolean() }),
});

export const resolveNames = endpoint({
  id: 'resolveNames',
  method: 'post',
  path: '/api/names',
  summary: 'Which entities names mean: certain, doubtful with candidates, or unknown.',
  body: z.strictObject({
    names: z.array(z.string().min(1).max(200)).min(1).max(500),
    types: z.array(z.string()).max(50).default([]).describe('Only entities of these types; all where empty.'),
    lang: langSchema.default('en'),
  }),
  response: z.strictObject({ names: z.array(nameMatchSchema) }),
});

export const checkQuery = endpoint({
  id: 'checkQuery',
  method: 'post',
  path: '/api/queries/check',
  summary: 'Checks the text of a saved query without keeping it: front matter, parameters, plan, columns.',
  body: z.strictObject({ text: queryText }),
  response: z.strictObject({ query: savedQuerySchema.optional(), faults: z.array(fileFaultSchema) }),
});

export const createQuery = endpoint({
  id: 'createQuery',
  method: 'post',
  path: '/api/queries',
  summary: "Keeps a query of the user's own as a file.",
  body: z.strictObject({ text: queryText }),
  response: queryWithText,
});

export const replaceQuery = endpoint({
  id: 'replaceQuery',
  method: 'put',
  path: '/api/queries/{id}',
  summary:
    "Changes a query of the user's own; another id in the text renames it. 409 where its file has changed since.",
  params: idParams,
  body: z.strictObject({ text: queryText, version: queryVersion }),
  response: queryWithText,
});

export const deleteQuery = endpoint({
  id: 'deleteQuery',
  method: 'delete',
  path: '/api/queries/{id}',
  summary: "Deletes a query of the user's own. 409 where its file has changed since.",
  params: idParams,
  query: z.strictObject({ version: queryVersion }),
  response: z.strictObject({ deleted: z.string() }),
});

export type FileFault = z.infer<typeof fileFaultSchema>;
export type SuggestedValue = z.infer<typeof suggestedValueSchema>;
export type NameMatch = z.infer<typeof nameMatchSchema>;
