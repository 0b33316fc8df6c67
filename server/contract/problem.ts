// RFC 9457 problem documents: the one shape of every error answer.
import { z } from 'zod';

/** A problem document with our stable code and, where there are several, each fault with its place. */
export const problemSchema = z
  .object({
    type: z.string().describe('Identifies the kind of problem: urn:entente:problem:<code>.'),
    title: z.string().describe('The kind of problem in a few words.'),
    status: z.int().describe('HTTP status.'),
    detail: z.string().describe('What happened and what to do.'),
    instance: z.string().optional().describe('Id of the request, as in the log.'),
    code: z.string().describe('Stable code for programs.'),
    advice: z.string().optional().describe('What to do.'),
    errors: z
      .array(z.object({ path: z.string().describe('Where in the input.'), message: z.string() }))
      .optional()
      .describe('Every fault of the input.'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
