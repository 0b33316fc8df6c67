// How routes run what people wrote: for somebody, through the guard, and with a line in the audit log.
import type { AnswerLine, QueryAnswer } from '../contract/shapes.ts';
import { audited, type AuditEntry } from '../guard/audit.ts';
import type { Guard } from '../guard/guard.ts';
import type { Asker } from '../guard/updates.ts';
import { ask, askInLines, type Asking, type Question } from '../queries/ask.ts';
import type { Reading } from '../queries/reading.ts';
import { networkOf, type Caller } from './caller.ts';
import type { RouteContext } from './context.ts';

/** A run: who asks what, and until when anybody waits. */
export interface Run {
  readonly caller: Caller;
  readonly signal: AbortSignal;
  readonly entry: Pick<AuditEntry, 'kind' | 'query' | 'hash'>;
  /** Makes the question, which may throw what is wrong with it. */
  readonly question: (reading: Reading) => Promise<Question>;
}

/** Runs it and answers with the whole. */
export function runWhole(context: RouteContext, run: Run): Promise<QueryAnswer> {
  const work = async () => {
    const { asking, question } = await posed(context, run);
    return ask(asking, question);
  };
  return audited(context.audit, entryOf(run), work, ({ rows }) => ({ rows: rows.length }));
}

/** Runs it and answers in lines as they come. */
export async function runInLines(
  context: RouteContext,
  run: Run,
  write: (line: AnswerLine) => Promise<void>,
): Promise<void> {
  const work = async () => {
    const { asking, question } = await posed(context, run);
    return askInLines(asking, question, write);
  };
  await audited(context.audit, entryOf(run), work, ({ rows }) => ({ rows }));
}

/** The question, and who puts it to the database. */
async function posed(context: RouteContext, run: Run): Promise<{ asking: Asking; question: Question }> {
  const { database, vocabulary, guard } = context;
  const { signal, entry, caller } = run;
  const question = await run.question({ database, vocabulary, signal });
  const asker = askerFor(guard, entry.kind === 'free' ? 'free' : question.origin, networkOf(caller.address));
  return { asking: { database: { read: database.read, ...asker }, vocabulary, signal }, question };
}

function askerFor(guard: Guard, origin: 'free' | Question['origin'], address: string): Asker {
  if (origin === 'free') return guard.free.by(address);
  return origin === 'own' ? guard.own(address) : guard.saved(address);
}

function entryOf({ caller: { who, address }, entry }: Run): AuditEntry {
  return { who, address, ...entry };
}
