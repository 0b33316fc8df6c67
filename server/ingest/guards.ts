// Refuses plans that would do harm: too much deleted, other people's nodes, what others rest on, more than one transaction holds.
import { z } from 'zod';
import { EntenteError } from '../errors.ts';
import type { Database } from '../neo4j/database.ts';
import { countChanges } from './plan.ts';
import type { Plan } from './plan.ts';
import { countedForeignNodes, read } from './state.ts';
import type { HeldState } from './state.ts';

/** What the person allows. */
export interface Allowances {
  /** How many entities and relations may be removed. */
  readonly allowDelete?: number;
  /** Nodes that no data set owns stay beside ours. */
  readonly keepForeign?: boolean;
}

/** The most changes in one transaction; with two evidence items each they need some 500 MB in the database. */
const mostChanges = 40_000;
const deletableShare = 0.2;

/**
 * Refuses a plan that the allowances do not cover.
 *
 * @throws {EntenteError} `foreign-nodes`, `too-many-deletions`, `too-many-changes`
 */
export function checkPlan(plan: Plan, held: HeldState, allowances: Allowances): void {
  if (held.foreignNodes > 0 && allowances.keepForeign !== true) throw foreignNodes(held.foreignNodes);
  const [entities, relations] = [plan.entities.removed.length, plan.relations.removed.length];
  const allowed = allowances.allowDelete;
  const isLarge = entities > held.entities.size * deletableShare || relations > held.relations.size * deletableShare;
  if (allowed === undefined ? isLarge : entities + relations > allowed) throw tooManyDeletions(plan, held, allowed);
  const changes = countChanges(plan);
  if (changes > mostChanges) throw tooManyChanges(changes);
}

/**
 * Refuses a plan that touches what others own or rest on.
 *
 * @throws {EntenteError} `owned-elsewhere`, `in-use`
 */
export async function checkOthers(database: Database, dataset: string, plan: Plan): Promise<void> {
  const added = plan.entities.added.map(({ id }) => id);
  const owners = z.object({ id: z.string(), owner: z.string() });
  const [owned] = added.length === 0 ? [] : await read(database, 'find-other-owners', { ids: added, dataset }, owners);
  if (owned !== undefined) throw ownedElsewhere(owned.id, owned.owner);
  const removed = plan.entities.removed.map(({ id }) => id);
  const users = z.object({ id: z.string(), relation: z.string(), owner: z.string() });
  const [used] =
    removed.length === 0 ? [] : await read(database, 'find-relations-of-others', { ids: removed, dataset }, users);
  if (used !== undefined) throw inUse(used.id, used.relation, used.owner);
}

function foreignNodes(count: number): EntenteError {
  const many = count === 1 ? 'a node' : `${count >= countedForeignNodes ? 'at least ' : ''}${count} nodes`;
  return new EntenteError({
    code: 'foreign-nodes',
    status: 409,
    message: `The database holds ${many} that no data set owns.`,
    advice: 'Use an empty database, or say --keep-foreign: they then stay untouched beside the data set.',
    details: { nodes: count },
  });
}

function tooManyDeletions(plan: Plan, held: HeldState, allowed: number | undefined): EntenteError {
  const [entities, relations] = [plan.entities.removed.length, plan.relations.removed.length];
  const removes = `This would remove ${entities} of ${held.entities.size} entities and ${relations} of ${held.relations.size} relations`;
  const sum = entities + relations;
  return new EntenteError({
    code: 'too-many-deletions',
    status: 409,
    message:
      allowed === undefined ? `${removes}, more than 20 % of either.` : `${removes}, more than the ${allowed} allowed.`,
    advice: `Look at the plan with --dry-run, and say --allow-delete ${sum} if that is meant.`,
    details: { entities, relations },
  });
}

function tooManyChanges(changes: number): EntenteError {
  return new EntenteError({
    code: 'too-many-changes',
    status: 413,
    message: `These are ${changes} changes, and one transaction takes at most ${mostChanges}.`,
    advice: 'Ingest the data set in parts: add some of its files, ingest, and add the next.',
    details: { changes, limit: mostChanges },
  });
}

/** The error of a write that needs more memory than the database gives one transaction. */
export function transactionTooLarge(changes: number, cause: unknown): EntenteError {
  return new EntenteError({
    code: 'transaction-too-large',
    status: 413,
    message: `These ${changes} changes need more memory than the database gives to one transaction.`,
    advice: 'Ingest the data set in parts, or raise db.memory.transaction.max in the configuration of the database.',
    details: { changes },
    cause,
  });
}

function ownedElsewhere(id: string, owner: string): EntenteError {
  const whose = owner === '' ? 'a node that no data set owns' : `the data set ${owner}`;
  return new EntenteError({
    code: 'owned-elsewhere',
    status: 409,
    message: `The id ${id} belongs to ${whose} already.`,
    advice:
      owner === '' ? 'Give the entity another id.' : `Extend ${owner} and leave the entity out, or give it another id.`,
    details: { id, owner },
  });
}

function inUse(id: string, relation: string, owner: string): EntenteError {
  const whose = owner === '' ? 'a relation that no data set owns' : `the relation ${relation} of the data set ${owner}`;
  return new EntenteError({
    code: 'in-use',
    status: 409,
    message: `The entity ${id} cannot be removed, because ${whose} ends on it.`,
    advice: 'Remove that relation first, or keep the entity.',
    details: { id, relation, owner },
  });
}
