// Imports go one way: every edge between folders is listed here, and there is no cycle.
import { describe, expect, it } from 'vitest';
import { sourceFiles, type SourceFile } from './source-files.ts';

const files = sourceFiles('data', 'server', 'client');
const isOurs = (target: string) => /^(data|server|client|cypher)\//.test(target);

/** For each folder, most specific first, what its files may import: our folders (with a slash at the end), files, or packages. */
const allowed: readonly (readonly [folder: string, targets: readonly string[]])[] = [
  ['data/model/', ['data/model/', 'zod']],
  [
    'server/graph/',
    ['server/graph/', 'data/model/', 'd3-force', 'edtf', 'csv-stringify', 'tinyqueue', 'write-excel-file'],
  ],
  ['server/contract/', ['server/contract/', 'data/model/', 'zod']],
  ['server/neo4j/', ['server/neo4j/', 'server/errors.ts', 'server/config.ts', 'data/model/', 'packages', 'node:']],
  [
    'server/ingest/',
    ['server/ingest/', 'server/neo4j/', 'server/graph/', 'server/errors.ts', 'data/model/', 'packages', 'node:'],
  ],
  ['server/guard/', ['server/guard/', 'server/neo4j/', 'server/errors.ts', 'data/model/', 'packages', 'node:']],
  [
    'server/queries/',
    [
      'server/queries/',
      'server/guard/',
      'server/neo4j/',
      'server/graph/',
      'server/contract/',
      'server/errors.ts',
      'data/model/',
      'packages',
      'node:',
    ],
  ],
  ['server/snapshot/', ['server/snapshot/', 'server/graph/', 'server/errors.ts', 'data/model/', 'packages', 'node:']],
  [
    'server/routes/',
    [
      'server/routes/',
      'server/queries/',
      'server/guard/',
      'server/neo4j/',
      'server/graph/',
      'server/contract/',
      'server/snapshot/',
      'server/errors.ts',
      'server/config.ts',
      'data/model/',
      'packages',
      'node:',
    ],
  ],
  ['server/', ['server/', 'data/model/', 'client/', 'packages', 'node:']],
  ['client/vite.config.ts', ['client/', 'packages', 'node:']],
  ['client/vite-icons.ts', ['client/', 'data/model/', 'packages', 'node:']],
  ['client/', ['client/', 'server/contract/', 'server/graph/', 'data/model/', 'packages']],
];

/** Packages that are imported in one folder only. */
const homes: Readonly<Record<string, string>> = {
  'neo4j-driver': 'server/neo4j/',
  cytoscape: 'client/canvas/',
  '@neo4j-cypher/language-support': 'client/editor/',
  ...Object.fromEntries(
    ['autocomplete', 'commands', 'language', 'lint', 'state', 'view'].map((part) => [
      `@codemirror/${part}`,
      'client/editor/',
    ]),
  ),
  express: 'server/',
};

function rulesOf(file: SourceFile): readonly string[] {
  return allowed.find(([folder]) => file.path.startsWith(folder))?.[1] ?? [];
}

function isAllowed(rules: readonly string[], target: string): boolean {
  if (isOurs(target)) return rules.some((rule) => (rule.endsWith('/') ? target.startsWith(rule) : target === rule));
  if (target === 'node:') return rules.includes('node:');
  return rules.includes('packages') || rules.includes(target);
}

describe('imports', () => {
  it('sees the source files', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.some((file) => file.imports.includes('zod'))).toBe(true);
  });

  it('go only where the tree allows', () => {
    const wrong = files.flatMap((file) =>
      file.imports.filter((target) => !isAllowed(rulesOf(file), target)).map((target) => `${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of the driver, the canvas engine and the web framework stay in one folder each', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((target) => homes[target] !== undefined && !file.path.startsWith(homes[target]))
        .map((target) => `${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('make no cycle', () => {
    expect(findCycle(new Map(files.map((file) => [file.path, file.imports.filter(isOurs)])))).toEqual([]);
  });

  it('would show a cycle if there were one', () => {
    const cycle = findCycle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
      ]),
    );
    expect(cycle).toEqual(['a', 'b', 'c', 'a']);
  });
});

function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    trail.push(file);
    for (const target of edges.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle.length > 0) return cycle;
    }
    trail.pop();
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
