// What one endpoint of the API is: method, path and the zod shapes of what goes in and comes out.
import type { z } from 'zod';

/** One endpoint; server routes, the client and the OpenAPI document are all made from it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  Line extends z.ZodType = z.ZodType,
> {
  /** Operation id in the OpenAPI document. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Path under `/api` with `{name}` for parameters. */
  readonly path: `/api/${string}`;
  /** One sentence: what it answers. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  /** Shape of each line where the answer can be had as JSON Lines (`Accept: application/jsonl`). */
  readonly lines?: Line;
  /** Content types of an answer that is not JSON. */
  readonly contentTypes?: readonly string[];
}

/** Fixes the types of an endpoint without widening them. */
export function endpoint<
  Params extends z.ZodType = z.ZodNever,
  Query extends z.ZodType = z.ZodNever,
  Body extends z.ZodType = z.ZodNever,
  Response extends z.ZodType = z.ZodType,
  Line extends z.ZodType = z.ZodNever,
>(definition: Endpoint<Params, Query, Body, Response, Line>): Endpoint<Params, Query, Body, Response, Line> {
  return definition;
}

/** What a call answers. */
export type Answer<E extends Endpoint> = z.infer<E['response']>;
