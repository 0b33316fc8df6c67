// Runs the JVM of the local database, and ends it when the program that started this watchdog asks for it or is gone.
// Plain JavaScript, so that a bare `node` runs it; arguments: file for the JVM's output, patience in ms, command, arguments.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';

const [consoleFile, patienceMs, command, ...commandArguments] = process.argv.slice(2);
const output = openSync(consoleFile, 'w', 0o600);
const jvm = spawn(command, commandArguments, { stdio: ['ignore', output, output], windowsHide: true });
let ending = false;

function end(withinMs) {
  if (ending) return;
  ending = true;
  jvm.kill('SIGTERM');
  setTimeout(() => jvm.kill('SIGKILL'), withinMs);
}

const endPatiently = () => end(Number(patienceMs));

jvm.on('spawn', () => process.connected && process.send({ jvmPid: jvm.pid }, () => undefined));
jvm.on('error', () => process.exit(1));
jvm.on('exit', () => process.exit(0));

// The channel to the program closes with the program, however it ends: also on SIGKILL.
process.on('disconnect', endPatiently);
process.on('message', ({ endWithinMs }) => end(endWithinMs));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, endPatiently);
