// Finds a Chromium for the tests, or installs one where that is allowed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A headless Chromium that speaks to nobody but the page's server. */
export async function launchChromium(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findChromium(process.env) ?? installChromium(isRoot),
    args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/**
 * The path of a Chromium: as the environment names it, in the usual places, on the search path, or as playwright keeps it.
 *
 * @throws Error where `CHROMIUM_PATH` names a file that is not there
 */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = environment['CHROMIUM_PATH'];
  if (named) {
    if (!canRun(named))
      throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run. Correct it or leave it out.`);
    return named;
  }
  const onPath = (environment['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...usualPlaces, ...onPath, chromium.executablePath()].find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Chromium from Debian or Ubuntu as root, elsewhere playwright's own into the user's cache. */
function installChromium(isRoot: boolean): string {
  if (process.env['ENTENTE_NO_INSTALL'] !== '1') {
    process.stderr.write('There is no Chromium yet: installing one for the tests.\n');
    if (isRoot && existsSync('/usr/bin/apt-get')) {
      run('apt-get', ['update', '-q']);
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
    } else {
      run(process.execPath, [path.resolve('node_modules/playwright-core/cli.js'), 'install', 'chromium']);
    }
  }
  const found = findChromium(process.env);
  if (found !== undefined) return found;
  throw new Error('There is no Chromium. Install Chromium or Chrome, or name one with CHROMIUM_PATH.');
}

function run(command: string, parameters: readonly string[]): void {
  spawnSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
}
