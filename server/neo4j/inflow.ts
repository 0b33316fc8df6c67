// Watches what comes in for one query, byte by byte: the driver unpacks a row as a whole before anybody sees it.
import type { Socket } from 'node:net';
import type { Session } from 'neo4j-driver';
import { z } from 'zod';
import type { EntenteError } from '../errors.ts';
import { driverChanged } from './answer-errors.ts';
import { connectionLost, fromDriver } from './errors.ts';

/** The socket of one query's session. */
export interface Inflow {
  /** Whether the query has a connection, so that its loss is the loss of a query that runs. */
  readonly connected: () => boolean;
  /** Whether a row was larger than it may be and the connection was cut for that. */
  readonly overrun: () => boolean;
  /** A row has been taken over: counting begins anew. */
  rowTaken(): void;
  /** Reads nothing more until {@link resume}: what has been read is being handed over. */
  pause(): void;
  resume(): void;
  /** Stops watching; the connection goes back to its pool. */
  release(): void;
}

/**
 * Where the driver keeps the socket. It has no public name for it, so what is found there is checked; the driver's version is
 * pinned by the lock file and a test reads through this path, encrypted or not.
 */
const heldSocket = z.object({
  _ch: z.object({
    _conn: z.custom<Socket>((value) => typeof value === 'object' && value !== null && 'destroy' in value),
  }),
});
const connectionSchema = z.union([
  heldSocket.transform((connection) => connection._ch._conn),
  z.object({ _delegate: heldSocket }).transform((connection) => connection._delegate._ch._conn),
]);
const sessionSchema = z.object({
  _connectionHolderWithMode: z.custom<(mode: string) => unknown>((value) => typeof value === 'function'),
  _mode: z.string(),
});
const holderSchema = z.object({
  getConnection: z.custom<() => Promise<unknown>>((value) => typeof value === 'function'),
});

/**
 * Watches the socket of a session on which a query has just been started, and cuts it where one row has more bytes than it may.
 *
 * @param rowLimit bytes of one row on the wire
 * @returns the watch, and a promise that rejects where the connection cannot be had
 */
export function watchInflow(session: Session, rowLimit: number): { inflow: Inflow; attached: Promise<void> } {
  let socket: Socket | undefined;
  let sinceRow = 0;
  let overrun = false;
  const count = (chunk: Uint8Array): void => {
    sinceRow += chunk.length;
    if (sinceRow <= rowLimit || overrun) return;
    overrun = true;
    socket?.destroy(new Error('A row has more bytes than it may have.'));
  };
  const attached = socketOf(session).then((found) => {
    socket = found;
    socket.on('data', count);
  });
  return {
    attached,
    inflow: {
      connected: () => socket !== undefined,
      overrun: () => overrun,
      rowTaken: () => void (sinceRow = 0),
      pause: () => void socket?.pause(),
      resume: () => void socket?.resume(),
      release() {
        socket?.off('data', count);
        socket?.resume();
      },
    },
  };
}

/** Our error for one of a query: a connection that is lost while it runs may have been lost because of it. */
export function lostWhileRunning(error: unknown, { connected }: Pick<Inflow, 'connected'>): EntenteError {
  const ours = fromDriver(error);
  return ours.code === 'database-unreachable' && connected() ? connectionLost(error) : ours;
}

async function socketOf(session: Session): Promise<Socket> {
  const opened = sessionSchema.safeParse(session);
  if (!opened.success) throw driverChanged(opened.error);
  const held = opened.data._connectionHolderWithMode.call(session, opened.data._mode);
  const holder = holderSchema.safeParse(held);
  if (!holder.success) throw driverChanged(holder.error);
  const socket = connectionSchema.safeParse(await holder.data.getConnection.call(held));
  if (!socket.success) throw driverChanged(socket.error);
  return socket.data;
}
