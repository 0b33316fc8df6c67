// Puts what a schema finds wrong into words that say what to do.
import type { z } from 'zod';
import { shown } from './faults.ts';
import type { Issue, Path } from './faults.ts';
import { didYouMean } from './nearest.ts';

type SchemaIssue = z.core.$ZodIssue;

/** Checks a value; issues have paths from the root of the file, `base` being the value's own. */
export function schemaIssues(schema: z.ZodType, value: unknown, base: Path): Issue[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((found) => inWords(found, value, base));
}

function inWords(found: SchemaIssue, root: unknown, base: Path): Issue[] {
  const inner = found.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = [...base, ...inner];
  const value = valueAt(root, inner);
  const name = keyName(inner);
  if (found.code === 'unrecognized_keys') return found.keys.map((key) => unknownKey(key, [...path, key]));
  if (value === undefined) return [missing(name, path)];
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [empty(name, path)];
  return [wrong(found, name, value, path)];
}

function unknownKey(key: string, path: Path): Issue {
  if (key === '__proto__')
    return { path, at: 'key', code: 'forbidden-key', message: 'The key "__proto__" is not allowed. Remove it.' };
  return {
    path,
    at: 'key',
    code: 'unknown-key',
    message: `There is no key ${shown(key)} here. Remove it or correct its name.`,
  };
}

/** A key that is missing stands nowhere: its place is that of the map that lacks it. */
function missing(name: string, path: Path): Issue {
  if (name === 'evidence') return noEvidence(path);
  return { path, at: 'value', code: 'missing-key', message: `The key ${shown(name)} is missing. Add it.` };
}

function empty(name: string, path: Path): Issue {
  if (name === 'evidence') return noEvidence(path);
  const message = `${shown(name)} is empty. Give it a value, or leave the key out.`;
  return { path, at: 'value', code: 'empty-value', message };
}

function noEvidence(path: Path): Issue {
  const message =
    'There is no evidence. Add at least one item with source, locator, statement, certainty and credibility.';
  return { path, at: 'value', code: 'missing-evidence', message };
}

function wrong(found: SchemaIssue, name: string, value: unknown, path: Path): Issue {
  const at = (code: string, message: string): Issue => ({ path, at: 'value', code, message });
  switch (found.code) {
    case 'invalid_value':
      return at(codeOfWord(name), wordMessage(name, value, found.values.map(String)));
    case 'invalid_type':
      return at(
        'wrong-value',
        `${shown(name)} must be ${typeInWords(found.expected)}, not ${shown(value)}.${advice(found.expected, value)}`,
      );
    case 'invalid_union':
      return at('wrong-value', `${shown(name)} must be a text, a number, true or false, not ${shown(value)}.`);
    case 'too_big':
      return at(
        found.origin === 'string' || found.origin === 'array' ? 'too-long' : 'wrong-value',
        `${shown(name)} must ${limitInWords(found.origin, found.maximum)}.`,
      );
    case 'too_small':
      return at('wrong-value', `${shown(name)} must be at least ${found.minimum}, not ${shown(value)}.`);
    case 'invalid_format':
      return at(found.format === 'url' ? 'malformed-url' : 'malformed-id', formatMessage(found, name, value));
    default:
      return at('wrong-value', `${shown(name)} is wrong: ${found.message}.`);
  }
}

function codeOfWord(name: string): string {
  return ['kind', 'office', 'modality'].includes(name) ? `unknown-${name}` : 'unknown-word';
}

function wordMessage(name: string, value: unknown, words: readonly string[]): string {
  return `${shown(name)} cannot be ${shown(value)}.${didYouMean(value, words)} Write one of: ${words.join(', ')}.`;
}

function formatMessage(found: z.core.$ZodIssueInvalidStringFormat, name: string, value: unknown): string {
  if (found.format === 'url')
    return `${shown(name)} must be an address that begins with http:// or https://, not ${shown(value)}.`;
  return `${shown(name)} ${found.message}, not ${shown(value)}.`;
}

function typeInWords(expected: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a map',
    record: 'a map',
  };
  return words[expected] ?? expected;
}

function limitInWords(origin: string, most: number | bigint): string {
  if (origin === 'string') return `have at most ${most} characters. Shorten it`;
  if (origin === 'array') return `have at most ${most} entries. Leave some out`;
  return `be at most ${most}`;
}

function advice(expected: string, value: unknown): string {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return ' Put it in quotes.';
  if (expected === 'array' && typeof value !== 'object') return ' Put it in brackets: [a, b].';
  return '';
}

/** The last key of a path that is a word: `evidence` for `evidence[0]`. */
function keyName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'record';
  return typeof last === 'string' ? last : keyName(path.slice(0, -1));
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
  }, root);
}
