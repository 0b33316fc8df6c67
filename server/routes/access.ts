// Lets only those in who know the token: as a bearer, or by the cookie of a session; wrong tokens are limited by address.
import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { AccessConfig } from '../config.ts';
import { EntenteError } from '../errors.ts';
import { noAudit, type Audit } from '../guard/audit.ts';
import { callerOf, nameCaller, networkOf } from './caller.ts';
import { isSame, makeSession, sessionOf } from './session-cookie.ts';

/** What is open to everybody under `/api`: whether the process is up, and signing in. */
const open = ['GET /api/health', 'HEAD /api/health', 'POST /api/session'];
const failuresAMinute = 10;

/** Checks tokens and remembers, by address, how often they were wrong. */
export interface Gate {
  /** Whether the program asks for a token at all. */
  readonly isClosed: boolean;
  /** Before every route under `/api`: 401 without a session or the token, 429 after too many wrong ones. */
  readonly check: RequestHandler;
  /** Begins a session for the right token; undefined where none is asked for. @throws {EntenteError} `wrong-token`, `too-many-failures` */
  openSession(token: string, address: string): Promise<string | undefined>;
}

/**
 * The gate that a configuration asks for; one for the whole life of the program, so that its failures are counted once. Each wrong
 * token is a line in the audit log; what is not even looked at after too many of them is none, so that nobody can fill the disk.
 */
export function createGate({ token }: Pick<AccessConfig, 'token'>, audit: Audit = noAudit): Gate {
  if (token === undefined) {
    return { isClosed: false, check: (_request, _response, next) => next(), openSession: async () => undefined };
  }
  const failures = new RateLimiterMemory({ points: failuresAMinute, duration: 60 });
  const verify = async (given: string, address: string): Promise<void> => {
    const network = networkOf(address);
    const before = await failures.get(network);
    if (before !== null && before.consumedPoints >= failuresAMinute) throw tooManyFailures(before.msBeforeNext);
    if (isSame(given, token)) return;
    await failures.penalty(network);
    audit.write({ kind: 'access', who: 'anyone', address, outcome: 'refused', code: 'wrong-token', durationMs: 0 });
    throw wrongToken();
  };
  const nameOf = async (request: Request): Promise<string> => {
    const session = sessionOf(request.headers.cookie, token, Date.now());
    if (session !== undefined) return `session-${session}`;
    const bearer = /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer === undefined) throw tokenNeeded();
    await verify(bearer, callerOf(request).address);
    return 'token';
  };
  return {
    isClosed: true,
    async check(request, _response, next) {
      if (!open.includes(`${request.method} ${request.baseUrl}${request.path}`)) {
        nameCaller(request, await nameOf(request));
      }
      next();
    },
    async openSession(given, address) {
      await verify(given, address);
      return makeSession(token, Date.now());
    },
  };
}

function tokenNeeded(): EntenteError {
  return new EntenteError({
    code: 'token-needed',
    status: 401,
    message: 'This program answers only those who know its token.',
    advice: 'Enter the token in the page, or send it as Authorization: Bearer.',
  });
}

function wrongToken(): EntenteError {
  return new EntenteError({
    code: 'wrong-token',
    status: 401,
    message: 'This is not the token of this program.',
    advice: 'Ask whoever runs the program for the value of ENTENTE_TOKEN.',
  });
}

function tooManyFailures(waitMs: number): EntenteError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new EntenteError({
    code: 'too-many-failures',
    status: 429,
    message: `There were ${failuresAMinute} wrong tokens from this address within a minute.`,
    advice: `Try again in ${retryAfterSeconds} seconds.`,
    details: { retryAfterSeconds },
  });
}
