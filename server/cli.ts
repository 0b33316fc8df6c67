// The command `entente`: one command line for everything, each command with --help.
import { Command } from 'commander';
import { addCheckCommand } from './commands/check.ts';
import { addExportCommand } from './commands/export.ts';
import { addIngestCommand } from './commands/ingest.ts';
import type { Terminal } from './commands/program.ts';
import { addQueriesCommand } from './commands/queries.ts';
import { addQueryCommand } from './commands/query.ts';
import { addStartCommand } from './commands/start.ts';
import { readConfig } from './config.ts';
import { EntenteError, sentenceOf } from './errors.ts';
import { programVersion } from './main.ts';
import { terminalNotes } from './neo4j/notes.ts';

const terminal = (): Terminal => ({
  config: readConfig(process.env),
  notes: terminalNotes(process.stderr),
  print: (text) => void process.stdout.write(`${text}\n`),
  width: process.stdout.columns ?? 120,
});

const program = new Command('entente')
  .description('A graph of defence actors, programmes and relations that people can see, question and quote.')
  .version(programVersion())
  .showHelpAfterError('Add --help to see what this command takes.');
addStartCommand(program, terminal);
addIngestCommand(program, terminal);
addCheckCommand(program, terminal);
addQueryCommand(program, terminal);
addQueriesCommand(program, terminal);
addExportCommand(program, terminal);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof EntenteError)) throw error;
  process.stderr.write(`entente: ${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
