// A proxy before Bolt that can hold up, or cut, a connection at the COMMIT of a transaction that writes.
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What happens when COMMIT passes by. */
type AtCommit =
  /** COMMIT reaches the server, its answer nobody; the connection stays open. */
  | 'swallow-answer'
  /** COMMIT reaches the server, then the connection is cut. */
  | 'cut-after'
  /** COMMIT does not reach the server, and the connection is cut. */
  | 'cut-before';

/** A proxy that runs. */
export interface BoltProxy {
  readonly uri: string;
  /** Does this at the next COMMIT of a writing transaction; resolves when it has happened. */
  at(next: AtCommit): Promise<void>;
  close(): void;
}

// Chunked messages of Bolt: length 2, structure without fields (B0), COMMIT (12), end of chunks; BEGIN is B1 11.
const commit = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);
const begin = Buffer.from([0xb1, 0x11]);
// In BEGIN's map: mode: "r".
const readMode = Buffer.from([0x84, ...Buffer.from('mode'), 0x81, 0x72]);

/** Starts a proxy before the server at that address. */
export async function startBoltProxy(uri: string): Promise<BoltProxy> {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let waiting: { next: AtCommit; happened: () => void } | undefined;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let reads = false;
    let swallowing = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [client, upstream].forEach((each) => each.destroy()));
    }
    upstream.on('data', (data) => {
      if (!swallowing) client.write(data);
    });
    client.on('data', (data) => {
      const started = data.lastIndexOf(begin);
      if (started !== -1) reads = data.indexOf(readMode, started) !== -1;
      const isCommit = data.includes(commit) && !reads;
      const plan = isCommit ? waiting : undefined;
      if (plan === undefined) return void upstream.write(data);
      waiting = undefined;
      swallowing = true;
      if (plan.next !== 'cut-before') upstream.write(data);
      // The server needs a moment to read what was sent before its connection ends.
      if (plan.next === 'cut-after') setTimeout(() => client.destroy(), 20);
      if (plan.next === 'cut-before') client.destroy();
      plan.happened();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    uri: `bolt://127.0.0.1:${address.port}`,
    at: (next) => new Promise((resolve) => (waiting = { next, happened: resolve })),
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
