// Installs what the local database needs, where the program may: as root on Debian, Ubuntu and what is made of them.
import { readFileSync } from 'node:fs';
import type { Notes } from '../notes.ts';
import { run } from './commands.ts';
import { installFailed } from './failures.ts';

/** The family of this system, as far as a command can be named for it. */
export function systemFamily(): 'debian' | 'fedora' | 'macos' | 'windows' | undefined {
  if (process.platform === 'darwin') return 'macos';
  if (process.platform === 'win32') return 'windows';
  try {
    return linuxFamily(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return undefined;
  }
}

/** The family that an `os-release` file tells. */
export function linuxFamily(release: string): 'debian' | 'fedora' | undefined {
  const ids = [...release.matchAll(/^ID(?:_LIKE)?=["']?([^"'\n]*)/gm)].flatMap((match) => (match[1] ?? '').split(' '));
  if (ids.some((id) => id === 'debian' || id === 'ubuntu')) return 'debian';
  return ids.some((id) => ['fedora', 'rhel', 'centos'].includes(id)) ? 'fedora' : undefined;
}

/** Whether the program may install packages here. */
export function mayInstall(noInstall: boolean): boolean {
  return !noInstall && process.getuid?.() === 0 && systemFamily() === 'debian';
}

/**
 * Installs packages with apt-get after saying so.
 *
 * @throws {EntenteError} `install-failed`
 */
export async function install(packages: readonly string[], why: string, notes: Notes): Promise<void> {
  notes.say(`${why}: installing ${packages.join(' and ')} with apt-get (ENTENTE_NO_INSTALL=1 forbids it).`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const onLine = progressOf(notes, packages);
  const updated = await run('apt-get', ['update', '-q'], { environment });
  const options = ['install', '-y', '-q', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0'];
  const installed = await run('apt-get', [...options, ...packages], { environment, onLine });
  if (installed.code !== 0) throw installFailed(packages, updated.code === 0 ? installed.output : updated.output);
  notes.say(`Installed ${packages.join(' and ')}.`);
}

/** Tells how many of the packages that apt announces have been fetched and set up. */
function progressOf(notes: Notes, packages: readonly string[]): (line: string) => void {
  let total = 0;
  let done = 0;
  return (line) => {
    const announced = /, (\d+) newly installed/.exec(line);
    if (announced !== null) total = 3 * Number(announced[1]);
    if (!/^(Get:|Unpacking |Setting up )/.test(line) || total === 0) return;
    done = Math.min(total, done + 1);
    notes.progress(`Installing ${packages.join(' and ')}`, done, total, 'steps');
  };
}
