// Opens the port, and closes it in order: what is under way is finished, within a bound.
import { createServer, type RequestListener, type Server } from 'node:http';
import { EntenteError } from './errors.ts';

/** Where to listen; port 0 takes a free one. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** How long a slow or silent caller may hold a connection. */
const limits = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };

/**
 * Starts to answer at an address.
 *
 * @returns the server and the address that a browser can open
 * @throws {EntenteError} `port-taken` or `cannot-listen`
 */
export function listen(app: RequestListener, { host, port }: Address): Promise<{ server: Server; url: string }> {
  const server = Object.assign(createServer(app), limits);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, host, port)));
    server.listen(port, host, () => {
      const bound = server.address();
      const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
      resolve({ server, url: `http://${nameOf(host)}:${actual}/` });
    });
  });
}

/** Takes no new connection, lets what is under way end, and cuts off what has not ended by then. */
export async function closeGracefully(server: Server, withinMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearTimeout(cut);
}

/** What a browser on this machine calls a host. */
function nameOf(host: string): string {
  const reached = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return reached.includes(':') ? `[${reached}]` : reached;
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): EntenteError {
  if (error.code === 'EADDRINUSE')
    return new EntenteError({
      code: 'port-taken',
      message: `Something else listens on ${host}:${port}.`,
      advice: 'Stop it, or choose another port with PORT.',
      cause: error,
    });
  return new EntenteError({
    code: 'cannot-listen',
    message: `The program may not listen on ${host}:${port} (${error.code ?? error.message}).`,
    advice: 'Choose another port with PORT.',
    cause: error,
  });
}
