// Finds a Java that is recent enough.
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './commands.ts';

/** A Java runtime. */
export interface Java {
  readonly command: string;
  /** Feature version: 17, 21. */
  readonly version: number;
}

/** Feature version that `java -version` prints; undefined where it prints none. */
export function javaVersion(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output);
  return match === null ? undefined : Number(match[1]);
}

/**
 * The first Java of at least `needed`, looked for in JAVA_HOME, on the path and in the usual places; else the newest that
 * there is; undefined where there is none.
 */
export async function findJava(needed: number, javaHome: string | undefined): Promise<Java | undefined> {
  let newest: Java | undefined;
  for (const command of candidates(javaHome)) {
    const { code, output } = await run(command, ['-version']);
    const version = code === 0 ? javaVersion(output) : undefined;
    if (version === undefined) continue;
    if (version >= needed) return { command, version };
    if (newest === undefined || version > newest.version) newest = { command, version };
  }
  return newest;
}

/** The folder that Maven wants as JAVA_HOME for this Java; undefined where it cannot be told. */
export function homeOf(java: Java): string | undefined {
  if (dirname(java.command) === '.') return undefined;
  const home = dirname(dirname(realpathSync(java.command)));
  return existsSync(join(home, 'bin')) ? home : undefined;
}

function candidates(javaHome: string | undefined): string[] {
  const executable = process.platform === 'win32' ? 'java.exe' : 'java';
  const fixed = javaHome === undefined ? [] : [join(javaHome, 'bin', executable)];
  const places: readonly (readonly [folder: string, below: string])[] = [
    ['/usr/lib/jvm', 'bin'],
    ['/Library/Java/JavaVirtualMachines', 'Contents/Home/bin'],
    ['/opt/homebrew/opt', 'bin'],
    ['C:\\Program Files\\Eclipse Adoptium', 'bin'],
  ];
  const found = places.flatMap(([folder, below]) =>
    foldersIn(folder).map((name) => join(folder, name, below, executable)),
  );
  return [...fixed, executable, ...found.filter((path) => existsSync(path))];
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /j(dk|re|ava|bsr)|temurin/i.test(name))
      .sort();
  } catch {
    return [];
  }
}
