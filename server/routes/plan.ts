// What the database would do for a statement, without doing it.
import type { Router } from 'express';
import { planCypher } from '../contract/cypher.ts';
import type { Answer } from '../contract/endpoint.ts';
import { EntenteError, sentenceOf } from '../errors.ts';
import { audited, hashOf } from '../guard/audit.ts';
import { checkPlan } from '../guard/plan-check.ts';
import { placeOf, refusalError, wordAt } from '../guard/refusal.ts';
import type { Plan } from '../neo4j/database.ts';
import { networkOf } from './caller.ts';
import type { RouteContext } from './context.ts';
import { route } from './route.ts';

type PlanAnswer = Answer<typeof planCypher>;

/** `POST /api/cypher/plan`: 200 with the plan, and with every reason why the statement cannot be run. */
export function addPlan(router: Router, { guard, audit }: RouteContext): void {
  route(router, planCypher, async ({ body: { query, parameters }, caller: { who, address }, signal }) => {
    let plan: Plan | undefined;
    const work = async (): Promise<void> => {
      plan = await guard.free.plan(networkOf(address), query, parameters, signal);
      const refusal = checkPlan(plan);
      if (refusal !== undefined) throw refusalError(refusal);
    };
    const faults: PlanAnswer['faults'] = [];
    await audited(audit, { kind: 'plan', who, address, hash: hashOf(query) }, work).catch((error: unknown) => {
      faults.push(faultOf(error, query));
    });
    return answerOf(query, plan, faults);
  });
}

/** What is wrong with the text; anything else that went wrong is thrown on. */
function faultOf(error: unknown, query: string): PlanAnswer['faults'][number] {
  if (!(error instanceof EntenteError) || ![400, 403, 413].includes(error.status)) throw error;
  const place = placeOf(error, query);
  return { code: error.code, message: sentenceOf(error), ...(place === undefined ? {} : { place }) };
}

function answerOf(query: string, plan: Plan | undefined, faults: PlanAnswer['faults']): PlanAnswer {
  const warnings = (plan?.notices ?? []).map(({ message, offset }) => ({
    message,
    ...(offset === undefined ? {} : { place: wordAt(query, offset) }),
  }));
  const root = plan?.root;
  return {
    faults,
    columns: [...(plan?.columns ?? [])],
    ...(root === undefined ? {} : { plan: copyOf(root) }),
    warnings,
  };
}

function copyOf(step: NonNullable<Plan['root']>): NonNullable<PlanAnswer['plan']> {
  const { operator, details, estimatedRows } = step;
  return { operator, details, estimatedRows, children: step.children.map(copyOf) };
}
