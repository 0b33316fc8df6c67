// `entente start`: the program that serves, until it is told to stop.
import type { Command } from 'commander';
import { openLog } from '../log.ts';
import { startProgram } from '../main.ts';
import type { Terminal } from './program.ts';

const lingerMs = 300;

/** Adds the command to the program; it is what runs when none is named. */
export function addStartCommand(program: Command, terminal: () => Terminal): void {
  program
    .command('start', { isDefault: true })
    .description('start database, ingestion, API and page, and serve until stopped')
    .option('--keep-foreign', 'let nodes that no data set owns stay beside ours')
    .action((options: { keepForeign?: boolean }) => start(terminal(), options));
}

async function start({ config, notes }: Terminal, options: { keepForeign?: boolean }): Promise<void> {
  const { log, file } = openLog(config, process.stdout);
  const program = await startProgram({ config, notes, log, ...options });
  log.info({ url: program.url }, 'listening');
  notes.say(`Entente is at ${program.url}`);
  notes.say(`Press Ctrl+C to stop.${file === undefined ? '' : ` The log is in ${file}.`}`);
  const signal = await nextStopSignal();
  notes.say('Stopping.');
  log.info({ signal }, 'stopping');
  await program.stop();
  // Everything is closed; what a peer that does not answer still holds open is let go.
  setTimeout(() => process.exit(), lingerMs).unref();
}

/** Resolves with the first signal that asks us to stop; a second one ends the process as it would without us. */
function nextStopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];
    const stop = (signal: NodeJS.Signals) => {
      for (const each of signals) process.off(each, stop);
      resolve(signal);
    };
    for (const each of signals) process.on(each, stop);
  });
}
