// The cookie of somebody who has entered the token: proves that without holding it, survives restarts, ends with another token.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Name of the cookie. */
export const sessionCookie = 'entente-session';

/** How long a session lasts. */
export const sessionSeconds = 30 * 24 * 3600;

/** `id.end.signature`: a random id, when it ends in seconds since 1970, and a hash of both that only the token's holder can make. */
const form = /^([0-9a-f]{12})\.(\d{1,12})\.([\w-]{43})$/;

/** The value of a new session's cookie. */
export function makeSession(token: string, nowMs: number): string {
  const content = `${randomBytes(6).toString('hex')}.${Math.floor(nowMs / 1000) + sessionSeconds}`;
  return `${content}.${signatureOf(content, token)}`;
}

/** Id of the session that a request's `Cookie` header proves; undefined where it proves none. */
export function sessionOf(header: string | undefined, token: string, nowMs: number): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=');
    if (name !== sessionCookie) continue;
    const [, id, end, signature] = form.exec(value) ?? [];
    if (id === undefined || end === undefined || signature === undefined) continue;
    if (isSame(signature, signatureOf(`${id}.${end}`, token)) && Number(end) * 1000 > nowMs) return id;
  }
  return undefined;
}

/** Whether two texts are the same, in a time that says nothing about where they differ. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function signatureOf(content: string, token: string): string {
  return createHmac('sha256', token).update(`entente session ${content}`).digest('base64url');
}
