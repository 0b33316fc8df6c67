// What `entente ingest` and `entente check` do: everything but reading the command line and writing to the terminal.
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { EntenteError } from '../errors.ts';
import type { Notes } from '../neo4j/notes.ts';
import type { OpenDatabase } from '../neo4j/database.ts';
import { readDataset } from './dataset.ts';
import { ingest } from './ingest.ts';
import type { IngestResult } from './ingest.ts';
import { patientNotes } from './patient-notes.ts';
import { jsonReport, refusalReport, textReport } from './report.ts';

/** What a command of ours ends with. */
export interface CommandEnd {
  /** 0 done or nothing to do, 1 faults or refused, 2 a dry run that would change something. */
  readonly exitCode: 0 | 1 | 2;
  readonly outcome: 'done' | 'dry-run' | 'refused';
  /** What it was refused for, or failed over, where that was no fault of the files. */
  readonly error?: EntenteError;
  /** For standard output. */
  readonly lines: readonly string[];
}

/** What `entente check` is given. */
export interface CheckCommand {
  readonly folder: string;
  readonly json?: boolean;
  readonly vocabulary: Vocabulary;
  readonly notes: Notes;
}

/** What `entente ingest` is given; the database is opened only where the folder is without fault. */
export interface IngestCommand extends CheckCommand {
  readonly dryRun?: boolean;
  readonly allowDelete?: number;
  readonly keepForeign?: boolean;
  readonly open: () => Promise<OpenDatabase>;
}

/** `entente check [folder] [--json]`: all faults of a data set folder, or that there are none. */
export async function checkCommand(command: CheckCommand): Promise<CommandEnd> {
  return reporting(command, async () => {
    const { dataset, faults } = await readDataset(command.folder, command.vocabulary, {
      notes: patientNotes(command.notes),
    });
    return dataset === undefined ? { outcome: 'faulty', faults } : { outcome: 'checked', dataset };
  });
}

/** `entente ingest [folder] [--dry-run] [--json] [--allow-delete N] [--keep-foreign]`. */
export async function ingestCommand(command: IngestCommand): Promise<CommandEnd> {
  return reporting(command, async () => {
    const { folder, vocabulary, open, allowDelete, notes } = command;
    const read = await readDataset(folder, vocabulary, { notes: patientNotes(notes) });
    if (read.dataset === undefined) return { outcome: 'faulty', faults: read.faults };
    const database = await open();
    try {
      return await ingest({
        database: database.db,
        folder,
        vocabulary,
        notes,
        dryRun: command.dryRun === true,
        keepForeign: command.keepForeign === true,
        ...(allowDelete === undefined ? {} : { allowDelete }),
        ...(read.unchecked.length === 0 ? { read } : {}),
      });
    } finally {
      await database.close();
    }
  });
}

async function reporting(
  command: CheckCommand & { readonly dryRun?: boolean },
  work: () => Promise<IngestResult>,
): Promise<CommandEnd> {
  try {
    const result = await work();
    const lines = command.json === true ? [jsonReport(result)] : textReport(result, command.folder);
    const exitCode = result.outcome === 'faulty' ? 1 : result.outcome === 'planned' ? 2 : 0;
    const outcome = exitCode === 1 ? 'refused' : command.dryRun === true ? 'dry-run' : 'done';
    return { exitCode, outcome, lines };
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return { exitCode: 1, outcome: 'refused', error, lines: refusalReport(error, command.json === true) };
  }
}
