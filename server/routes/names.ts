// Checks names of types in a request against the vocabulary, so that a misspelt one is not an empty answer.
import { invalidInput } from './problems.ts';

/**
 * The names, if all of them are known.
 *
 * @throws {EntenteError} `invalid-input` that names those that are not
 */
export function knownNames(
  names: readonly string[] | undefined,
  known: Readonly<Record<string, unknown>>,
  parameter: string,
  where: 'query' | 'body' = 'query',
): readonly string[] | undefined {
  const strange = (names ?? []).filter((name) => !Object.hasOwn(known, name));
  if (strange.length > 0)
    throw invalidInput(
      strange.map((name) => ({ path: `${where}.${parameter}`, message: `the vocabulary has no "${name}"` })),
    );
  return names === undefined || names.length === 0 ? undefined : names;
}
