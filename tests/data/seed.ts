// The shipped data set as its files hold it, for tests that look at the facts themselves.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { relationId } from '../../data/model/records.ts';
import { root } from '../architecture/source-files.ts';

const evidence = z.looseObject({ source: z.string(), locator: z.string(), statement: z.string() });
const entity = z.looseObject({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  evidence: z.array(evidence).default([]),
});
const relation = z.looseObject({
  from: z.string(),
  type: z.string(),
  to: z.string(),
  key: z.string().optional(),
  evidence: z.array(evidence),
});

const folder = path.join(root, 'data/seed');
const parse = (file: string): unknown => load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA });
const filesIn = (name: string) => readdirSync(path.join(folder, name)).map((file) => path.join(folder, name, file));

/** Every entity record, sources included. */
export const entities = [path.join(folder, 'sources.yaml'), ...filesIn('entities')].flatMap((file) =>
  z.array(entity).parse(parse(file)),
);

/** Every relation record with its id. */
export const relations = filesIn('relations')
  .flatMap((file) => z.array(relation).parse(parse(file)))
  .map((record): z.infer<typeof relation> & { id: string } => Object.assign(record, { id: relationId(record) }));

/** Entity records by id. */
export const entityById = new Map(entities.map((record) => [record.id, record]));

/** Reads `tests/data/coverage.yaml`. */
export function readCoverage() {
  const paragraph = z.strictObject({
    locator: z.string(),
    facts: z.array(z.string()).min(1).optional(),
    reason: z.string().min(1).optional(),
  });
  const documents = z.array(z.strictObject({ document: z.string(), paragraphs: z.array(paragraph) }));
  return documents.parse(parse(path.join(import.meta.dirname, 'coverage.yaml')));
}
