// Calls one endpoint of the contract: the only place where the page fetches anything.
import type { z } from 'zod';
import type { Answer, Endpoint } from '../../server/contract/endpoint.ts';
import type { AnswerLine } from '../../server/contract/shapes.ts';
import { ApiError, errorOf, isAbort } from './api-error.ts';
import { readAnswer } from './lines.ts';

type InputOf<S> = S extends z.ZodType ? z.input<S> : never;
type Field<Name extends string, S> = [InputOf<S>] extends [never] ? unknown : { [N in Name]: InputOf<S> };
/** What an endpoint wants: its path parameters, query and body, as far as it has them. */
export type CallInput<E extends Endpoint> = Field<'params', E['params']> &
  Field<'query', E['query']> &
  Field<'body', E['body']>;

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/**
 * Calls an endpoint and returns its checked answer.
 * @param acceptStatus a status besides 2xx whose body has the answer's shape (503 of `/api/ready`)
 * @throws {ApiError} for problem documents, no connection, and answers of another shape; AbortError where aborted
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> & LooseInput,
  signal?: AbortSignal,
  acceptStatus?: number,
): Promise<Answer<E>> {
  const response = await send(endpoint, input, signal);
  if (!response.ok && response.status !== acceptStatus) throw await errorOf(response);
  const body: unknown = await response.json().catch((cause: unknown) => {
    if (isAbort(cause)) throw cause;
    throw new ApiError('malformed', { status: response.status, cause });
  });
  const answer = endpoint.response.safeParse(body);
  if (!answer.success) throw new ApiError('malformed', { status: response.status, cause: answer.error });
  return answer.data as Answer<E>; // safeParse of the endpoint's own schema: the generic is lost in Endpoint's default.
}

/** Calls an endpoint that answers with a file. */
export async function download<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> & LooseInput,
  signal?: AbortSignal,
): Promise<Blob> {
  const response = await send(endpoint, input, signal);
  if (!response.ok) throw await errorOf(response);
  return response.blob();
}

/**
 * Calls an endpoint whose answer comes in lines and hands each on as it comes; a server that does not stream is read all the same.
 * @throws {ApiError} as {@link call}, and where the last line is a problem document or the end is missing
 */
export async function streamed<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> & LooseInput,
  onLine: (line: AnswerLine) => void,
  signal?: AbortSignal,
): Promise<void> {
  const response = await send(endpoint, input, signal, ['application/jsonl']);
  if (!response.ok) throw await errorOf(response);
  await readAnswer(response, onLine);
}

async function send(
  endpoint: Endpoint,
  input: LooseInput,
  signal: AbortSignal | undefined,
  preferred: readonly string[] = [],
): Promise<Response> {
  const headers = { accept: [...preferred, ...accepts(endpoint)].join(', ') };
  const init: RequestInit = { method: endpoint.method.toUpperCase(), headers };
  if (signal) init.signal = signal;
  if (input.body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(input.body);
  }
  try {
    return await fetch(addressOf(endpoint.path, input), init);
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw new ApiError('unreachable', { cause });
  }
}

function accepts(endpoint: Endpoint): string[] {
  return [...(endpoint.contentTypes ?? ['application/json']), 'application/problem+json'];
}

/** The address of a call: path parameters filled in and escaped, lists in the query joined by commas. */
export function addressOf(path: string, input: LooseInput): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return text === '' ? filled : `${filled}?${text}`;
}
