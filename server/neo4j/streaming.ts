// Runs a text that somebody wrote, once, and hands over its answer as it comes, within limits of time, rows and bytes.
import type { QueryStatistics, Result, Session } from 'neo4j-driver';
import { EntenteError } from '../errors.ts';
import { Gathered } from './answers.ts';
import type { Parameters, Portion, Receiver, StreamedAnswer, StreamEnd, StreamOptions } from './database.ts';
import { rowTooLarge } from './answer-errors.ts';
import { Delivery } from './delivery.ts';
import { lostWhileRunning, watchInflow, type Inflow } from './inflow.ts';
import { Portions } from './portions.ts';
import { withSession } from './sessions.ts';
import { transactionConfig } from './transactions.ts';
import { toParameters } from './values.ts';

/**
 * What an answer may have, in bytes: all of it and one value as JSON, one row as the database sends it. A row is unpacked into up to
 * fifty times its bytes and keeps this process busy meanwhile (1 s for 5 MB, 8 s for 15 MB), so its limit is the lowest that lets
 * values of the largest size pass.
 */
export const answerLimits = { answerBytes: 16 * 2 ** 20, cellBytes: 2 ** 20, rowBytes: 2 * 2 ** 20 } as const;

/** One query, ready to be sent. */
interface Sending {
  readonly text: string;
  readonly values: Record<string, unknown>;
  readonly options: StreamOptions;
}

/** Whoever takes the answer, and how. */
interface Taking {
  readonly receiver: Receiver;
  readonly delivery: Delivery;
  /** Whether all rows come as one portion. */
  readonly whole: boolean;
}

/**
 * Runs a text and hands over columns and portions of rows.
 *
 * @throws {EntenteError} `not-read-in-time` where the time went by while they were handed over
 */
export function streamRows(
  open: () => Session,
  text: string,
  parameters: Parameters,
  options: StreamOptions,
  receiver: Receiver,
): Promise<StreamEnd> {
  const sending = { text, values: toParameters(parameters), options };
  return deliver(open, sending, receiver, false);
}

/** Runs a text and keeps its whole answer. */
export async function collectRows(
  open: () => Session,
  text: string,
  parameters: Parameters,
  options: StreamOptions,
): Promise<StreamedAnswer> {
  const sending = { text, values: toParameters(parameters), options };
  let columns: string[] = [];
  let whole: Portion = { rows: [], nodes: [], relations: [] };
  const receiver: Receiver = {
    columns: (names) => void (columns = names),
    portion: (portion) => void (whole = portion),
  };
  const { rows: _, ...end } = await deliver(open, sending, receiver, true);
  return { ...end, columns, ...whole };
}

async function deliver(open: () => Session, sending: Sending, receiver: Receiver, whole: boolean): Promise<StreamEnd> {
  const delivery = new Delivery();
  try {
    return await withSession(open, sending.options, (session) =>
      drain(session, sending, { receiver, delivery, whole }),
    );
  } catch (error) {
    throw delivery.blame(error, sending.options.timeoutMs);
  } finally {
    delivery.end();
  }
}

async function drain(session: Session, sending: Sending, { receiver, delivery, whole }: Taking): Promise<StreamEnd> {
  const began = performance.now();
  const { text, values, options } = sending;
  const result = session.run(text, values, transactionConfig(options.timeoutMs, options.mark));
  const { inflow, attached } = watchInflow(session, answerLimits.rowBytes);
  const gathered = new Gathered(answerLimits.cellBytes);
  const portions = new Portions(gathered, (portion) => delivery.hand(inflow, () => receiver.portion(portion)), whole);
  try {
    const [columns] = await Promise.all([result.keys(), attached]);
    await delivery.hand(inflow, () => receiver.columns(columns.map(String)));
    const truncatedBy = await takeRows(result, { inflow, gathered, portions }, options);
    await portions.flush();
    // A connection that was cut has not come to its end, so what it began has been undone.
    const updates = inflow.overrun() ? {} : updatesIn((await result.summary()).counters);
    const elapsedMs = Math.round(performance.now() - began);
    const cut = truncatedBy === undefined ? { truncated: false } : { truncated: true, truncatedBy };
    return { rows: portions.count, ...cut, elapsedMs, updates };
  } catch (error) {
    if (inflow.overrun()) throw rowTooLarge(portions.count + 1, answerLimits.rowBytes);
    throw error instanceof EntenteError ? await withUpdates(error, result) : lostWhileRunning(error, inflow);
  } finally {
    portions.stop();
    inflow.release();
  }
}

/**
 * Reads one row more than asked for, which tells whether there are more; the one that does not fit is left out. Rows that are on their
 * way when the answer is cut may be too many: then the connection is cut, too, and the answer stands.
 */
async function takeRows(
  result: Result,
  { inflow, gathered, portions }: { inflow: Inflow; gathered: Gathered; portions: Portions },
  { rowLimit, byteLimit = answerLimits.answerBytes }: StreamOptions,
): Promise<StreamEnd['truncatedBy']> {
  let truncatedBy: StreamEnd['truncatedBy'];
  try {
    for await (const record of result) {
      inflow.rowTaken();
      const row = portions.count < rowLimit ? gathered.row(record, portions.count + 1) : undefined;
      truncatedBy = row === undefined ? 'rows' : gathered.bytes > byteLimit ? 'bytes' : undefined;
      if (truncatedBy === 'bytes') gathered.dropRow();
      if (row === undefined || truncatedBy !== undefined) break;
      await portions.add(row);
    }
  } catch (error) {
    if (truncatedBy === undefined || !inflow.overrun()) throw error;
  }
  return truncatedBy;
}

/** An error of ours does not undo what the query did: it is read to its end, and what it changed goes into `details.updates`. */
async function withUpdates(error: EntenteError, result: Result): Promise<EntenteError> {
  const updates = await result.summary().then(
    ({ counters }) => updatesIn(counters),
    () => ({}),
  );
  if (Object.keys(updates).length === 0) return error;
  const { code, status, message, advice, details } = error;
  const told = advice === undefined ? {} : { advice };
  return new EntenteError({ code, status, message, ...told, details: { ...details, updates }, cause: error });
}

function updatesIn(counters: QueryStatistics): Record<string, number> {
  const all = { ...counters.updates(), systemUpdates: counters.systemUpdates() };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}
