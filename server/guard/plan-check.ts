// Layer 3: looks at what the database would do, and refuses whatever does more than read the graph.
import type { Plan, PlanStep } from '../neo4j/database.ts';
import { functions, procedures } from './allowed.ts';
import type { Refusal } from './refusal.ts';

/**
 * Steps that read, as the planner of 5.26 names them without what stands in parentheses. It is a list of what is allowed: a step
 * that a later version brings is refused until somebody has looked at what it does.
 */
const readingSteps: ReadonlySet<string> = new Set(
  `ProduceResults Projection Filter EmptyRow EmptyResult Argument Apply SemiApply AntiSemiApply LetSemiApply LetAntiSemiApply
  SelectOrSemiApply SelectOrAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply ConditionalApply AntiConditionalApply
  RollUpApply CartesianProduct EagerAggregation OrderedAggregation Distinct OrderedDistinct Eager Expand OptionalExpand Optional
  VarLengthExpand Limit ExhaustiveLimit Skip Sort PartialSort Top PartialTop Top1WithTies Union OrderedUnion Unwind PartitionedUnwind
  NodeHashJoin NodeLeftOuterHashJoin NodeRightOuterHashJoin ValueHashJoin AssertSameNode AssertSameRelationship ProjectEndpoints
  ShortestPath StatefulShortestPath Repeat BidirectionalRepeat RepeatOptions PathPropagatingBFS TriadicSelection TriadicBuild
  TriadicFilter CacheProperties RemoteBatchProperties RemoteBatchPropertiesWithFilter NullifyMetadata NonFuseable ArgumentTracker
  PreserveOrder NodeCountFromCountStore RelationshipCountFromCountStore ProcedureCall ShowIndexes ShowConstraints
  ShowFunctions`.split(/\s+/),
);
/** Every way to find nodes and relationships: `NodeByLabelScan`, `NodeUniqueIndexSeekByRange`, `DirectedRelationshipTypeScan`. */
const finding =
  /^(?:Partitioned)?(?:AllNodes|Node|Multi|(?:Und|D)irected|Union|Intersection|Subtraction)\w*(?:Scan|Seek|SeekByRange)$/;
/** What details tell that is more than reading the graph. */
const hiddenStep = /\bLOAD CSV\b|\bIN (?:\S+ )?(?:CONCURRENT )?TRANSACTIONS\b/;
/** A call of a dotted function, outside quotes. */
const dottedCall = /\b[a-z_]\w*(?:\.\w+)+(?=\()/gi;
const quoted = /`(?:[^`]|``)*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** Why a query with this plan must not be run, or nothing where it may. */
export function checkPlan(plan: Plan): Refusal | undefined {
  const step = plan.operators.find((operator) => !reads(operator));
  if (step !== undefined) return refusedStep(step);
  const procedure = plan.procedures.find((name) => !procedures.has(name.replaceAll('`', '')));
  if (procedure !== undefined) return refusedProcedure(procedure);
  if (plan.queryType !== 'r') return refusedKind(plan.queryType);
  return plan.root === undefined ? undefined : hiddenFault(plan.root);
}

function reads(operator: string): boolean {
  const name = operator.replace(/\(.*\)$/, '').replace(/^Eager (?=ProcedureCall$)/, '');
  return readingSteps.has(name) || finding.test(name);
}

/**
 * Subqueries within expressions (`CASE WHEN EXISTS { … }`, `[x IN l | COLLECT { … }]`) have no steps of their own: what they do is
 * told only by the details of the step around them, their calls of procedures looking like those of functions.
 */
function hiddenFault(root: PlanStep): Refusal | undefined {
  const open = [root];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const word = hiddenStep.exec(step.details)?.[0];
    if (word !== undefined) return refusedStep(word);
    const calls = step.details.replace(quoted, '').match(dottedCall) ?? [];
    const strange = calls.find((name) => !functions.has(name.toLowerCase()) && !procedures.has(name));
    if (strange !== undefined) return refusedFunction(strange);
    open.push(...step.children);
  }
  return undefined;
}

function refusedStep(step: string): Refusal {
  const message = `For this query the database would do ${step}, which is not among the steps that only read the graph.`;
  return planRefusal(
    'step-refused',
    message,
    'Leave out whatever changes, loads, stops or shows anything but the graph.',
  );
}

function refusedProcedure(name: string): Refusal {
  const advice = `Allowed are ${[...procedures].join(', ')}.`;
  return planRefusal('procedure-refused', `The procedure ${name} is not allowed.`, advice);
}

function refusedFunction(name: string): Refusal {
  const advice = 'Use the functions that are built into Cypher.';
  return planRefusal('function-refused', `The function ${name} is not allowed.`, advice);
}

function refusedKind(kind: string): Refusal {
  const message = `The database takes this for a query of the kind ${kind}, and only those that read (r) are run.`;
  return planRefusal('kind-refused', message, 'Leave out whatever creates, sets, merges, deletes or manages.');
}

function planRefusal(code: string, message: string, advice: string): Refusal {
  return { layer: 'plan', code, status: 403, message, advice };
}
