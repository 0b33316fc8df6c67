// What goes wrong between the page and the server, in the one form that panels can show.
import { problemSchema } from '../../server/contract/problem.ts';
import type { Problem } from '../../server/contract/problem.ts';

/** Why a call failed: the server's own problem, no answer at all, or an answer that is not what was agreed. */
export type FailureKind = 'problem' | 'unreachable' | 'malformed';

/** A failed call; `detail` is the server's sentence where it sent one. */
export class ApiError extends Error {
  readonly kind: FailureKind;
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  /** Each fault of the input with its place, where the server named them. */
  readonly faults: NonNullable<Problem['errors']>;

  constructor(
    kind: FailureKind,
    parts: {
      status?: number;
      code?: string;
      detail?: string | undefined;
      faults?: Problem['errors'] | undefined;
      cause?: unknown;
    },
  ) {
    super(parts.detail ?? kind, { cause: parts.cause });
    this.name = 'ApiError';
    this.kind = kind;
    this.status = parts.status ?? 0;
    this.code = parts.code ?? kind;
    this.detail = parts.detail;
    this.faults = parts.faults ?? [];
  }

  /** True where the program wants its token first. */
  get isLockedOut(): boolean {
    return this.status === 401;
  }

  /** True where waiting helps: no answer, or a database that is not there yet. */
  get isPassing(): boolean {
    return this.kind === 'unreachable' || this.status === 503;
  }
}

/** The error of an answer that is not ok, from its problem document where it is one. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return new ApiError('malformed', { status: response.status });
  return problemError(problem.data);
}

/** The error of a problem document. */
export function problemError({ status, code, detail, errors }: Problem): ApiError {
  return new ApiError('problem', { status, code, detail, faults: errors });
}

/** True for the error of a call that a newer one has replaced. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
