// Whether the program wants its token, and whether a session of this browser stands for it.
import type { Api } from '../api/api.ts';
import { idle, loading, Newest } from './loading.ts';
import type { Loading } from './loading.ts';

type SessionApi = Pick<Api, 'session' | 'openSession' | 'closeSession'>;

/** Signing in and out. */
export class Access {
  readonly #api: SessionApi;
  readonly #onSignedIn: () => void;
  readonly #newest = new Newest();
  /** True while the program answers nothing without its token. */
  isNeeded = $state(false);
  /** True where signing out makes sense. */
  isSignedIn = $state(false);
  /** How far the last attempt has come. */
  attempt = $state.raw<Loading<true>>(idle);

  constructor(api: SessionApi, onSignedIn: () => void) {
    this.#api = api;
    this.#onSignedIn = onSignedIn;
  }

  /** Asks for the token, because a call was refused without it. */
  need(): void {
    if (this.isNeeded) return;
    this.isNeeded = true;
    this.isSignedIn = false;
    this.attempt = idle;
  }

  /** Asks the server whether there is a session, which scripts cannot see. */
  async learn(): Promise<void> {
    const answer = await this.#api.session().catch(() => undefined);
    if (answer !== undefined) this.isSignedIn = answer.signedIn;
  }

  async signIn(token: string): Promise<void> {
    this.attempt = loading;
    await this.#newest.run(
      async (signal) => (await this.#api.openSession(token, signal)).signedIn,
      (outcome) => {
        this.attempt = outcome.state === 'ready' ? { state: 'ready', value: true } : outcome;
        if (outcome.state !== 'ready') return;
        this.isNeeded = false;
        this.isSignedIn = outcome.value;
        this.#onSignedIn();
      },
    );
  }

  /** Ends the session; true where that was done, and what the page shows should be left. */
  async signOut(): Promise<boolean> {
    const answer = await this.#api.closeSession().catch(() => undefined);
    return answer !== undefined;
  }
}
