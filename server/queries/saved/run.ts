// Runs a saved query with checked parameters.
import type { Json } from '../../../data/model/graph.ts';
import type { QueryAnswer } from '../../contract/shapes.ts';
import { EntenteError } from '../../errors.ts';
import { checkText } from '../../guard/policy.ts';
import { refusalError } from '../../guard/refusal.ts';
import { ask, type Asking, type Question } from '../ask.ts';
import type { Reading } from '../reading.ts';
import { nameEntities, settleEntities } from './entity-values.ts';
import { badParameters, checkParameters, fromTexts } from './parameters.ts';
import type { StoredQuery } from './read-query.ts';

/** How long a saved query may take. */
const timeoutMs = 20_000;

/**
 * What is put to the database for a saved query with JSON values for its parameters; an entity's former id stands for its
 * present one. Patterns among the values are held against the policy on texts like those in free queries.
 *
 * @throws {EntenteError} `bad-parameters` with every fault by the name of its parameter; the policy's refusals;
 * `query-not-planned` for a query of the user's own that the database has not been able to look at
 */
export async function questionOf(
  reading: Reading,
  { query, text, body, planned }: StoredQuery,
  given: Readonly<Record<string, Json>>,
): Promise<Question> {
  if (query.origin === 'own' && !planned) throw notPlanned(query.id);
  const { values, faults } = checkParameters(query.parameters, given, reading.vocabulary);
  faults.push(...(await settleEntities(reading, query.parameters, values)));
  if (faults.length > 0) throw badParameters(faults);
  const refusal = checkText(body, values);
  if (refusal !== undefined) throw refusalError(refusal);
  return { text, parameters: values, timeoutMs, rowLimit: query.rowLimit, origin: query.origin };
}

/** Runs a saved query with JSON values for its parameters. @throws {EntenteError} as {@link questionOf} and {@link ask} */
export async function runSavedQuery(
  asking: Asking,
  stored: StoredQuery,
  given: Readonly<Record<string, Json>>,
): Promise<QueryAnswer> {
  return ask(asking, await questionOf(asking, stored, given));
}

/**
 * {@link runSavedQuery} with values typed as text, as on a command line: lists are separated by semicolons or given one by
 * one, and an entity may be named by its id or by any name that is its alone.
 */
export async function runSavedQueryFromTexts(
  asking: Asking,
  stored: StoredQuery,
  texts: Readonly<Record<string, string | readonly string[]>>,
  lang = 'en',
): Promise<QueryAnswer> {
  const { parameters } = stored.query;
  const given = fromTexts(parameters, texts);
  const faults = await nameEntities(asking, parameters, given, lang);
  if (faults.length > 0) throw badParameters(faults);
  return runSavedQuery(asking, stored, given);
}

function notPlanned(id: string): EntenteError {
  return new EntenteError({
    code: 'query-not-planned',
    status: 503,
    message: `The database has not been able to check the query "${id}" yet, and does so before it runs.`,
    advice: 'Try again in a few seconds.',
    details: { retryAfterSeconds: 5 },
  });
}
