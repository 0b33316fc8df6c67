// Runs what only reads, and single statements that bring their own transaction, with their limits.
import type { Session } from 'neo4j-driver';
import { rowsOf } from './answers.ts';
import type { Parameters, Plan, ReadOptions, Row, Statement } from './database.ts';
import { fromDriver } from './errors.ts';
import { lostWhileRunning, watchInflow } from './inflow.ts';
import { readPlan, shiftedBack } from './plans.ts';
import { withSession } from './sessions.ts';
import { transactionConfig } from './transactions.ts';
import { toParameters } from './values.ts';

const readTimeoutMs = 10_000;
const writeTimeoutMs = 120_000;

/** Answers a read of ours within one managed transaction, which the driver retries for up to 5 s. */
export function readRows(
  open: () => Session,
  statement: Statement,
  parameters: Parameters,
  options: ReadOptions,
): Promise<Row[]> {
  const timeoutMs = options.timeoutMs ?? readTimeoutMs;
  const values = toParameters(parameters);
  return withSession(open, { timeoutMs, signal: options.signal }, (session) =>
    session.executeRead(async (tx) => rowsOf((await tx.run(statement.text, values)).records), { timeout: timeoutMs }),
  );
}

const explain = 'EXPLAIN ';

/**
 * Has a text planned, which runs nothing. Places in errors and notices are those in the text.
 *
 * @throws {EntenteError} `connection-lost` where the database went away while it planned
 */
export function planOf(open: () => Session, text: string, parameters: Parameters, options: ReadOptions): Promise<Plan> {
  const timeoutMs = options.timeoutMs ?? readTimeoutMs;
  const planned = withSession(open, { timeoutMs, signal: options.signal }, async (session) => {
    const result = session.run(explain + text, toParameters(parameters), transactionConfig(timeoutMs, options.mark));
    const { inflow, attached } = watchInflow(session, Number.POSITIVE_INFINITY);
    // Without its socket a plan is as good; only its loss is told as that of any other.
    attached.catch(() => undefined);
    try {
      const columns = (await result.keys()).map(String);
      return readPlan(await result.summary(), columns, explain.length);
    } catch (error) {
      throw lostWhileRunning(error, inflow);
    } finally {
      inflow.release();
    }
  });
  return planned.catch((error: unknown) => Promise.reject(shiftedBack(fromDriver(error), explain.length)));
}

/** Runs a statement that brings its own transaction, once. */
export function runOnce(
  open: () => Session,
  statement: Statement,
  parameters: Parameters,
  options: ReadOptions,
): Promise<Row[]> {
  const timeoutMs = options.timeoutMs ?? writeTimeoutMs;
  const values = toParameters(parameters);
  return withSession(open, { timeoutMs, signal: options.signal }, async (session) =>
    rowsOf((await session.run(statement.text, values, { timeout: timeoutMs })).records),
  );
}
