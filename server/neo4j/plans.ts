// Reads the plan that the database makes for a query.
import { EntenteError } from '../errors.ts';
import type { Plan, PlanNotice, PlanStep } from './database.ts';

/** The parts of the driver's plan that are looked at. */
export interface PlanNode {
  readonly operatorType: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly PlanNode[];
}

/** The parts of the driver's summary of an EXPLAIN that are looked at. */
export interface PlanSummary {
  readonly queryType: string;
  readonly plan: PlanNode | false;
  readonly notifications: readonly {
    readonly code?: string;
    readonly title: string;
    readonly description: string;
    readonly position: object | undefined;
  }[];
}

/** That a parameter has no value yet is known to whoever asks, and matters only when the query runs. */
const missingValue = 'Neo.ClientNotification.Statement.ParameterNotProvided';

/**
 * What a plan does: the tree of its steps, all operators and the names of all procedures, however deep.
 *
 * @param columns names of the columns of the answer
 * @param shift how many letters stood before the text when it was sent
 */
export function readPlan(summary: PlanSummary, columns: readonly string[], shift: number): Plan {
  const root = summary.plan === false ? undefined : stepOf(summary.plan);
  const operators = new Set<string>();
  const procedures = new Set<string>();
  const open = root === undefined ? [] : [root];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    operators.add(step.operator);
    if (step.operator.endsWith('ProcedureCall')) procedures.add(procedureName(step.details));
    open.push(...step.children);
  }
  return {
    queryType: summary.queryType,
    operators: [...operators].sort(),
    procedures: [...procedures].sort(),
    columns,
    ...(root === undefined ? {} : { root }),
    notices: summary.notifications
      .filter(({ code }) => code !== missingValue)
      .map((notification) => noticeOf(notification, shift)),
  };
}

function stepOf(node: PlanNode): PlanStep {
  const { Details: details, EstimatedRows: rows } = node.arguments;
  return {
    operator: node.operatorType.replace(/@.*$/, ''),
    details: typeof details === 'string' ? details : '',
    estimatedRows: typeof rows === 'number' ? rows : 0,
    children: node.children.map(stepOf),
  };
}

function noticeOf({ description, title, position }: PlanSummary['notifications'][number], shift: number): PlanNotice {
  const offset = position !== undefined && 'offset' in position ? Number(position.offset) - shift : Number.NaN;
  return { message: description || title, ...(offset >= 0 ? { offset } : {}) };
}

/** Details begin with the full name: `db.labels() :: (label :: STRING)`. */
function procedureName(details: string): string {
  return /^[^(]+/.exec(details)?.[0].trim() ?? details;
}

/** The same error with its place in the text that stood behind so many letters in the first line of what was sent. */
export function shiftedBack(error: EntenteError, letters: number): EntenteError {
  const { line, column, offset } = error.details ?? {};
  if (typeof offset !== 'number' || typeof column !== 'number') return error;
  const place = { offset: Math.max(0, offset - letters), column: line === 1 ? Math.max(1, column - letters) : column };
  const { code, status, message, advice, cause } = error;
  const parts = { code, status, message, cause, details: { ...error.details, ...place } };
  return new EntenteError(advice === undefined ? parts : { ...parts, advice });
}
