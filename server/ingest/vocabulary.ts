// Loads the vocabulary from data/model/vocabulary.yaml, once per process.
import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { parseVocabulary } from '../../data/model/vocabulary.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';

const file = new URL('../../data/model/vocabulary.yaml', import.meta.url);
let loaded: Promise<Vocabulary> | undefined;

/**
 * The vocabulary that the program ships.
 *
 * @throws {Error} with every fault where the file does not hold together
 */
export function loadVocabulary(): Promise<Vocabulary> {
  loaded ??= readFile(file, 'utf8').then((text) => parseVocabulary(load(text)));
  return loaded;
}
