// The one error family: everything that is said to people carries a status, a stable code and what to do.

/** What an {@link EntenteError} is made of. */
export interface ErrorParts {
  /** Stable kebab-case code, part of the API. */
  readonly code: string;
  /** HTTP status that the API answers with. */
  readonly status?: number;
  /** One sentence: what happened. */
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly advice?: string;
  /** Facts for programs (places, limits, holders); plain JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The error underneath, for the log only. */
  readonly cause?: unknown;
}

/** An error whose message is meant for the person in front of the program. */
export class EntenteError extends Error {
  readonly code: string;
  readonly status: number;
  readonly advice: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(parts: ErrorParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = 'EntenteError';
    this.code = parts.code;
    this.status = parts.status ?? 500;
    this.advice = parts.advice;
    this.details = parts.details;
  }
}

/** The sentence for a terminal: what happened, then what to do. */
export function sentenceOf(error: EntenteError): string {
  return error.advice === undefined ? error.message : `${error.message} ${error.advice}`;
}
