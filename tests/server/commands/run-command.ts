// Runs the command line: as a process, as people do, or one command within the test, which is a hundred times as quick.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import type { Terminal } from '../../../server/commands/program.ts';
import { readConfig } from '../../../server/config.ts';
import { EntenteError, sentenceOf } from '../../../server/errors.ts';

/** Root of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** How a command ended. */
export interface End {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A function that runs `entente` with this environment; what is typed is sent to its standard input. */
export function commandWith(environment: Readonly<Record<string, string>>) {
  return (parameters: readonly string[], typed = ''): Promise<End> =>
    new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        ['server/entente.js', ...parameters],
        { cwd: root, env: { ...process.env, ...environment }, encoding: 'utf8' },
        (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
      child.stdin?.end(typed);
    });
}

/** A function that runs a command of the program in this process, with this environment. */
export function commandWithin(
  add: (program: Command, terminal: () => Terminal) => void,
  environment: Readonly<Record<string, string>>,
) {
  return async (...parameters: string[]): Promise<End> => {
    const said = { out: '', err: '' };
    const notes = { say: (sentence: string) => void (said.err += `${sentence}\n`), progress: () => undefined };
    const print = (text: string) => void (said.out += `${text}\n`);
    const program = new Command('entente').exitOverride();
    program.configureOutput({
      writeErr: (text) => void (said.err += text),
      writeOut: (text) => void (said.out += text),
    });
    add(program, () => ({ config: readConfig(environment), notes, print, width: 120 }));
    process.exitCode = undefined;
    try {
      await program.parseAsync(parameters, { from: 'user' });
    } catch (error) {
      if (!(error instanceof EntenteError) && !(error instanceof CommanderError)) throw error;
      if (error instanceof EntenteError) said.err += `entente: ${sentenceOf(error)}\n`;
      process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
    }
    const code = Number(process.exitCode ?? 0);
    process.exitCode = undefined;
    return { code, ...said };
  };
}
