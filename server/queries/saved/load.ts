// Loads the saved queries of a folder and checks them; every fault is told with its file and line.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import { queryColumnSchema, queryParameterSchema, savedQuerySchema, type SavedQuery } from '../../contract/shapes.ts';
import { EntenteError } from '../../errors.ts';
import { readFrontMatter, type FileFault } from './front-matter.ts';

/** A saved query with its text, front matter included, as it is sent and shown. */
export interface StoredQuery {
  readonly query: SavedQuery;
  readonly text: string;
}

/** The saved queries by id, in the order of their ids. */
export type SavedQueries = ReadonlyMap<string, StoredQuery>;

const words = z
  .record(z.string(), z.string().min(1))
  .refine((text) => ['en', 'de'].every((lang) => Object.hasOwn(text, lang)), 'must have words in en and de');
const choices = z.array(z.strictObject({ value: z.string().min(1), label: words })).min(1);

/** What the comment at the head of a file says. */
const frontMatterSchema = savedQuerySchema.omit({ origin: true, version: true }).extend({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by single hyphens'),
  title: words,
  description: words,
  tags: z.array(z.string()).default([]),
  parameters: z
    .array(queryParameterSchema.extend({ label: words, description: words.optional(), values: choices.optional() }))
    .default([]),
  columns: z.array(queryColumnSchema.extend({ label: words, values: choices.optional() })).min(1),
  show: z.enum(['graph', 'table', 'both']).default('both'),
  rowLimit: z.int().min(1).max(10_000).default(1000),
});

/**
 * The saved queries of a folder; a file that holds no query is a fault.
 *
 * @param folder shown in faults as it is given
 * @throws {EntenteError} `bad-saved-queries` with every fault of every file as `path:line: message`
 */
export async function loadSavedQueries(folder: string, vocabulary: Vocabulary): Promise<SavedQueries> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cypher')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const read = names.map((name, index) => readSavedQuery(join(folder, name), name, texts[index] ?? '', vocabulary));
  const faults = read.flatMap((result) => ('faults' in result ? result.faults : []));
  if (faults.length > 0) throw badSavedQueries(faults);
  return new Map(read.flatMap((result) => ('faults' in result ? [] : [[result.query.id, result] as const])));
}

/** One saved query, or all faults of its file. */
export function readSavedQuery(
  path: string,
  name: string,
  source: string,
  vocabulary: Vocabulary,
): StoredQuery | { readonly faults: FileFault[] } {
  const read = readFrontMatter(path, source, frontMatterSchema);
  if ('faults' in read) return read;
  const query: SavedQuery = { ...read.value, origin: 'shipped', version: versionOf(source) };
  const messages = [
    ...(name === `${query.id}.cypher` ? [] : [`id: must be the file's name, ${name.replace(/\.cypher$/, '')}`]),
    ...twice('column', query.columns),
    ...twice('parameter', query.parameters),
    ...parameterFaults(query, read.body, vocabulary),
  ];
  if (messages.length > 0) return { faults: messages.map((message) => ({ path, line: 1, message })) };
  return { query, text: source };
}

/** The version of a file: a hash of its text. */
function versionOf(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 16);
}

function parameterFaults(query: SavedQuery, body: string, vocabulary: Vocabulary): string[] {
  const bare = body.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, ' ');
  const used = new Set([...bare.matchAll(/\$([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ''));
  const declared = new Set(query.parameters.map(({ name }) => name));
  return [
    ...[...used].filter((name) => !declared.has(name)).map((name) => `parameter ${name} is used and not declared`),
    ...[...declared].filter((name) => !used.has(name)).map((name) => `parameter ${name} is declared and not used`),
    ...query.parameters.flatMap(({ name, kind, values, types }) => [
      ...(kind === 'enumeration' && values === undefined ? [`parameter ${name}: an enumeration needs values`] : []),
      ...(types ?? [])
        .filter((type) => !Object.hasOwn(vocabulary.types, type))
        .map((type) => `parameter ${name}: the vocabulary has no type ${type}`),
    ]),
  ];
}

function twice(what: string, named: readonly { readonly name: string }[]): string[] {
  const names = named.map(({ name }) => name);
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${what} ${name} is there twice`);
}

function badSavedQueries(faults: readonly FileFault[]): EntenteError {
  const lines = faults.map(({ path, line, message }) => `${path}:${line}: ${message}`);
  return new EntenteError({
    code: 'bad-saved-queries',
    message: `The saved queries have faults.\n${lines.join('\n')}\n`,
    advice: 'Correct these files and start again.',
    details: { faults: lines },
  });
}
