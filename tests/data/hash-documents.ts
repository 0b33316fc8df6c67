// Writes the hashes of the documents' runs of eight words; run once: npx tsx tests/data/hash-documents.ts <folder of texts>
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashRuns } from './folded-words.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder that holds the documents as .txt files.');
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'));
const hashes = [...new Set(texts.flatMap(hashRuns))].sort();
writeFileSync(path.join(import.meta.dirname, 'sentence-hashes.txt'), `${hashes.join('\n')}\n`);
