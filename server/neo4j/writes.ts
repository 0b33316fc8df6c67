// Does a piece of writing in one transaction; repeats it after passing faults, but never its COMMIT.
import { setTimeout as wait } from 'node:timers/promises';
import type { Session, Transaction } from 'neo4j-driver';
import { rowsOf } from './answers.ts';
import type { WriteOptions, WriteTransaction } from './database.ts';
import { commitUnknown, fromDriver, isPassing, isRefusedCommit } from './errors.ts';
import { withSession } from './sessions.ts';
import { toParameters } from './values.ts';

const writeTimeoutMs = 120_000;
const writeRetryForMs = 30_000;

/** Does the work in one transaction, again where a passing fault stopped it before COMMIT, within the bound of the options. */
export async function writeAgain<T>(
  open: () => Session,
  work: (tx: WriteTransaction) => Promise<T>,
  options: WriteOptions,
): Promise<T> {
  const until = performance.now() + (options.retryForMs ?? writeRetryForMs);
  for (let pauseMs = 250; ; pauseMs = Math.min(pauseMs * 2, 4_000)) {
    try {
      return await writeTransaction(open, work, options);
    } catch (error) {
      if (!isPassing(error) || performance.now() + pauseMs > until) throw error;
      await wait(pauseMs * (0.75 + Math.random() / 2));
    }
  }
}

async function writeTransaction<T>(
  open: () => Session,
  work: (tx: WriteTransaction) => Promise<T>,
  options: WriteOptions,
): Promise<T> {
  const timeoutMs = options.timeoutMs ?? writeTimeoutMs;
  let committing = false;
  try {
    return await withSession(open, { timeoutMs, signal: options.signal }, async (session) => {
      const tx = await session.beginTransaction({ timeout: timeoutMs });
      const result = await work(writing(tx));
      committing = true;
      await tx.commit();
      return result;
    });
  } catch (error) {
    throw committing && !isRefusedCommit(error) ? commitUnknown(error) : error;
  }
}

function writing(tx: Transaction): WriteTransaction {
  return {
    async run(statement, parameters = {}) {
      try {
        return rowsOf((await tx.run(statement.text, toParameters(parameters))).records);
      } catch (error) {
        throw fromDriver(error);
      }
    },
  };
}
