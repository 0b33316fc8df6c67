// Brings a data set folder into the database: read, check, compare, and write the difference, all of it or nothing.
import { setTimeout as wait } from 'node:timers/promises';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { EntenteError } from '../errors.ts';
import type { Database } from '../neo4j/database.ts';
import type { Notes } from '../neo4j/notes.ts';
import { ensureSchema } from '../neo4j/schema.ts';
import { loadStatement } from '../neo4j/statements.ts';
import { readDataset } from './dataset.ts';
import type { LookUp, ReadDataset } from './dataset.ts';
import type { Fault } from './faults.ts';
import { checkOthers, checkPlan, transactionTooLarge } from './guards.ts';
import type { Allowances } from './guards.ts';
import { takeLease } from './lease.ts';
import type { Lease } from './lease.ts';
import { patientNotes } from './patient-notes.ts';
import { countChanges, isEmpty, planChanges } from './plan.ts';
import type { Plan } from './plan.ts';
import { findOutside, readState } from './state.ts';
import type { Dataset } from './stored.ts';
import { writePlan } from './write.ts';

/** What an ingestion is asked to do. */
export interface IngestRequest extends Allowances {
  readonly database: Database;
  /** Path of the data set folder. */
  readonly folder: string;
  readonly vocabulary: Vocabulary;
  /** What the folder holds, where it has been read already and refers to no other data set. */
  readonly read?: ReadDataset;
  /** Only says what would be done. */
  readonly dryRun?: boolean;
  readonly notes: Notes;
}

/** What came of it. */
export type IngestResult =
  | { readonly outcome: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'checked' | 'same'; readonly dataset: Dataset }
  | { readonly outcome: 'planned' | 'written'; readonly dataset: Dataset; readonly plan: Plan };

const attempts = 4;
const recoverForMs = 60_000;

/**
 * Ingests a data set folder.
 *
 * @throws {EntenteError} whatever refuses the plan (`guards.ts`), `locked`, and what the database throws
 */
export async function ingest(request: IngestRequest): Promise<IngestResult> {
  const { database, folder, vocabulary } = request;
  const notes = patientNotes(request.notes);
  const lookUp: LookUp = (ids, datasets) => findOutside(database, ids, datasets);
  const { dataset, faults } = request.read ?? (await readDataset(folder, vocabulary, { lookUp, notes }));
  if (dataset === undefined) return { outcome: 'faulty', faults };
  let lease: Lease | undefined;
  let unknown: Plan | undefined;
  try {
    for (let attempt = 1; ; attempt += 1) {
      const held = await recovering(() => readState(database, dataset.record.id), attempt > 1);
      const plan = planChanges(dataset, held);
      if (isEmpty(plan)) return await finished({ database, notes }, dataset, unknown);
      checkPlan(plan, held, request);
      await checkOthers(database, dataset.record.id, plan);
      if (request.dryRun === true) return { outcome: 'planned', dataset, plan };
      if (lease === undefined) await ensureSchema(database);
      lease ??= await takeLease(database);
      try {
        await writePlan(database, { dataset, plan, token: lease.token, notes });
        return await finished({ database, notes }, dataset, plan);
      } catch (error) {
        if (!canBeFoundOut(error, unknown !== undefined) || attempt === attempts) throw refusal(error, plan);
        if (error instanceof EntenteError && error.code === 'commit-unknown') unknown = plan;
      }
    }
  } finally {
    await lease?.release();
  }
}

/** What is told of a write that failed for good: the database's own words speak of queries. */
function refusal(error: unknown, plan: Plan): unknown {
  if (!(error instanceof EntenteError) || error.code !== 'query-memory') return error;
  return transactionTooLarge(countChanges(plan), error);
}

/** After a COMMIT whose outcome is unknown, or a change by somebody else, the database is asked again. */
function canBeFoundOut(error: unknown, wasUnknown: boolean): boolean {
  if (!(error instanceof EntenteError)) return false;
  const afterUnknown = ['constraint-violated', 'rows-missing', 'lease-lost'];
  return (
    error.code === 'commit-unknown' ||
    error.code === 'changed-meanwhile' ||
    (wasUnknown && afterUnknown.includes(error.code))
  );
}

/** Asks again while the database is away, for a minute. */
async function recovering<T>(ask: () => Promise<T>, patient: boolean): Promise<T> {
  const until = performance.now() + (patient ? recoverForMs : 0);
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const isAway = error instanceof EntenteError && error.status === 503;
      if (!isAway || performance.now() > until) throw error;
      await wait(1_000);
    }
  }
}

/** Leaves with the data set up to where the database was written, for readers on other machines; it is there without that, too. */
async function finished(
  { database, notes }: Pick<IngestRequest, 'database' | 'notes'>,
  dataset: Dataset,
  plan: Plan | undefined,
): Promise<IngestResult> {
  if (plan === undefined) return { outcome: 'same', dataset };
  try {
    const bookmarks = await database.lastBookmarks();
    const parameters = { dataset: dataset.record.id, hash: dataset.hash, bookmarks };
    await database.writeOnce(loadStatement('write/leave-bookmarks'), parameters);
  } catch (error) {
    notes.say(withoutBookmarks(error));
  }
  return { outcome: 'written', dataset, plan };
}

function withoutBookmarks(error: unknown): string {
  const why = error instanceof Error ? error.message.replace(/[.\s]+$/, '') : String(error);
  return `The data set is written, but its bookmarks could not be left with it (${why}): in a cluster, other machines may read the former content for a moment.`;
}
