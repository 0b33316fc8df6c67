// Endpoints for saved queries and free read-only Cypher.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idParams, jsonSchema, queryAnswerSchema, savedQuerySchema } from './shapes.ts';

const parameters = z.record(z.string().max(100), jsonSchema).default({});

export const queries = endpoint({
  id: 'getQueries',
  method: 'get',
  path: '/api/queries',
  summary: 'The saved queries.',
  response: z.strictObject({ queries: z.array(savedQuerySchema) }),
});

export const query = endpoint({
  id: 'getQuery',
  method: 'get',
  path: '/api/queries/{id}',
  summary: 'One saved query with its Cypher text.',
  params: idParams,
  response: savedQuerySchema.extend({ text: z.string().describe('The Cypher, as pasted into a database browser.') }),
});

export const runQuery = endpoint({
  id: 'runQuery',
  method: 'post',
  path: '/api/queries/{id}/run',
  summary: 'Runs a saved query with parameters.',
  params: idParams,
  body: z.strictObject({ parameters }),
  response: queryAnswerSchema,
});

export const cypher = endpoint({
  id: 'runCypher',
  method: 'post',
  path: '/api/cypher',
  summary: 'Runs one reading Cypher statement, with time and row limit.',
  body: z.strictObject({ query: z.string().min(1).max(20_000), parameters }),
  response: queryAnswerSchema,
});
