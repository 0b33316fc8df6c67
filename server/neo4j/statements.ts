// Loads the statements under cypher/, one a file, with what the comment at their head says.
import { readdirSync, readFileSync } from 'node:fs';
import { EntenteError } from '../errors.ts';
import type { Statement, StatementHeader } from './database.ts';

const root = new URL('../../cypher/', import.meta.url);
const loaded = new Map<string, Statement>();
const sections = ['parameters', 'columns', 'order', 'bound'] as const;

/**
 * The statement of `cypher/<name>.cypher`, read once per process.
 *
 * @param name path below `cypher/` without extension, for example `read/find-entity`
 * @throws {EntenteError} `unknown-statement` where there is no such file
 */
export function loadStatement(name: string): Statement {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const statement = parseStatement(name, readText(name));
  loaded.set(name, statement);
  return statement;
}

/** Names of all statements in the given folders of `cypher/`, sorted. */
export function statementNames(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root))
      .filter((file) => file.endsWith('.cypher'))
      .map((file) => `${folder}/${file.slice(0, -'.cypher'.length)}`)
      .sort(),
  );
}

/**
 * Takes a file apart. Its head is the `//` lines at the top: the question, then `Parameters:`, `Columns:`, `Order:` and
 * `Bound:`, each of which may run on over lines. Parameters are named with their `$`; columns are separated by commas, and
 * what follows a column's first word explains it.
 */
export function parseStatement(name: string, source: string): Statement {
  return { name, text: source.trim().replace(/;$/, ''), header: parseHeader(source) };
}

function parseHeader(source: string): StatementHeader {
  const parts: Record<'question' | (typeof sections)[number], string> = {
    question: '',
    parameters: '',
    columns: '',
    order: '',
    bound: '',
  };
  let current: keyof typeof parts = 'question';
  for (const line of headLines(source)) {
    const section = sections.find((key) => line.toLowerCase().startsWith(`${key}:`));
    if (section !== undefined) current = section;
    const text = section === undefined ? line : line.slice(section.length + 1).trim();
    parts[current] = `${parts[current]} ${text}`.trim();
  }
  return {
    question: parts.question,
    parameters: [...new Set([...parts.parameters.matchAll(/\$([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ''))],
    columns: columnNames(parts.columns),
    order: parts.order,
    bound: parts.bound,
  };
}

function headLines(source: string): string[] {
  const lines = source.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(2).trim());
}

function columnNames(text: string): string[] {
  const flat = text.replace(/\([^()]*\)|\{[^{}]*\}/g, '').replace(/\.$/, '');
  const names = flat.split(/[,;]/).map((part) => /^\s*`?([A-Za-z_]\w*)/.exec(part)?.[1] ?? '');
  return names.filter((column) => column !== '' && column !== 'none');
}

function readText(name: string): string {
  try {
    return readFileSync(new URL(`${name}.cypher`, root), 'utf8');
  } catch (cause) {
    throw new EntenteError({
      code: 'unknown-statement',
      message: `There is no statement ${name} under cypher/.`,
      advice: 'Reinstall the program: a file that belongs to it is missing.',
      cause,
    });
  }
}
