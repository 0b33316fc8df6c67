// Problem documents (RFC 9457): the one shape of every error answer, made in one place.
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type {} from 'pino-http';
import { z } from 'zod';
import { problemSchema, type Problem } from '../contract/problem.ts';
import { EntenteError, sentenceOf } from '../errors.ts';

/** A fault of the input, with its place: `query.limit`. */
export interface InputFault {
  readonly path: string;
  readonly message: string;
}

const problemType = 'application/problem+json';
const inputFaults = problemSchema.shape.errors.unwrap();
const seconds = z.number().nonnegative();
const httpErrorSchema = z.object({ status: z.int().min(400).max(499), type: z.string().optional() });

/** Errors that Express and its body reader throw, by their type or status. */
const httpErrors: Readonly<Record<string, Omit<ConstructorParameters<typeof EntenteError>[0], 'status'>>> = {
  'entity.parse.failed': {
    code: 'bad-json',
    message: 'The body is not JSON.',
    advice: 'Send one JSON object, encoded in UTF-8.',
  },
  'entity.too.large': { code: 'too-large', message: 'The body is too large.', advice: 'Ask for less at once.' },
  'encoding.unsupported': {
    code: 'unsupported-encoding',
    message: 'The body is encoded in a way that is not understood.',
    advice: 'Send it plain or with gzip.',
  },
  'charset.unsupported': {
    code: 'unsupported-charset',
    message: 'The body is written in a character set that is not understood.',
    advice: 'Send it in UTF-8.',
  },
  400: { code: 'bad-request', message: 'The request cannot be read.', advice: 'Check its address and its body.' },
  415: { code: 'unsupported-media-type', message: 'The body is of another kind.', advice: 'Send application/json.' },
};

/** The error of input that does not fit the contract. */
export function invalidInput(faults: readonly InputFault[]): EntenteError {
  const [first] = faults;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return new EntenteError({
    code: 'invalid-input',
    status: 400,
    message: `The request does not fit: ${first?.path ?? 'input'}: ${first?.message ?? 'invalid'}${more}.`,
    advice: 'See /api/openapi.json for what it may hold.',
    details: { errors: faults },
  });
}

/** Answers what no route has answered. */
export const notFound: RequestHandler = (request) => {
  throw new EntenteError({
    code: 'not-found',
    status: 404,
    message: `There is nothing at ${request.baseUrl}${request.path}.`,
    advice: 'See /api/openapi.json for what there is.',
  });
};

/**
 * The last handler: turns whatever was thrown into a problem document; what is our own fault goes into the request's log line.
 * `details.retryAfterSeconds` of an error becomes its `Retry-After`.
 */
export const problemHandler: ErrorRequestHandler = (thrown: unknown, request, response, next) => {
  const { error, problem } = describeProblem(thrown, request, response);
  if (response.headersSent) {
    next(thrown);
    return;
  }
  const retryAfter = seconds.safeParse(error.details?.['retryAfterSeconds']);
  if (error.status === 401) response.set('WWW-Authenticate', 'Bearer realm="Entente"');
  if (retryAfter.success) response.set('Retry-After', String(Math.ceil(retryAfter.data)));
  response.status(error.status).set('Cache-Control', 'no-store').type(problemType).send(JSON.stringify(problem));
};

/** What is told of whatever was thrown; what is our own fault goes into the request's log line. */
export function describeProblem(
  thrown: unknown,
  request: Request,
  response: Response,
): { readonly error: EntenteError; readonly problem: Problem } {
  const error = classify(thrown);
  if (error.status >= 500) response.err = underneath(error, thrown);
  return { error, problem: problemOf(error, String(request.id ?? '')) };
}

/** What the log shows: the error underneath, if there is one, which says more than the sentence for people. */
function underneath(error: EntenteError, thrown: unknown): Error {
  if (error.cause instanceof Error) return error.cause;
  return thrown instanceof Error ? thrown : error;
}

/** The problem document of an error; `instance` is the request's id. */
function problemOf(error: EntenteError, requestId: string): Problem {
  const errors = inputFaults.safeParse(error.details?.['errors']);
  return {
    type: `urn:entente:problem:${error.code}`,
    title: titleOf(error.code),
    status: error.status,
    detail: sentenceOf(error),
    ...(requestId === '' ? {} : { instance: `urn:uuid:${requestId}` }),
    code: error.code,
    ...(error.advice === undefined ? {} : { advice: error.advice }),
    ...(errors.success ? { errors: errors.data } : {}),
  };
}

function classify(thrown: unknown): EntenteError {
  if (thrown instanceof EntenteError) return thrown;
  const http = httpErrorSchema.safeParse(thrown);
  if (http.success) {
    const { status, type } = http.data;
    const parts = httpErrors[type ?? ''] ?? httpErrors[status] ?? httpErrors[400];
    if (parts !== undefined) return new EntenteError({ ...parts, status, cause: thrown });
  }
  return new EntenteError({
    code: 'internal-error',
    status: 500,
    message: 'Something went wrong inside the program.',
    advice: 'Try again; if it stays, look for the id of this request in the log.',
    cause: thrown,
  });
}

function titleOf(code: string): string {
  const text = code.replaceAll('-', ' ');
  return (text.slice(0, 1).toUpperCase() + text.slice(1)).replace(/\bjson\b/, 'JSON');
}
