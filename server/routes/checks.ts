// What is checked before any route: who is spoken to, who speaks, what kind of body comes.
import type { RequestHandler } from 'express';
import { EntenteError } from '../errors.ts';
import { invalidInput } from './problems.ts';

const localNames = ['127.0.0.1', 'localhost', '[::1]'];
const deepestBody = 64;

/**
 * Refuses requests for another host's name: a page elsewhere may have its own name lead here (DNS rebinding).
 *
 * @param allowed names that are ours besides those of loopback, in lower case: `name` with any port, `name:port` with that one
 */
export function checkHost(allowed: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    const port = request.socket.localPort ?? 0;
    const host = (request.headers.host ?? '').toLowerCase();
    const ours = localNames.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
    if (!ours.includes(host) && !allowed.includes(host) && !allowed.includes(host.replace(/:\d+$/, ''))) {
      const advice = allowed[0] === undefined ? `Use http://127.0.0.1:${port}/.` : `Use ${allowed[0]}.`;
      throw forbidden('foreign-host', 'This program does not answer for that host.', advice);
    }
    next();
  };
}

/** Headers by which proxies say for whom they ask. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

/** Refuses what a proxy passes on to a program that asks for no token: it would serve everybody whom the proxy lets in. */
export const refuseProxies: RequestHandler = (request, _response, next) => {
  if (proxyHeaders.some((name) => request.headers[name] !== undefined))
    throw forbidden(
      'behind-a-proxy',
      'A proxy passes requests on to this program, which asks for no token.',
      'Start it with ENTENTE_TOKEN, ENTENTE_ALLOWED_HOSTS and ENTENTE_TRUSTED_HOPS.',
    );
  next();
};

const reading = ['GET', 'HEAD'];

/** Refuses whatever may change something that another site's page sends: they carry its `Origin`, or a `Sec-Fetch-Site` that says so. */
export const checkOrigin: RequestHandler = (request, _response, next) => {
  if (reading.includes(request.method)) return next();
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const ownOrigin =
    origin === undefined || origin.toLowerCase() === `${request.protocol}://${request.headers.host?.toLowerCase()}`;
  const ownSite = site === undefined || site === 'same-origin' || site === 'none';
  if (!ownOrigin || !ownSite)
    throw forbidden('foreign-origin', 'Another site sent this request.', 'Use the page that this program serves.');
  next();
};

/** Refuses bodies of another kind than JSON; an empty one is of none. */
export const checkContentType: RequestHandler = (request, _response, next) => {
  const isEmpty = request.headers['content-length'] === '0';
  if (!reading.includes(request.method) && !isEmpty && request.is('application/json') === false)
    throw new EntenteError({
      code: 'unsupported-media-type',
      status: 415,
      message: 'The body is of another kind than JSON.',
      advice: 'Send it with Content-Type: application/json.',
    });
  next();
};

/** Refuses bodies that are nested so deeply that checking them would take down the process. */
export const checkDepth: RequestHandler = (request, _response, next) => {
  let level: unknown[] = [request.body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestBody)
      throw invalidInput([{ path: 'body', message: `nested deeper than ${deepestBody} levels` }]);
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  next();
};

function forbidden(code: string, message: string, advice: string): EntenteError {
  return new EntenteError({ code, status: 403, message, advice });
}
