// Links that hold a query and the values of its parameters, as the part of the page's address after `#`. Pure.
import type { Json } from '../../data/model/graph.ts';
import type { QueryParameter } from '../../server/contract/shapes.ts';
import { faultOf, isBlank, numberTyped, rangeEnds } from './form-values.ts';
import type { ValueFault, Values } from './form-values.ts';

/** A link as it was read: the query's id and the values as texts. */
export interface QueryLink {
  readonly id: string;
  readonly texts: readonly (readonly [name: string, text: string])[];
}

/** What is wrong with a link. */
export type LinkFault =
  | { readonly code: 'malformed' }
  | { readonly code: 'noSuchQuery'; readonly id: string }
  | { readonly code: 'noSuchParameter'; readonly name: string }
  | {
      readonly code: 'badValue';
      readonly parameter: QueryParameter;
      readonly text: string;
      readonly fault: ValueFault;
    };

const start = '#/query/';
const between = '..';

/** The link of a query with values: `#/query/<id>?name=value`; lists repeat the name, ranges are `from..to`. */
export function linkTo(id: string, parameters: readonly QueryParameter[], values: Values): string {
  const search = new URLSearchParams();
  for (const { name, kind } of parameters) {
    const value = values[name];
    if (value === undefined || isBlank(value)) continue;
    for (const text of textsOf(kind, value)) search.append(name, text);
  }
  const query = search.toString();
  return `${start}${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}`;
}

/** Reads the part of an address after `#`; undefined where it is no link to a query. */
export function readLink(hash: string): QueryLink | { readonly fault: LinkFault } | undefined {
  if (!hash.startsWith('#/')) return undefined;
  const [path = '', query = ''] = hash.split(/\?(.*)/s);
  if (!path.startsWith(start)) return { fault: { code: 'malformed' } };
  try {
    const id = decodeURIComponent(path.slice(start.length));
    return id === '' ? { fault: { code: 'malformed' } } : { id, texts: [...new URLSearchParams(query)] };
  } catch {
    return { fault: { code: 'malformed' } };
  }
}

/** The values in a link, and everything about them that does not fit the query. */
export function valuesIn(
  { texts }: QueryLink,
  parameters: readonly QueryParameter[],
): { readonly values: Record<string, Json>; readonly faults: LinkFault[] } {
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const strange = [...new Set(texts.map(([name]) => name))].filter((name) => !known.has(name));
  const faults: LinkFault[] = strange.map((name) => ({ code: 'noSuchParameter', name }));
  const values: Record<string, Json> = {};
  for (const parameter of parameters) {
    const given = texts.filter(([name]) => name === parameter.name).map(([, text]) => text);
    if (given.length === 0) continue;
    const value = valueOf(parameter.kind, given);
    values[parameter.name] = value;
    const fault = isBlank(value) ? undefined : faultOf(parameter, value);
    if (fault) faults.push({ code: 'badValue', parameter, text: given.join(', '), fault });
  }
  return { values, faults };
}

function textsOf(kind: QueryParameter['kind'], value: Json): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (kind === 'dateRange' && typeof value === 'object') {
    const { from, to } = rangeEnds(value);
    return [`${from}${between}${to}`];
  }
  return [String(value)];
}

function valueOf(kind: QueryParameter['kind'], texts: readonly string[]): Json {
  const [text = ''] = texts;
  switch (kind) {
    case 'entities':
    case 'relationTypes':
      return [...new Set(texts.filter((one) => one !== ''))];
    case 'integer':
    case 'decimal':
      return numberTyped(text);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'dateRange': {
      const ends = /^(.*?)\.\.(.*)$/.exec(text);
      return ends && !text.includes('/') ? { from: ends[1] ?? '', to: ends[2] ?? '' } : text;
    }
    default:
      return text;
  }
}
