// Finds out about processes of this machine: alive, since when, with which command line.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from './commands.ts';

/** Whether a process with this id runs, whosever it is; one that has ended and is only not yet collected does not. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux' && linuxStat(pid)[0] === 'Z') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * When a process began, as a text that only serves to be compared: an id alone may have gone to another process since. Empty
 * where the system does not say.
 */
export async function beginningOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return linuxStat(pid)[19] ?? '';
  if (process.platform === 'win32') return powershell(`(Get-Process -Id ${pid}).StartTime.Ticks`);
  return (await run('ps', ['-o', 'lstart=', '-p', String(pid)], { environment: { LC_ALL: 'C' } })).output.trim();
}

/** Ids of processes whose command line holds this argument as a whole. */
export async function processesWith(argument: string): Promise<number[]> {
  if (process.platform === 'linux') {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return ids.filter((id) => readOrEmpty(`/proc/${id}/cmdline`).split('\0').includes(argument)).map(Number);
  }
  const listing =
    process.platform === 'win32'
      ? await powershell('Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.CommandLine)" }')
      : (await run('ps', ['-axo', 'pid=,command='])).output;
  const lines = listing.split('\n').filter((line) => line.includes(argument));
  return lines.map((line) => Number.parseInt(line, 10)).filter((pid) => pid > 0 && pid !== process.pid);
}

/** Ends a process, by force after `patienceMs`, and resolves when it is gone. */
export async function endProcess(pid: number, patienceMs: number): Promise<void> {
  signal(pid, 'SIGTERM');
  for (let waitedMs = 0; isAlive(pid); waitedMs += 50) {
    if (waitedMs >= patienceMs) signal(pid, 'SIGKILL');
    if (waitedMs >= patienceMs + 5_000) return;
    await wait(50);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile, which is what was wanted.
  }
}

/** The fields of /proc/<pid>/stat from the third on: state first, the time of its beginning at index 19. */
function linuxStat(pid: number): string[] {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return stat === '' ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

async function powershell(script: string): Promise<string> {
  return (await run('powershell', ['-NoProfile', '-Command', script])).output.trim();
}
