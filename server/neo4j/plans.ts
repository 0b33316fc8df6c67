// Reads the plan that the database makes for a query.
import type { Plan } from './database.ts';

/** The parts of the driver's plan that are looked at. */
export interface PlanNode {
  readonly operatorType: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly PlanNode[];
}

/** What a plan does: all operators and the names of all procedures, however deep. */
export function readPlan(queryType: string, root: PlanNode | false): Plan {
  const operators = new Set<string>();
  const procedures = new Set<string>();
  const open = root === false ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const operator = node.operatorType.replace(/@.*$/, '');
    operators.add(operator);
    if (operator === 'ProcedureCall') procedures.add(procedureName(node.arguments['Details']));
    open.push(...node.children);
  }
  return { queryType, operators: [...operators].sort(), procedures: [...procedures].sort() };
}

/** Details begin with the full name: `db.labels() :: (label :: STRING)`. */
function procedureName(details: unknown): string {
  return /^[`\w.]+/.exec(String(details))?.[0] ?? String(details);
}
