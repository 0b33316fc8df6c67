// Which saved queries fit what is selected, with the selection filled in. Pure.
import type { Json } from '../../data/model/graph.ts';
import type { QueryParameter, SavedQuery } from '../../server/contract/shapes.ts';
import { defaultsOf, faultOf } from './form-values.ts';

/** An entity that is selected. */
export interface Picked {
  readonly id: string;
  readonly type: string;
}

/** A query with the selection as values of its parameters. */
export interface Offer {
  readonly query: SavedQuery;
  readonly values: Readonly<Record<string, Json>>;
  /** True where nothing else is needed to run it. */
  readonly isComplete: boolean;
}

/** The queries that take all of these entities, those that need nothing else first. */
export function offersFor(queries: readonly SavedQuery[], picked: readonly Picked[]): Offer[] {
  if (picked.length === 0) return [];
  const offers = queries.flatMap((query): Offer[] => {
    const filled = fill(query.parameters, picked);
    if (filled === undefined) return [];
    const values = { ...defaultsOf(query.parameters), ...filled };
    return [
      { query, values, isComplete: query.parameters.every((one) => faultOf(one, values[one.name]) === undefined) },
    ];
  });
  return offers.sort(
    (one, other) =>
      Number(other.isComplete) - Number(one.isComplete) || specificity(other, picked) - specificity(one, picked),
  );
}

/** Values that place every entity: lists of entities take all that fit, single ones one each, required ones first. */
function fill(parameters: readonly QueryParameter[], picked: readonly Picked[]): Record<string, Json> | undefined {
  const list = parameters.find(({ kind, types }) => kind === 'entities' && picked.every((one) => accepts(types, one)));
  if (list && (picked.length > 1 || list.required)) return { [list.name]: picked.map(({ id }) => id) };
  const single = [...parameters]
    .filter(({ kind }) => kind === 'entity')
    .sort((one, other) => Number(other.required) - Number(one.required));
  return place(single, picked) ?? (list ? { [list.name]: picked.map(({ id }) => id) } : undefined);
}

function place(parameters: readonly QueryParameter[], picked: readonly Picked[]): Record<string, Json> | undefined {
  const [first, ...others] = picked;
  if (first === undefined) return {};
  for (const parameter of parameters) {
    if (!accepts(parameter.types, first)) continue;
    const rest = place(
      parameters.filter((other) => other !== parameter),
      others,
    );
    if (rest) return { [parameter.name]: first.id, ...rest };
  }
  return undefined;
}

function accepts(types: readonly string[] | undefined, { type }: Picked): boolean {
  return types === undefined || types.length === 0 || types.includes(type);
}

/** How closely a query is made for what is picked: those that take few types before those that take any. */
function specificity({ query, values }: Offer, picked: readonly Picked[]): number {
  const ids = new Set(picked.map(({ id }) => id));
  const used = query.parameters.filter(({ name }) => {
    const value = values[name];
    return Array.isArray(value) ? value.some((id) => ids.has(String(id))) : ids.has(String(value));
  });
  const isNarrow = used.some(({ types }) => types !== undefined && types.length > 0);
  return Number(used.some(({ required }) => required)) * 2 + Number(isNarrow);
}
