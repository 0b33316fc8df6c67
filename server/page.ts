// Builds the page where it is missing or older than its sources, so that the program always serves what the sources say.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Notes } from './neo4j/notes.ts';

const root = path.resolve(import.meta.dirname, '..');
const sources = ['client', 'server/contract', 'server/graph', 'data/model', 'package.json'];

/** Folder of the built page. */
export const pageFolder = path.join(root, 'client/dist');

/**
 * Makes sure that `client/dist` is there and as new as its sources; takes some seconds when it has to build.
 *
 * @throws whatever the bundler finds wrong with the sources
 */
export async function ensurePage(notes: Notes): Promise<void> {
  if (isCurrent()) return;
  notes.say('Building the page.');
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'client/vite.config.ts'), logLevel: 'warn' });
}

function isCurrent(): boolean {
  const index = path.join(pageFolder, 'index.html');
  return existsSync(index) && newest(sources.map((source) => path.join(root, source))) <= statSync(index).mtimeMs;
}

function newest(places: readonly string[]): number {
  return Math.max(
    ...places.map((place) => (statSync(place).isDirectory() ? newestIn(place) : statSync(place).mtimeMs)),
  );
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== 'dist');
  return newest(entries.map(({ name }) => path.join(folder, name)));
}
