// `entente ingest`: a data set folder into the database.
import type { Command } from 'commander';
import { ingestCommand, type CommandEnd } from '../ingest/command.ts';
import { loadVocabulary } from '../ingest/vocabulary.ts';
import { seedFolder } from '../main.ts';
import { openDatabase } from '../neo4j/open.ts';
import { wholeNumber } from './options.ts';
import { ingestAudited, type Terminal } from './program.ts';

interface IngestOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly allowDelete?: number;
  readonly keepForeign?: boolean;
}

const folderArgument = [
  '[folder]',
  'folder of the data set; the shipped one where it is not said',
  seedFolder,
] as const;

/** Adds `ingest` to the program. */
export function addIngestCommand(program: Command, terminal: () => Terminal): void {
  program
    .command('ingest')
    .description('bring a data set into the database: what was added, changed and removed, all of it or nothing')
    .argument(...folderArgument)
    .option('-n, --dry-run', 'only tell what would be written; exit code 2 where there is something')
    .option('--json', 'print one JSON text instead of lines')
    .option('--allow-delete <number>', 'let so many entities and relations be removed', wholeNumber)
    .option('--keep-foreign', 'let nodes that no data set owns stay beside ours')
    .action(async (folder: string, options: IngestOptions) => {
      const { config, notes, print } = terminal();
      const open = () => openDatabase(config, notes, { kind: 'command' });
      const vocabulary = await loadVocabulary();
      const ingest = () => ingestCommand({ folder, ...options, vocabulary, notes, open });
      end(await ingestAudited({ config, notes }, folder, ingest), print);
    });
}

function end({ exitCode, lines }: CommandEnd, print: (text: string) => void): void {
  for (const line of lines) print(line);
  process.exitCode = exitCode;
}
