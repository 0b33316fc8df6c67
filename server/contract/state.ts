// Endpoints about the state of things: health, readiness, vocabulary.
import { z } from 'zod';
import { vocabularySchema } from '../../data/model/vocabulary.ts';
import { endpoint } from './endpoint.ts';
import { countsSchema } from './shapes.ts';

/** One data set in the database. */
const datasetStateSchema = z.strictObject({
  id: z.string(),
  title: z.record(z.string(), z.string()),
  description: z.record(z.string(), z.string()).optional(),
  languages: z.array(z.string()),
  version: z.string(),
  licence: z.string(),
  hash: z.string().describe('Hash of its content.'),
  entities: z.int(),
  relations: z.int(),
  ingestedAt: z.string().describe('ISO time of the last change.'),
});

export const health = endpoint({
  id: 'getHealth',
  method: 'get',
  path: '/api/health',
  summary: 'Whether the process is up.',
  response: z.strictObject({ status: z.literal('up'), version: z.string(), uptimeSeconds: z.number() }),
});

/** One setting of the database that keeps free queries within bounds. */
const settingSchema = z.strictObject({
  name: z.string(),
  wanted: z.string(),
  found: z.string().describe('As the database tells it, or what trying it showed.'),
  ok: z.boolean(),
});

/** Answers 200 when ready and 503 with the same shape when not. */
export const ready = endpoint({
  id: 'getReady',
  method: 'get',
  path: '/api/ready',
  summary: 'Whether the database answers, and which data sets it holds.',
  response: z.strictObject({
    ready: z.boolean(),
    database: z.enum(['up', 'starting', 'starting-again', 'unreachable']),
    message: z.string().optional().describe('What is the matter, where it is not ready.'),
    datasets: z.array(datasetStateSchema),
    settings: z
      .array(settingSchema)
      .optional()
      .describe("The database's settings that protect it from free queries, as found at the start."),
  }),
});

export const vocabulary = endpoint({
  id: 'getVocabulary',
  method: 'get',
  path: '/api/vocabulary',
  summary: 'Types, kinds, relation types with sentences and words per language, and how many of each there are.',
  response: z.strictObject({
    vocabulary: vocabularySchema,
    counts: z.strictObject({ types: countsSchema, relations: countsSchema }),
  }),
});

export type DatasetState = z.infer<typeof datasetStateSchema>;
