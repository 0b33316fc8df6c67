// Carries out a plan in one transaction, which commits only if every row was written and the lease is still held.
import { z } from 'zod';
import { EntenteError } from '../errors.ts';
import type { Database, Parameters, WriteTransaction } from '../neo4j/database.ts';
import type { Notes } from '../neo4j/notes.ts';
import { loadStatement } from '../neo4j/statements.ts';
import { leaseLost } from './lease.ts';
import type { Plan } from './plan.ts';
import type { Dataset } from './stored.ts';

/** What one writing needs. */
export interface Writing {
  readonly dataset: Dataset;
  readonly plan: Plan;
  /** Token of the lease that is held. */
  readonly token: string;
  readonly notes: Notes;
}

type RowList = readonly Readonly<Record<string, unknown>>[];

/** Rows and the statement under cypher/write that writes them. */
interface Step {
  readonly statement: string;
  readonly rows: RowList;
}

const rowsPerStatement = 2_500;
const timeoutMs = 600_000;
const writtenRow = z.object({ written: z.int() });
const releasedRow = z.object({ released: z.int() });
const datasetRow = z.object({ hash: z.string().nullable() });

/**
 * Writes a plan, all or nothing.
 *
 * @throws {EntenteError} `changed-meanwhile` where the database no longer holds what the plan rests on, `lease-lost`,
 * `rows-missing` where an end is not there, `commit-unknown`
 */
export async function writePlan(database: Database, writing: Writing): Promise<void> {
  const now = { $type: 'DateTime', value: new Date().toISOString() };
  const steps = stepsOf(writing.plan);
  const total = steps.reduce((sum, step) => sum + step.rows.length, 0);
  await database.write(
    async (tx) => {
      await checkBasis(tx, writing);
      let done = 0;
      // The next rows are packed and sent while the database is at work on the ones before.
      let before = Promise.resolve();
      for (const { statement, rows } of inParts(steps)) {
        const these = writeRows(tx, statement, rows, now);
        these.catch(() => undefined);
        await before;
        before = these.then(() => writing.notes.progress('Writing', (done += rows.length), total, 'changes'));
      }
      await before;
      await run(tx, 'store-dataset', { ...datasetParameters(writing.dataset), now }, writtenRow);
      const { released } = await run(tx, 'release-lease', { token: writing.token }, releasedRow);
      if (released !== 1) throw leaseLost();
    },
    { timeoutMs },
  );
}

/** Relations go before the entities that they end on, and come after them. */
function stepsOf({ entities, relations, retyped }: Plan): Step[] {
  const steps: Step[] = [
    { statement: 'delete-relations', rows: relations.removed.map(({ id, from, to }) => ({ id, from, to })) },
    { statement: 'delete-entities', rows: entities.removed.map(({ id }) => ({ id })) },
    { statement: 'retype-entities', rows: retyped },
    { statement: 'change-entities', rows: entities.changed.map(({ id, properties }) => ({ id, properties })) },
    { statement: 'create-entities', rows: entities.added.map(({ type, properties }) => ({ type, properties })) },
    {
      statement: 'change-relations',
      rows: relations.changed.map(({ id, from, to, properties }) => ({ id, from, to, properties })),
    },
    {
      statement: 'create-relations',
      rows: relations.added.map(({ from, to, type, properties }) => ({ from, to, type, properties })),
    },
  ];
  return steps.filter((step) => step.rows.length > 0);
}

function inParts(steps: readonly Step[]): Step[] {
  return steps.flatMap(({ statement, rows }) => {
    const parts = Math.ceil(rows.length / rowsPerStatement);
    return Array.from({ length: parts }, (_, at) => ({
      statement,
      rows: rows.slice(at * rowsPerStatement, (at + 1) * rowsPerStatement),
    }));
  });
}

async function checkBasis(tx: WriteTransaction, { dataset, plan }: Writing): Promise<void> {
  const { hash } = await run(tx, 'find-dataset', { dataset: dataset.record.id }, datasetRow);
  if ((hash ?? undefined) !== plan.basis) {
    throw new EntenteError({
      code: 'changed-meanwhile',
      status: 409,
      message: 'The data set in the database was changed by somebody else while this ingestion was being prepared.',
      advice: 'Try again.',
    });
  }
}

async function writeRows(tx: WriteTransaction, statement: string, rows: RowList, now: unknown): Promise<void> {
  const parameters = needsTime.has(statement) ? { rows, now } : { rows };
  const { written } = await run(tx, statement, parameters, writtenRow);
  if (written !== rows.length) {
    throw new EntenteError({
      code: 'rows-missing',
      status: 409,
      message: `${rows.length - written} of ${rows.length} rows could not be written (${statement}): what they rest on is no longer in the database.`,
      advice: 'Try again; if it happens again, somebody else changes the database at the same time.',
      details: { statement, rows: rows.length, written },
    });
  }
}

const needsTime = new Set(['create-entities', 'change-entities', 'create-relations', 'change-relations']);

/** Words by language are one text of JSON each: a property cannot be a map. */
function datasetParameters({ record, hash, entities, relations }: Dataset): Parameters {
  const { id, title, description, languages, version, licence, overview = [] } = record;
  const properties = {
    id,
    title: JSON.stringify(title),
    ...(description === undefined ? {} : { description: JSON.stringify(description) }),
    languages,
    version,
    licence,
    overview,
    extends: record.extends ?? [],
    hash,
    entities: entities.length,
    relations: relations.length,
  };
  return { dataset: id, properties };
}

async function run<T>(tx: WriteTransaction, name: string, parameters: Parameters, schema: z.ZodType<T>): Promise<T> {
  const [row] = await tx.run(loadStatement(`write/${name}`), parameters);
  return schema.parse(row);
}
