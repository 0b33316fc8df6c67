// A caller that asks for lines and stops reading as soon as they begin to come.
import { once } from 'node:events';
import { connect } from 'node:net';

/** A caller that has asked. */
export interface SlowReader {
  /** Resolves when the answer begins; nothing more is read from then on. */
  readonly begun: Promise<void>;
  /** Reads on, to the end; the body as it was sent. */
  rest(): Promise<string>;
  /** Goes away. */
  leave(): void;
}

/** Asks free Cypher for an answer in lines. */
export function openSlowReader(origin: string, asked: object, encoding: string): SlowReader {
  const { hostname, port } = new URL(origin);
  const body = JSON.stringify(asked);
  const head = [
    'POST /api/cypher HTTP/1.1',
    `Host: ${hostname}:${port}`,
    'Connection: close',
    'Accept: application/jsonl',
    `Accept-Encoding: ${encoding}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  const chunks: Buffer[] = [];
  const begun = once(socket, 'data').then(([chunk]: Buffer[]) => {
    socket.pause();
    if (chunk !== undefined) chunks.push(chunk);
  });
  return {
    begun,
    async rest() {
      socket.on('data', (chunk) => void chunks.push(chunk));
      socket.resume();
      await once(socket, 'end');
      return Buffer.concat(chunks).toString();
    },
    leave: () => void socket.destroy(),
  };
}
