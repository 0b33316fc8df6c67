// The tracked source files and what each imports, read from the text: the ground of the architecture tests.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Root of the repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** A source file and the modules it imports: repository paths for our own, package names for others. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** All files that git tracks or would track, as repository paths. */
export function trackedFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root });
  const files = list.toString('utf8').split('\0');
  return files.filter((file) => file !== '' && existsSync(path.join(root, file))).sort();
}

/** The TypeScript and Svelte files under the given top folders with their imports. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return trackedFiles()
    .filter((file) => /\.(ts|svelte|js)$/.test(file) && folders.some((folder) => file.startsWith(`${folder}/`)))
    .map(readSource);
}

function readSource(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  const code = file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : text;
  const found = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => resolve(file, fileName));
  return { path: file, text, imports: [...new Set(found)] };
}

function resolve(file: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return path.posix.join(path.posix.dirname(file), bare);
  if (bare.startsWith('node:')) return 'node:';
  return bare
    .split('/')
    .slice(0, bare.startsWith('@') ? 2 : 1)
    .join('/');
}
