// Who asks: the address behind the proxies that are trusted, and under which name limits and the audit log know them.
import { isIPv6 } from 'node:net';
import type { Request } from 'express';

/** The sender of a request. */
export interface Caller {
  /** Address of the client, as far as trusted proxies tell; an IPv4 address is never written as an IPv6 one. */
  readonly address: string;
  /** `anyone` where no token is asked for, `token`, or `session-` and a random part that tells sessions apart. */
  readonly who: string;
  /** Whether the client's own connection is encrypted. */
  readonly isEncrypted: boolean;
}

const names = new WeakMap<Request, string>();

/** Notes under which name a request goes, once its credentials have been checked. */
export function nameCaller(request: Request, who: string): void {
  names.set(request, who);
}

/** Who sent a request. */
export function callerOf(request: Request): Caller {
  const address = (request.ip ?? request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  return { address, who: names.get(request) ?? 'anyone', isEncrypted: request.secure };
}

/** The network that an address counts with: itself, or the 64 bits of an IPv6 address that one customer is given as a whole. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  const [a = '0', b = '0', c = '0', d = '0'] = [...groups, ...zeros, ...after];
  return `${[a, b, c, d].map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
