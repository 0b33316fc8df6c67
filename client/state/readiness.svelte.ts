// Whether the database answers: asked at the start and again whenever a call says that it does not.
import type { DatasetState } from '../../server/contract/state.ts';
import type { Api } from '../api/api.ts';
import { ApiError } from '../api/api-error.ts';

/** The database as the page knows it. */
export type DatabaseState = 'unknown' | 'up' | 'starting' | 'starting-again' | 'unreachable' | 'no-server';

const pollMs = 1500;

/** Watches the database until it is there. */
export class Readiness {
  readonly #api: Api;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWatching = false;
  database = $state<DatabaseState>('unknown');
  /** The server's own sentence, where it sent one. */
  message = $state<string>();

  /** The data sets that the database holds. */
  datasets = $state.raw<readonly DatasetState[]>([]);

  readonly isUp = $derived(this.database === 'up');

  constructor(api: Api) {
    this.#api = api;
  }

  /** Asks until the database is up, then calls back once; gives up where the program wants its token first. */
  watch(whenUp: () => void): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    void this.#ask(whenUp);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#isWatching = false;
  }

  async #ask(whenUp: () => void): Promise<void> {
    try {
      const answer = await this.#api.ready();
      this.database = answer.ready ? 'up' : answer.database === 'up' ? 'starting' : answer.database;
      this.message = answer.message;
      if (answer.ready) this.datasets = answer.datasets;
    } catch (error) {
      if (error instanceof ApiError && error.isLockedOut) return this.stop();
      this.database = 'no-server';
      this.message = undefined;
    }
    if (this.database === 'up') {
      this.#isWatching = false;
      whenUp();
    } else {
      this.#timer = setTimeout(() => void this.#ask(whenUp), pollMs);
    }
  }
}
