// How routes run what people wrote: for somebody, through the guard, and with a line in the audit log.
import type { AnswerLine, QueryAnswer } from '../contract/shapes.ts';
import { audited, type AuditEntry } from '../guard/audit.ts';
import type { Asker } from '../guard/runs.ts';
import { ask, askInLines, type Asking, type Question } from '../queries/ask.ts';
import { networkOf, type Caller } from './caller.ts';
import type { RouteContext } from './context.ts';

/** A run: who asks what, and until when anybody waits. */
export interface Run {
  readonly caller: Caller;
  readonly signal: AbortSignal;
  readonly entry: Pick<AuditEntry, 'kind' | 'query' | 'hash'>;
  /** Makes the question, which may throw what is wrong with it. */
  readonly question: (asking: Asking) => Promise<Question>;
}

/** Runs it and answers with the whole. */
export function runWhole(context: RouteContext, run: Run): Promise<QueryAnswer> {
  const asking = askingFor(context, run);
  const work = async () => ask(asking, await run.question(asking));
  return audited(context.audit, entryOf(run), work, ({ rows }) => rows.length);
}

/** Runs it and answers in lines as they come. */
export async function runInLines(
  context: RouteContext,
  run: Run,
  write: (line: AnswerLine) => Promise<void>,
): Promise<void> {
  const asking = askingFor(context, run);
  const work = async () => askInLines(asking, await run.question(asking), write);
  await audited(context.audit, entryOf(run), work, ({ rows }) => rows);
}

function askingFor({ database, guard, vocabulary }: RouteContext, { caller, signal, entry }: Run): Asking {
  const address = networkOf(caller.address);
  const asker: Asker = entry.kind === 'free' ? guard.free.by(address) : guard.saved(address);
  return { database: { read: database.read, ...asker }, vocabulary, signal };
}

function entryOf({ caller: { who, address }, entry }: Run): AuditEntry {
  return { who, address, ...entry };
}
