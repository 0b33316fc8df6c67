// The lease of whoever ingests: held for a while, renewed while at work, taken over when it has run out.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import { EntenteError } from '../errors.ts';
import type { Database } from '../neo4j/database.ts';
import { loadStatement } from '../neo4j/statements.ts';

const holderRow = z.object({
  taken: z.boolean(),
  token: z.string(),
  host: z.string().nullable(),
  pid: z.int().nullable(),
  until: z.string(),
});
type Holder = z.infer<typeof holderRow>;

/** How long a lease holds without being renewed. */
const leaseSeconds = 30;

/** A lease that is held. */
export interface Lease {
  readonly token: string;
  /** Stops renewing and gives it back; never throws, for it runs out by itself. */
  release(): Promise<void>;
}

/**
 * Takes the lease and keeps renewing it.
 *
 * @throws {EntenteError} `locked`, which tells who holds it
 */
export async function takeLease(database: Database, seconds: number = leaseSeconds): Promise<Lease> {
  const token = randomUUID();
  const ask = async (deadToken: string): Promise<Holder> => {
    const parameters = { token, deadToken, host: hostname(), pid: process.pid, seconds };
    const [row] = await database.writeOnce(loadStatement('write/take-lease'), parameters);
    return holderRow.parse(row);
  };
  let holder = await ask('');
  if (!holder.taken && isDead(holder)) holder = await ask(holder.token);
  if (!holder.taken) throw locked(holder);
  const renewal = setInterval(() => void renew(database, token, seconds), (seconds * 1000) / 3);
  renewal.unref();
  return {
    token,
    async release() {
      clearInterval(renewal);
      await database.writeOnce(loadStatement('write/release-lease'), { token }).catch(() => undefined);
    },
  };
}

/** A renewal that fails does no harm: the commit finds out whether the lease is still held. */
async function renew(database: Database, token: string, seconds: number): Promise<void> {
  await database.writeOnce(loadStatement('write/renew-lease'), { token, seconds }).catch(() => undefined);
}

/** True where the holder was a process of this machine that is no more. */
function isDead({ host, pid }: Holder): boolean {
  if (host !== hostname() || pid === null) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function locked({ host, pid, until }: Holder): EntenteError {
  return new EntenteError({
    code: 'locked',
    status: 409,
    message: `Another ingestion is under way: process ${pid} on ${host} holds the lock until ${until} and renews it while it works.`,
    advice: 'Wait until it has ended and try again.',
    details: { host, pid, until },
  });
}

/** The error of a commit whose lease was taken over meanwhile. */
export function leaseLost(): EntenteError {
  return new EntenteError({
    code: 'lease-lost',
    status: 409,
    message: 'This ingestion was held up for so long that another one took over its lock, so nothing was written.',
    advice: 'Wait until the other one has ended and try again.',
  });
}
