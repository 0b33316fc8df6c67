// The shape of the tree: what stands at the top, how files are named and how long they are, what code must not hold.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles, trackedFiles } from './source-files.ts';

const tracked = trackedFiles();
const code = sourceFiles('data', 'server', 'client');
const all = sourceFiles('data', 'server', 'client', 'tests');
const offenders = (files: readonly { path: string }[]) => files.map((file) => file.path);

describe('the tree', () => {
  it('has only the fixed entries at the top', () => {
    const fixed =
      'README.md package.json package-lock.json tsconfig.json server client cypher data tests LICENSE'.split(' ');
    const tops = new Set(tracked.map((file) => file.split('/')[0] ?? ''));
    expect([...tops].filter((top) => !top.startsWith('.') && !fixed.includes(top))).toEqual([]);
  });

  it('has no folder for odds and ends', () => {
    expect(tracked.filter((file) => /(^|\/)(utils?|helpers?|common|lib|services)\//.test(file))).toEqual([]);
  });

  it('names files in kebab-case and components in PascalCase', () => {
    const wrong = all.filter(({ path: file }) => {
      const name = path.posix.basename(file);
      return file.endsWith('.svelte')
        ? !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(name)
        : !/^[a-z0-9]+([.-][a-z0-9]+)*\.(ts|js)$/.test(name);
    });
    expect(offenders(wrong)).toEqual([]);
  });

  it('has no source file over 300 lines, and nine in ten under 200', () => {
    const lengths = code.map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }));
    expect(offenders(lengths.filter(({ lines }) => lines > 300))).toEqual([]);
    expect(lengths.filter(({ lines }) => lines < 200).length / lengths.length).toBeGreaterThanOrEqual(0.9);
  });

  it('says at the head of each file what it is for', () => {
    const headless = all.filter(({ text }) => !/^(#!.*\n)?(\/\/ |\/\*|<!--)/.test(text));
    expect(offenders(headless)).toEqual([]);
  });
});

describe('the code', () => {
  it('holds no Cypher: statements live under cypher/', () => {
    const wrong = code.filter(({ text }) => /['"`]\s*(MATCH|MERGE|UNWIND|CREATE|CALL|OPTIONAL MATCH) /.test(text));
    expect(offenders(wrong)).toEqual([]);
  });

  it('reads the environment only in the configuration and the programs', () => {
    const allowed = ['server/config.ts', 'server/main.ts', 'server/cli.ts', 'client/vite.config.ts'];
    const wrong = code.filter(({ path: file, text }) => /process\.env/.test(text) && !allowed.includes(file));
    expect(offenders(wrong)).toEqual([]);
  });

  it('calls fetch in one folder', () => {
    const wrong = code.filter(({ path: file, text }) => /\bfetch\(/.test(text) && !file.startsWith('client/api/'));
    expect(offenders(wrong)).toEqual([]);
  });

  it('inserts no raw HTML', () => {
    expect(offenders(code.filter(({ text }) => /\{@html|innerHTML|insertAdjacentHTML/.test(text)))).toEqual([]);
  });

  it('names no package registry and no path of a machine in any tracked file', () => {
    const wrong = tracked.filter((file) => {
      if (/\.(png|ico|woff2?|ttf)$/.test(file) || file === 'LICENSE' || file.startsWith('tests/architecture/'))
        return false;
      const text = readFileSync(path.join(root, file), 'utf8');
      return /registry\.npmjs|repo1?\.maven|deb\.debian\.org|\/work\/(main|shared)|\/root\/|"resolved":/.test(text);
    });
    expect(wrong).toEqual([]);
  });

  it('has a README of at most 60 lines in each top folder', () => {
    for (const folder of ['server', 'client', 'cypher', 'data', 'tests']) {
      const readme = `${folder}/README.md`;
      expect(tracked, readme).toContain(readme);
      expect(readFileSync(path.join(root, readme), 'utf8').split('\n').length, readme).toBeLessThanOrEqual(61);
    }
  });
});
