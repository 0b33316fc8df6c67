// Makes the module `virtual:icons`: the drawings of exactly the icons that the vocabulary and the page name.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { load } from 'js-yaml';
import type { Plugin } from 'vite';
import { parseVocabulary } from '../data/model/vocabulary.ts';
import { interfaceIcons } from './parts/interface-icons.ts';

const name = 'virtual:icons';
const vocabularyFile = new URL('../data/model/vocabulary.yaml', import.meta.url);

/** A vite plugin that serves the icon drawings as `{ [name]: [tag, attributes][] }`; an unknown icon stops the build. */
export function icons(): Plugin {
  return {
    name: 'entente-icons',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(namedDrawings())};` : undefined),
  };
}

function namedDrawings(): Record<string, unknown> {
  const file = createRequire(import.meta.url).resolve('lucide-static/icon-nodes.json');
  const all: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  const vocabulary = parseVocabulary(load(readFileSync(vocabularyFile, 'utf8')));
  const wanted = [...Object.values(vocabulary.types).map((type) => type.icon), ...interfaceIcons];
  return Object.fromEntries(
    [...new Set(wanted)].sort().map((icon) => {
      if (!Object.hasOwn(all, icon)) throw new Error(`There is no icon "${icon}" in the icon set.`);
      return [icon, all[icon]];
    }),
  );
}
