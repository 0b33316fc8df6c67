// How far something that the server sends has come, as one value, and the rule that a newer request ends the older.
import { ApiError, isAbort } from '../api/api-error.ts';

/** Nothing asked, asked, answered or failed. */
export type Loading<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: ApiError };

export const idle = { state: 'idle' } as const;
export const loading = { state: 'loading' } as const;

/** The value where it is there. */
export function valueOf<T>(it: Loading<T>): T | undefined {
  return it.state === 'ready' ? it.value : undefined;
}

/** Requests of one kind, of which only the newest counts. */
export class Newest {
  #controller: AbortController | undefined;

  /** Ends the request before, if it still runs. */
  stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }

  /**
   * Runs a request; its outcome is handed on once, and not at all where a newer one has taken its place.
   */
  async run<T>(request: (signal: AbortSignal) => Promise<T>, settle: (outcome: Loading<T>) => void): Promise<void> {
    this.stop();
    const controller = new AbortController();
    this.#controller = controller;
    try {
      const value = await request(controller.signal);
      if (!controller.signal.aborted) settle({ state: 'ready', value });
    } catch (error) {
      if (!controller.signal.aborted && !isAbort(error)) settle({ state: 'failed', error: asApiError(error) });
    }
  }
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('malformed', { cause: error });
}
