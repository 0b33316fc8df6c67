// The endpoint that renders what is on the canvas as a picture with legend, date and sources.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { langSchema } from './shapes.ts';

/** What a picture is made from; everything else comes from the database. */
export const exportRequestSchema = z.strictObject({
  ids: z.array(z.string().min(1).max(200)).min(1).max(3000).describe('The entities shown.'),
  positions: z
    .record(z.string(), z.strictObject({ x: z.number(), y: z.number() }))
    .optional()
    .describe('Positions by entity id, in canvas units; laid out by the server where absent.'),
  relations: z
    .array(z.string().min(1).max(600))
    .max(20_000)
    .optional()
    .describe('Ids of the relations shown; all among the entities, but those between documents, where absent.'),
  title: z.string().max(200).optional(),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .describe('The date printed; today where absent.'),
  lang: langSchema.default('en'),
  theme: z.enum(['light', 'dark']).default('light'),
  format: z.enum(['svg', 'png']),
  scale: z
    .union([z.literal(1), z.literal(2), z.literal(4)])
    .default(1)
    .describe('Pixels a unit, for PNG.'),
});

export const exportPicture = endpoint({
  id: 'exportPicture',
  method: 'post',
  path: '/api/export',
  summary: 'The picture of those entities and the relations among them, as SVG or PNG.',
  body: exportRequestSchema,
  response: z.string().describe('The file.'),
  contentTypes: ['image/svg+xml', 'image/png'],
});

export type ExportRequest = z.infer<typeof exportRequestSchema>;
