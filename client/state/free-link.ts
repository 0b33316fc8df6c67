// Links that hold a free query and its values, as the part of the page's address after `#`. Pure.
import type { Json } from '../../data/model/graph.ts';
import { jsonSchema } from '../../server/contract/shapes.ts';

const start = '#/cypher?';
const queryKey = 'query';
const valuePrefix = '$';
const longestQuery = 20_000;

/** A free query as a link holds it. */
export interface FreeLink {
  readonly query: string;
  readonly parameters: Readonly<Record<string, Json>>;
}

/** The link of a free query: `#/cypher?query=…&$name=<JSON>`. */
export function linkToFree({ query, parameters }: FreeLink): string {
  const search = new URLSearchParams({ [queryKey]: query });
  for (const [name, value] of Object.entries(parameters)) search.append(valuePrefix + name, JSON.stringify(value));
  return start + search.toString();
}

/** Reads the part of an address after `#`; undefined where it is no link to a free query, values that are no JSON left out. */
export function readFreeLink(hash: string): FreeLink | undefined {
  if (!hash.startsWith(start)) return undefined;
  const search = new URLSearchParams(hash.slice(start.length));
  const query = search.get(queryKey)?.slice(0, longestQuery);
  if (query === undefined || query.trim() === '') return undefined;
  const values = [...search].flatMap(([key, text]) => {
    const value = key.startsWith(valuePrefix) ? jsonOf(text) : undefined;
    return value === undefined ? [] : [[key.slice(valuePrefix.length), value] as const];
  });
  return { query, parameters: Object.fromEntries(values) };
}

function jsonOf(text: string): Json | undefined {
  try {
    return jsonSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
