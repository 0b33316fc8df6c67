// Entities among the values of a saved query: by id, by former id, and, where people type, by name.
import { z } from 'zod';
import type { Json } from '../../../data/model/graph.ts';
import type { NameMatch } from '../../contract/queries.ts';
import type { QueryParameter } from '../../contract/shapes.ts';
import { resolveNames } from '../names.ts';
import { readEntities, readRows, type Reading } from '../reading.ts';
import type { ParameterFault } from './parameters.ts';

/** Values by parameter; those of entities are replaced as they are found. */
type Values = Record<string, Json>;

const formerRow = z.object({ formerId: z.string(), id: z.string() });
const shownFaults = 5;

/**
 * Puts present ids in place of former ones, and tells of each id that there is no such entity or that it is of another type.
 *
 * @param values checked already; changed in place
 */
export async function settleEntities(
  reading: Reading,
  parameters: readonly QueryParameter[],
  values: Values,
): Promise<ParameterFault[]> {
  const given = entityParameters(parameters, values);
  if (given.length === 0) return [];
  const types = await typesOf(
    reading,
    given.flatMap(({ ids }) => ids),
  );
  return given.flatMap(({ parameter, ids }) => {
    const present = ids.map((id) => types.get(id)?.id ?? id);
    values[parameter.name] = parameter.kind === 'entity' ? (present[0] ?? null) : [...new Set(present)];
    const faults = ids.flatMap((id) => faultOf(id, types.get(id)?.type, parameter.types ?? []));
    const shown =
      faults.length > shownFaults
        ? [...faults.slice(0, shownFaults), `and ${faults.length - shownFaults} more`]
        : faults;
    return shown.length === 0 ? [] : [{ path: `parameters.${parameter.name}`, message: shown.join('; ') }];
  });
}

/**
 * Puts ids in place of names that certainly mean one entity, and tells of those that may mean several.
 *
 * @param values as people typed them; changed in place
 */
export async function nameEntities(
  reading: Reading,
  parameters: readonly QueryParameter[],
  values: Values,
  lang: string,
): Promise<ParameterFault[]> {
  const given = entityParameters(parameters, values);
  const faults = await Promise.all(
    given.map(async ({ parameter, ids }) => {
      const matches = await resolveNames(reading, { names: ids, types: parameter.types ?? [], lang });
      const named = matches.map(({ name, outcome, candidates }) =>
        outcome === 'certain' ? (candidates[0]?.id ?? name) : name,
      );
      values[parameter.name] = parameter.kind === 'entity' ? (named[0] ?? null) : named;
      const doubtful = matches.filter(({ outcome }) => outcome === 'doubtful').map(doubt);
      return doubtful.length === 0 ? [] : [{ path: `parameters.${parameter.name}`, message: doubtful.join('; ') }];
    }),
  );
  return faults.flat();
}

function doubt({ name, candidates }: NameMatch): string {
  return `may mean several entities by "${name}", so give the id: ${candidates.map((one) => `${one.id} (${one.name})`).join(', ')}`;
}

function entityParameters(parameters: readonly QueryParameter[], values: Values) {
  return parameters.flatMap((parameter) => {
    const value = values[parameter.name] ?? null;
    if (parameter.kind === 'entity' && typeof value === 'string') return [{ parameter, ids: [value] }];
    if (parameter.kind !== 'entities' || !Array.isArray(value)) return [];
    return [{ parameter, ids: value.filter((item) => typeof item === 'string') }];
  });
}

/** Type and present id of the entities that have or had these ids. */
async function typesOf(reading: Reading, ids: readonly string[]): Promise<Map<string, { id: string; type: string }>> {
  const found = await readEntities(reading, [...new Set(ids)], false);
  const types = new Map(found.map(({ id, type }) => [id, { id, type }]));
  const missing = ids.filter((id) => !types.has(id));
  if (missing.length === 0) return types;
  const former = await readRows(reading, 'list-former-ids', { ids: missing }, formerRow);
  const present = await readEntities(
    reading,
    former.map(({ id }) => id),
    false,
  );
  for (const { formerId, id } of former) {
    const type = present.find((node) => node.id === id)?.type;
    if (type !== undefined && !types.has(formerId)) types.set(formerId, { id, type });
  }
  return types;
}

function faultOf(id: string, type: string | undefined, wanted: readonly string[]): string[] {
  if (type === undefined) return [`names no entity: there is none with the id "${id}"`];
  if (wanted.length === 0 || wanted.includes(type)) return [];
  return [`must be a ${wanted.join(' or ')}, and "${id}" is a ${type}`];
}
