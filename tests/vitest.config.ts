// How the tests run: pure ones side by side; those on the one real Neo4j of the run, which import tests/neo4j/support.ts, in turn; long ones apart.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts'));
const isSlow = (path: string) => path.endsWith('.slow.test.ts');
const slowTests = tests.filter(isSlow);
const onDatabase = tests.filter((path) => {
  const support = path.startsWith('tests/neo4j/') ? './support.ts' : 'neo4j/support.ts';
  return readFileSync(join(root, path), 'utf8').includes(`${support}'`);
});
const databaseTests = onDatabase.filter((path) => !isSlow(path));

/** Tests that take turns on the one real Neo4j of the run. */
const inTurn = {
  root,
  globalSetup: 'tests/neo4j/global-setup.ts',
  fileParallelism: false,
  testTimeout: 30_000,
  hookTimeout: 120_000,
};

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
          exclude: [...onDatabase, ...slowTests],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      { test: { ...inTurn, name: 'database', include: databaseTests } },
      // Browsers and databases that are killed depend on what else the machine does: what fails twice in a row has found something.
      { test: { ...inTurn, name: 'slow', include: slowTests, retry: 1 } },
    ],
  },
});
