// Runs programs of the machine and listens to what they print.
import { spawn } from 'node:child_process';
import { childEnvironment } from '../../config.ts';

/** How a program ended; `code` is null where it could not be started or a signal ended it. */
export interface Outcome {
  readonly code: number | null;
  /** Everything it printed on both streams. */
  readonly output: string;
}

/** What a program is run with. */
export interface RunOptions {
  readonly onLine?: (line: string) => void;
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
}

/** Runs a program to its end; one that is not there gives `code: null`, nothing is thrown. */
export function run(command: string, commandArguments: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
      env: childEnvironment(options.environment ?? {}),
      ...(options.directory === undefined ? {} : { cwd: options.directory }),
    });
    let output = '';
    let rest = '';
    const take = (text: string): void => {
      output += text;
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      if (options.onLine !== undefined) lines.forEach(options.onLine);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
