// Binds an endpoint of the contract to what answers it: parse, run, respond.
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { EntenteError } from '../errors.ts';
import { callerOf, type Caller } from './caller.ts';
import { sendLines, wantsLines, type WriteLine } from './lines.ts';
import { invalidInput, type InputFault } from './problems.ts';

/** One call of an endpoint, its input checked. */
export interface Call<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The query as it was sent, `?` included; empty where there is none. */
  readonly search: string;
  readonly caller: Caller;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/** An answer that is not a plain 200 with JSON. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is where it is no JSON. */
  readonly raw?: string | Uint8Array;
  readonly json?: unknown;
}

const reply = Symbol('reply');

/** Marks an answer as one with a status, headers or a body of its own. */
export function respond(answer: Reply): Reply & { readonly [reply]: true } {
  return { ...answer, [reply]: true };
}

/**
 * Adds an endpoint to a router. The handler gets only what the contract lets pass and returns the answer, or a
 * {@link respond} for anything but 200 with JSON.
 *
 * @param inLines answers those that prefer JSON Lines, where the endpoint has lines
 */
export function route<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  L extends z.ZodType = z.ZodNever,
>(
  router: Router,
  endpoint: Endpoint<P, Q, B, R, L>,
  handle: (call: Call<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<z.infer<R> | ReturnType<typeof respond>>,
  inLines?: (call: Call<z.infer<P>, z.infer<Q>, z.infer<B>>, write: WriteLine<z.infer<L>>) => Promise<void>,
): void {
  router[endpoint.method](expressPath(endpoint.path), async (request, response) => {
    const faults: InputFault[] = [];
    const params = check(endpoint.params, request.params, 'path', faults);
    const query = check(endpoint.query, { ...request.query }, 'query', faults);
    const body = check(endpoint.body, request.body, 'body', faults);
    if (faults.length > 0) throw invalidInput(faults);
    // Without a fault each value is what its schema infers; the compiler cannot see that across the three checks.
    const call = {
      params: params as z.infer<P>,
      query: query as z.infer<Q>,
      body: body as z.infer<B>,
      search: /\?.*$/s.exec(request.originalUrl)?.[0] ?? '',
      caller: callerOf(request),
      signal: goneSignal(request, response),
    };
    if (inLines !== undefined) response.vary('Accept');
    if (inLines !== undefined && wantsLines(request))
      return sendLines<z.infer<L>>(request, response, call.signal, (write) => inLines(call, write));
    const answer: unknown = await handle(call);
    send(response, isReply(answer) ? answer : { json: answer });
  });
}

/** Answers every other method at the paths of these endpoints; after all routes have been added. */
export function refuseOtherMethods(router: Router, endpoints: readonly Endpoint[]): void {
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints.filter((endpoint) => endpoint.path === path).map(({ method }) => method.toUpperCase());
    router.all(expressPath(path), (_, response) => {
      response.set('Allow', methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '));
      throw methodNotAllowed(methods);
    });
  }
}

/** `/api/entities/{id}` as Express writes it. */
function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function check(schema: z.ZodType | undefined, value: unknown, where: string, faults: InputFault[]): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues)
    faults.push({ path: [where, ...path.map(String)].join('.'), message });
  return undefined;
}

function goneSignal(request: Request, response: Response): AbortSignal {
  const gone = new AbortController();
  const tell = (): void => {
    if (!response.writableEnded) gone.abort();
  };
  response.once('close', tell);
  if (request.destroyed && !request.complete) tell();
  return gone.signal;
}

function isReply(answer: unknown): answer is Reply {
  return typeof answer === 'object' && answer !== null && reply in answer;
}

function send(response: Response, { status, headers, raw, json }: Reply): void {
  if (response.destroyed) return;
  response.status(status ?? 200).set({ ...headers });
  if (raw !== undefined) response.send(typeof raw === 'string' ? raw : Buffer.from(raw));
  else if (json !== undefined) response.json(json);
  else response.end();
}

function methodNotAllowed(methods: readonly string[]): EntenteError {
  return new EntenteError({
    code: 'method-not-allowed',
    status: 405,
    message: 'This address does not take that method.',
    advice: `Use ${methods.join(' or ')}.`,
  });
}
