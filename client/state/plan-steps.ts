// A plan in the order in which its steps run: each chain as a list, branches with the step that joins them. Pure.
import type { PlanStep } from '../../server/contract/cypher.ts';

/** One step, after the branches that it joins. */
export interface OrderedStep {
  readonly operator: string;
  readonly details: string;
  readonly estimatedRows: number;
  /** None where it follows from the step before it. */
  readonly branches: readonly (readonly OrderedStep[])[];
}

/** The steps from the first that runs to the last, which hands out the answer. */
export function stepsInOrder({ operator, details, estimatedRows, children }: PlanStep): OrderedStep[] {
  const [only] = children;
  const isChain = children.length === 1 && only !== undefined;
  const own = { operator, details, estimatedRows, branches: isChain ? [] : children.map(stepsInOrder) };
  return isChain ? [...stepsInOrder(only), own] : [own];
}

/** How long the bar of so many expected rows is, from 0 to 1: full at a million, by powers of ten. */
export function barShare(estimatedRows: number): number {
  return Math.min(1, Math.max(0.02, Math.log10(Math.max(1, estimatedRows)) / 6));
}
