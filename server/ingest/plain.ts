// Finds in any value what no schema looks for: keys and numbers that parsers mangle, blank text, control characters.
import { shown } from './faults.ts';
import type { Issue, Path } from './faults.ts';

/** What is wrong with a value and all that it holds, whatever it is meant to be. */
export function plainIssues(value: unknown, path: Path): Issue[] {
  if (typeof value === 'string') return textIssues(value, path);
  if (typeof value === 'number') return numberIssues(value, path);
  if (typeof value !== 'object' || value === null) return [];
  const issues: Issue[] = [];
  for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (key === '__proto__') issues.push(forbiddenKey([...path, key]));
    else if (needsLook(part)) issues.push(...plainIssues(part, [...path, key]));
  }
  return issues;
}

/** True where a value may have a fault: keeps the many that have none from costing anything. */
function needsLook(value: unknown): boolean {
  if (typeof value === 'string') return suspicious.test(value);
  return typeof value === 'object' || typeof value === 'number';
}

// Blank from end to end, or with a control character or half a character in it.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Cs}/u;
const suspicious = new RegExp(`^\\s+$|${control.source}`, 'u');

function textIssues(text: string, path: Path): Issue[] {
  if (text !== '' && text.trim() === '') {
    return [issue(path, 'empty-value', 'The value is blank. Write one, or leave the key out.')];
  }
  const found = control.exec(text)?.[0];
  if (found === undefined) return [];
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [issue(path, 'control-character', `The text holds the character U+${code}, which is no text. Remove it.`)];
}

function numberIssues(value: number, path: Path): Issue[] {
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return [];
  const message = `The number is beyond 2^53 and would lose digits (it reads as ${value}). Write a smaller one, or put it in quotes where a text is meant.`;
  return [issue(path, 'number-too-big', message)];
}

function forbiddenKey(path: Path): Issue {
  const message = `The key ${shown('__proto__')} is not allowed. Remove it.`;
  return { path, at: 'key', code: 'forbidden-key', message };
}

function issue(path: Path, code: string, message: string): Issue {
  return { path, at: 'value', code, message };
}
