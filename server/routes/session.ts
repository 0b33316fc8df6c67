// Signing in and out, and whether one is.
import type { Router } from 'express';
import type { Answer } from '../contract/endpoint.ts';
import { closeSession, openSession, session } from '../contract/access.ts';
import type { Gate } from './access.ts';
import { respond, route } from './route.ts';
import { sessionCookie, sessionSeconds } from './session-cookie.ts';

type Session = Answer<typeof session>;

/** `GET`, `POST` and `DELETE /api/session`. */
export function addSession(router: Router, { gate }: { readonly gate: Gate }): void {
  const tokenInUse = gate.isClosed;
  route(router, session, async ({ caller }): Promise<Session> => ({
    tokenInUse,
    signedIn: caller.who.startsWith('session-'),
  }));
  route(router, openSession, async ({ body, caller }) => {
    const value = await gate.openSession(body.token, caller.address);
    const json: Session = { tokenInUse, signedIn: value !== undefined };
    if (value === undefined) return json;
    return respond({ json, headers: { 'Set-Cookie': cookie(value, sessionSeconds, caller.isEncrypted) } });
  });
  route(router, closeSession, async ({ caller }) => {
    const json: Session = { tokenInUse, signedIn: false };
    return respond({ json, headers: { 'Set-Cookie': cookie('', 0, caller.isEncrypted) } });
  });
}

/** Out of reach of scripts, sent to this program's own pages only, and only encrypted where the client's connection is. */
function cookie(value: string, seconds: number, isEncrypted: boolean): string {
  const secure = isEncrypted ? '; Secure' : '';
  return `${sessionCookie}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}
