// Endpoints for free Cypher: running a statement that reads, and planning one without running it.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { parametersSchema } from './queries.ts';
import { answerLineSchema, queryAnswerSchema } from './shapes.ts';

const cypherBody = z.strictObject({
  // What is longer than the guard lets through is refused by the guard, which writes that down.
  query: z.string().min(1).max(1_000_000),
  parameters: parametersSchema,
});

export const cypher = endpoint({
  id: 'runCypher',
  method: 'post',
  path: '/api/cypher',
  summary:
    'Runs one reading Cypher statement, within limits; in lines as they come where application/jsonl is accepted.',
  body: cypherBody.extend({
    rowLimit: z.int().min(1).max(10_000).default(1000),
    timeoutMs: z.int().min(100).max(60_000).default(10_000),
  }),
  response: queryAnswerSchema,
  lines: answerLineSchema,
});

const placeSchema = z.strictObject({
  from: z.int().min(0).describe('Index of the first letter (UTF-16) in the query.'),
  to: z.int().min(0),
});

/** One step of a plan with the steps that feed it. */
const planStepSchema = z.strictObject({
  operator: z.string(),
  details: z.string(),
  estimatedRows: z.number(),
  get children(): z.ZodArray<typeof planStepSchema> {
    return z.array(planStepSchema);
  },
});

export const planCypher = endpoint({
  id: 'planCypher',
  method: 'post',
  path: '/api/cypher/plan',
  summary:
    'What the database would do for a statement, without doing it: plan, warnings, faults and refusals with their place.',
  body: cypherBody,
  response: z.strictObject({
    faults: z
      .array(
        z.strictObject({
          code: z.string(),
          message: z.string().describe("The database's words, or which word is refused and the way out."),
          place: placeSchema.optional(),
        }),
      )
      .describe('Why it cannot be run; empty where it can.'),
    columns: z.array(z.string()),
    plan: planStepSchema.optional(),
    warnings: z.array(z.strictObject({ message: z.string(), place: placeSchema.optional() })),
  }),
});

const callableSchema = z.strictObject({
  name: z.string(),
  signature: z.string().describe('As the database writes it: name(argument :: TYPE) :: TYPE.'),
  description: z.string(),
});

export const cypherWords = endpoint({
  id: 'getCypherWords',
  method: 'get',
  path: '/api/cypher/words',
  summary: 'What a query may name besides types: functions and procedures that are let through, keys of properties.',
  response: z.strictObject({
    functions: z.array(callableSchema),
    procedures: z.array(callableSchema),
    properties: z.array(z.string()).describe('Keys that nodes and relationships have.'),
  }),
});

export type PlanStep = z.infer<typeof planStepSchema>;
export type CypherPlan = z.infer<typeof planCypher.response>;
export type CypherWords = z.infer<typeof cypherWords.response>;
