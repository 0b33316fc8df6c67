// What has to be added, changed and removed so that the database holds what the data set says: pure, by content hash.
import type { HeldEntity, HeldRelation, HeldState } from './state.ts';
import type { Dataset, StoredEntity, StoredRelation } from './stored.ts';

/** The difference for one kind of rows. */
export interface Changes<Stored, Held> {
  readonly added: readonly Stored[];
  readonly changed: readonly Stored[];
  readonly removed: readonly Held[];
}

/** The whole difference. */
export interface Plan {
  readonly entities: Changes<StoredEntity, HeldEntity>;
  readonly relations: Changes<StoredRelation, HeldRelation>;
  /** Entities among the changed ones whose type is another now. */
  readonly retyped: readonly { readonly id: string; readonly before: string; readonly after: string }[];
  /** True where the data set's own node has to be written, if nothing else. */
  readonly datasetChanged: boolean;
  /** Hash that the database holds and on which the plan rests. */
  readonly basis: string | undefined;
}

/** The difference between a data set and what the database holds of it. */
export function planChanges(dataset: Dataset, held: HeldState): Plan {
  const entities = difference(dataset.entities, held.entities);
  const retyped = entities.changed.flatMap(({ id, type }) => {
    const before = held.entities.get(id)?.type;
    return before === undefined || before === type ? [] : [{ id, before, after: type }];
  });
  return {
    entities,
    relations: difference(dataset.relations, held.relations),
    retyped,
    datasetChanged: dataset.hash !== held.hash,
    basis: held.hash,
  };
}

function difference<Stored extends StoredEntity, Held extends HeldEntity>(
  wanted: readonly Stored[],
  held: ReadonlyMap<string, Held>,
): Changes<Stored, Held> {
  const ids = new Set(wanted.map((row) => row.id));
  return {
    added: wanted.filter((row) => !held.has(row.id)),
    changed: wanted.filter((row) => held.has(row.id) && held.get(row.id)?.hash !== row.hash),
    removed: [...held.values()].filter((row) => !ids.has(row.id)),
  };
}

/** How many entities and relations a plan touches. */
export function countChanges(plan: Plan): number {
  return [plan.entities, plan.relations].reduce(
    (sum, { added, changed, removed }) => sum + added.length + changed.length + removed.length,
    0,
  );
}

/** True where there is nothing to write. */
export function isEmpty(plan: Plan): boolean {
  return countChanges(plan) === 0 && !plan.datasetChanged;
}
