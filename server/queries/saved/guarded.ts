// Holds a saved query against the guard and against the database: may its text be sent, does it only read, are its columns as declared.
import type { Json } from '../../../data/model/graph.ts';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import type { FileFault } from '../../contract/queries.ts';
import type { QueryParameter } from '../../contract/shapes.ts';
import { EntenteError, sentenceOf } from '../../errors.ts';
import { checkPlan } from '../../guard/plan-check.ts';
import { checkText } from '../../guard/policy.ts';
import type { Refusal } from '../../guard/refusal.ts';
import type { Database, Plan } from '../../neo4j/database.ts';
import { checkParameters } from './parameters.ts';
import type { ReadQuery } from './read-query.ts';

/** A fault of a text, by its line. */
export type LineFault = Omit<FileFault, 'path'>;

const planTimeoutMs = 20_000;

/** What the policy on texts has against a query; its head is a comment that has been read already and is left out. */
export function textFaults({ frontMatter, query }: ReadQuery, vocabulary: Vocabulary): LineFault[] {
  const refusal = checkText(frontMatter.body, sampleValues(query.parameters, vocabulary));
  return refusal === undefined ? [] : [refused(refusal, frontMatter.lineInBody(refusal.place?.from ?? 0))];
}

/**
 * What the database has against a query, found out without running it.
 *
 * @throws {EntenteError} where the database cannot say: it is away or busy ({@link isNoAnswer}), or failed over this query
 */
export async function planFaults(
  read: ReadQuery,
  vocabulary: Vocabulary,
  database: Pick<Database, 'explain'>,
): Promise<LineFault[]> {
  const { frontMatter, query } = read;
  const values = sampleValues(query.parameters, vocabulary);
  const plan = await database
    .explain(frontMatter.body, values, { timeoutMs: planTimeoutMs })
    .catch((error: unknown) => queryFault(error, read));
  if ('message' in plan) return [plan];
  const refusal = checkPlan(plan);
  const line = frontMatter.lineInBody(frontMatter.body.search(/\S/));
  if (refusal !== undefined) return [refused(refusal, line)];
  if (plan.queryType !== 'r') return [{ line, message: 'must only read: the database would do more for it' }];
  return columnFaults(read, plan);
}

/** Values such as each parameter may have, for planning: planners look at types, policies at patterns. */
function sampleValues(parameters: readonly QueryParameter[], vocabulary: Vocabulary): Record<string, Json> {
  const given = Object.fromEntries(parameters.map((parameter) => [parameter.name, sample(parameter, vocabulary)]));
  return checkParameters(parameters, given, vocabulary).values;
}

function sample({ kind, values, min, max, default: usual }: QueryParameter, vocabulary: Vocabulary): Json {
  if (usual !== undefined) return usual;
  const [relationType = ''] = Object.keys(vocabulary.relations);
  const samples: Readonly<Record<QueryParameter['kind'], Json>> = {
    text: 'text',
    integer: min ?? max ?? 1,
    decimal: min ?? max ?? 1,
    boolean: true,
    date: '2026-01-23',
    edtf: '2026-01-23',
    dateRange: '2026-01-23/2026-04-15',
    enumeration: values?.[0]?.value ?? '',
    entity: 'entity',
    entities: ['entity'],
    entityType: Object.keys(vocabulary.types)[0] ?? '',
    relationType,
    relationTypes: [relationType],
  };
  return samples[kind];
}

function columnFaults({ frontMatter, query }: ReadQuery, plan: Plan): LineFault[] {
  const declared = query.columns.map(({ name }) => name);
  const wrong = declared.findIndex((name, index) => plan.columns[index] !== name);
  if (wrong < 0 && declared.length === plan.columns.length) return [];
  const line = frontMatter.lineOf(wrong < 0 ? ['columns'] : ['columns', wrong]);
  return [
    { line, message: `columns: ${declared.join(', ')} are declared, and the query answers ${plan.columns.join(', ')}` },
  ];
}

/** Answers that say nothing about the query: the database is away or busy, or has no turn for it. */
const noAnswers = [429, 499, 503];

/** Whether an error says only that the database had no answer just now, so that it is asked again later. */
export function isNoAnswer({ status, code }: EntenteError): boolean {
  // A planner that a query brings down takes the connection with it.
  return noAnswers.includes(status) && code !== 'connection-lost';
}

/** The fault of a query over which the database failed while it planned it. */
export function unplannable(error: EntenteError, { frontMatter }: ReadQuery): LineFault {
  const line = frontMatter.lineInBody(frontMatter.body.search(/\S/));
  return { line, message: `the database could not plan it: ${sentenceOf(error)}` };
}

/** The database's own words about a query that it cannot plan; whatever else is wrong is thrown on. */
function queryFault(error: unknown, { frontMatter }: ReadQuery): LineFault {
  if (!(error instanceof EntenteError) || (error.status !== 400 && error.status !== 403)) throw error;
  const line = Number(error.details?.['line'] ?? 1);
  return { line: frontMatter.lineInBody(0) + line - 1, message: error.message };
}

function refused({ message, advice }: Refusal, line: number): LineFault {
  return { line, message: `${message} ${advice}` };
}
