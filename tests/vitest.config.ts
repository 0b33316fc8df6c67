// How the tests run: pure ones side by side; those on the one real Neo4j of the run, which import tests/neo4j/support.ts, in turn.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts'));
const databaseTests = tests.filter((path) => {
  const support = path.startsWith('tests/neo4j/') ? './support.ts' : 'neo4j/support.ts';
  return readFileSync(join(root, path), 'utf8').includes(`${support}'`);
});

export default defineConfig({
  test: {
    root,
    passWithNoTests: false,
    projects: [
      {
        // State of the page is written in runes, which only the compiler understands.
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'pure',
          root,
          include: ['tests/**/*.test.ts'],
          exclude: databaseTests,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'database',
          root,
          include: databaseTests,
          globalSetup: 'tests/neo4j/global-setup.ts',
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
