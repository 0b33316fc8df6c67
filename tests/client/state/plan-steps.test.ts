// Plans in the order in which their steps run.
import { describe, expect, it } from 'vitest';
import { barShare, stepsInOrder, type OrderedStep } from '../../../client/state/plan-steps.ts';
import type { PlanStep } from '../../../server/contract/cypher.ts';

const step = (operator: string, ...children: PlanStep[]): PlanStep => ({
  operator,
  details: '',
  estimatedRows: 1,
  children,
});

/** Operators in order; branches in lists before the step that joins them. */
function outline(steps: readonly OrderedStep[]): unknown[] {
  return steps.flatMap(({ operator, branches }) => [...branches.map(outline), operator]);
}

describe('the steps of a plan', () => {
  it('stand in the order in which they run', () => {
    const plan = step('ProduceResults', step('Filter', step('NodeByLabelScan')));
    expect(outline(stepsInOrder(plan))).toEqual(['NodeByLabelScan', 'Filter', 'ProduceResults']);
  });

  it('have branches before the step that joins them', () => {
    const plan = step(
      'ProduceResults',
      step('Apply', step('Distinct', step('NodeByLabelScan')), step('Union', step('Argument'), step('Argument'))),
    );
    expect(outline(stepsInOrder(plan))).toEqual([
      ['NodeByLabelScan', 'Distinct'],
      [['Argument'], ['Argument'], 'Union'],
      'Apply',
      'ProduceResults',
    ]);
  });
});

describe('the bar of expected rows', () => {
  it.each([
    [0, 0.02],
    [0.3, 0.02],
    [1, 0.02],
    [1000, 0.5],
    [1_000_000, 1],
    [1e12, 1],
  ])('of %d rows is %d long', (rows, share) => {
    expect(barShare(rows)).toBeCloseTo(share);
  });
});
