// The audit log: one line of JSON for every run, refusal, ingestion, kept query and wrong token; no values of parameters, no texts, no secrets.
import { createHash } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EntenteError } from '../errors.ts';

/** What is written down of one event, besides its time. */
export interface AuditEntry {
  readonly kind: 'free' | 'plan' | 'saved' | 'check' | 'create' | 'replace' | 'delete' | 'ingestion' | 'access';
  /** Who asked, as far as that is known. */
  readonly who: string;
  /** Address that the request came from; none on a command line. */
  readonly address?: string;
  /** Id of the saved query or of the data set's folder; a text that somebody sent has its hash. */
  readonly query?: string;
  readonly hash?: string;
}

/** How it ended. */
export interface AuditOutcome {
  readonly outcome: 'done' | 'dry-run' | 'refused' | 'cancelled' | 'failed';
  /** Code of the error, where there was one. */
  readonly code?: string;
  /** Rows that were handed over. */
  readonly rows?: number;
  readonly durationMs: number;
}

/** Writes the log. */
export interface Audit {
  write(line: AuditEntry & AuditOutcome): void;
  /** Resolves when everything is written. */
  settled(): Promise<void>;
}

/**
 * The log under `home` (ENTENTE_HOME), a file a month, readable by its owner only. A line is one append, so that several programs
 * may write; a line that cannot be written is lost, which is complained of once until one can be written again.
 */
export function openAudit(home: string, complain: (error: unknown) => void): Audit {
  const folder = join(home, 'audit');
  let writing = Promise.resolve();
  let failing = false;
  const append = async (line: string, month: string): Promise<void> => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await appendFile(join(folder, `${month}.jsonl`), line, { mode: 0o600 });
      failing = false;
    } catch (error) {
      if (!failing) complain(error);
      failing = true;
    }
  };
  return {
    write(line) {
      const time = new Date().toISOString();
      writing = writing.then(() => append(`${JSON.stringify({ time, ...line })}\n`, time.slice(0, 7)));
    },
    settled: () => writing,
  };
}

/** Writes nothing: for commands and tests that keep no log. */
export const noAudit: Audit = { write: () => undefined, settled: () => Promise.resolve() };

/** Does the work and writes down how it ended; `told` is what its result adds to a line that else says it was done. */
export async function audited<T>(
  audit: Audit,
  entry: AuditEntry,
  work: () => Promise<T>,
  told: (result: T) => Partial<AuditEntry & AuditOutcome> = () => ({}),
): Promise<T> {
  const began = performance.now();
  const tell = (outcome: Omit<AuditOutcome, 'durationMs'> & Partial<AuditEntry>): void =>
    audit.write({ ...entry, ...outcome, durationMs: Math.round(performance.now() - began) });
  try {
    const result = await work();
    tell({ outcome: 'done', ...told(result) });
    return result;
  } catch (error) {
    tell(outcomeOf(error));
    throw error;
  }
}

/** By which a text is known in the log: the same text has the same. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** How a work that threw this ended. */
export function outcomeOf(error: unknown): Omit<AuditOutcome, 'durationMs'> {
  if (!(error instanceof EntenteError)) return { outcome: 'failed', code: 'internal-error' };
  const { code, status } = error;
  if (code === 'cancelled') return { outcome: 'cancelled', code };
  return { outcome: status < 500 && status !== 422 ? 'refused' : 'failed', code };
}
