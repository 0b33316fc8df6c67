// Lets someone know of every failed call, without changing what the caller gets.
import type { Api } from './api.ts';
import { ApiError } from './api-error.ts';

/** The same API, which also reports each failure. */
export function watched(api: Api, onFailure: (error: ApiError) => void): Api {
  return new Proxy(api, {
    get(target, name, receiver) {
      const verb: unknown = Reflect.get(target, name, receiver);
      if (typeof verb !== 'function') return verb;
      return (...input: unknown[]) =>
        Promise.resolve(Reflect.apply(verb, target, input)).catch((error: unknown) => {
          if (error instanceof ApiError) onFailure(error);
          throw error;
        });
    },
  });
}
