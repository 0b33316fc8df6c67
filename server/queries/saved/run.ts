// Runs a saved query with checked parameters.
import type { Json } from '../../../data/model/graph.ts';
import type { QueryAnswer } from '../../contract/shapes.ts';
import { ask, type Asking } from '../ask.ts';
import { findEntity } from '../entity.ts';
import { badParameters, checkParameters, entityParameters, fromTexts, type ParameterFault } from './parameters.ts';
import type { StoredQuery } from './read-query.ts';

/** How long a saved query may take. */
const timeoutMs = 20_000;

/**
 * Runs a saved query with JSON values for its parameters; an entity's former id stands for its present one.
 *
 * @throws {EntenteError} `bad-parameters` with every fault by the name of its parameter
 */
export async function runSavedQuery(
  asking: Asking,
  stored: StoredQuery,
  given: Readonly<Record<string, Json>>,
): Promise<QueryAnswer> {
  const { query, text } = stored;
  const { values, faults } = checkParameters(query.parameters, given, asking.vocabulary);
  const named = await Promise.all(
    entityParameters(query.parameters, values).map(async ({ parameter, id }) => {
      const found = await nameEntity(asking, id, parameter.types ?? []);
      if ('id' in found) values[parameter.name] = found.id;
      return 'fault' in found ? [{ path: `parameters.${parameter.name}`, message: found.fault }] : [];
    }),
  );
  const all: ParameterFault[] = [...faults, ...named.flat()];
  if (all.length > 0) throw badParameters(all);
  return ask(asking, { text, parameters: values, timeoutMs, rowLimit: query.rowLimit });
}

/** {@link runSavedQuery} with values typed as text, as on a command line. */
export function runSavedQueryFromTexts(
  asking: Asking,
  stored: StoredQuery,
  texts: Readonly<Record<string, string>>,
): Promise<QueryAnswer> {
  return runSavedQuery(asking, stored, fromTexts(stored.query.parameters, texts));
}

async function nameEntity(
  asking: Asking,
  id: string,
  types: readonly string[],
): Promise<{ readonly id: string } | { readonly fault: string }> {
  const found = await findEntity(asking, id, false);
  if (found === undefined) return { fault: `names no entity: there is none with the id "${id}"` };
  if ('movedTo' in found) return nameEntity(asking, found.movedTo, types);
  const { type } = found.node;
  if (types.length > 0 && !types.includes(type))
    return { fault: `must be a ${types.join(' or ')}, and "${id}" is a ${type}` };
  return { id: found.node.id };
}
