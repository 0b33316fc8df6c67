// The program's log: JSON, one line an event; on a terminal it goes to a file, so that people see sentences only.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { destination, pino, type Logger } from 'pino';
import type { Config } from './config.ts';

/** A log and where it goes: the path of its file, or nothing where it goes to standard output. */
export interface OpenLog {
  readonly log: Logger;
  readonly file?: string;
}

/** Opens the log that the configuration asks for. */
export function openLog(config: Config, output: NodeJS.WriteStream): OpenLog {
  if (!output.isTTY) return { log: pino({ level: config.logLevel }, output) };
  const folder = path.join(config.home, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'entente.jsonl');
  return { log: pino({ level: config.logLevel }, destination({ dest: file, sync: false })), file };
}
