// Bounds `=~`: its pattern has to be known before the query runs, and must not make the database run on.
import type { Json } from '../neo4j/database.ts';
import type { Refusal } from './refusal.ts';
import { regexCost } from './regex.ts';
import { refuse, type Part } from './shape.ts';

const mostRepeats = 3;
/** How many steps a match may take: the text's letters to the power of the endless repetitions in a row. */
const mostSteps = 3e7;
const wayOut = 'Use CONTAINS, STARTS WITH or ENDS WITH, which are quicker as well.';

/**
 * Why the `=~` at this index must not run.
 *
 * @param letters how long the text on its left may be
 */
export function checkMatching(
  parts: readonly Part[],
  index: number,
  letters: number,
  parameters: Readonly<Record<string, Json>>,
): Refusal | undefined {
  const operator = parts[index];
  if (operator === undefined) return undefined;
  const pattern = patternAfter(parts, index, parameters);
  if (pattern === undefined)
    return refuse(
      'pattern-refused',
      operator,
      'The pattern after =~ is neither a text nor a parameter.',
      `Write it out or put it into a parameter. ${wayOut}`,
    );
  const { repeats, fault } = regexCost(pattern);
  if (fault !== undefined) return refuse('pattern-refused', operator, `The pattern after =~ ${fault}.`, wayOut);
  if (repeats > mostRepeats || Math.max(30, letters) ** repeats > mostSteps) {
    const message = `The pattern after =~ has ${repeats} parts that repeat without end, too many for texts that long.`;
    return refuse('pattern-refused', operator, message, wayOut);
  }
  return undefined;
}

/** Texts and parameters joined by `+`, perhaps in parentheses; undefined where anything else takes part. */
function patternAfter(
  parts: readonly Part[],
  index: number,
  parameters: Readonly<Record<string, Json>>,
): string | undefined {
  let at = index + 1;
  const inBrackets = parts[at]?.bracket === 'group' && parts[at]?.role === 'open';
  if (inBrackets) at += 1;
  const texts: string[] = [];
  for (;;) {
    const text = textOf(parts[at], parameters);
    if (text === undefined) return undefined;
    texts.push(text);
    at += 1;
    if (parts[at]?.text !== '+') break;
    at += 1;
  }
  if (inBrackets) {
    if (parts[at]?.role !== 'close') return undefined;
    at += 1;
  }
  const after = parts[at];
  const ends = after === undefined || after.role === 'keyword' || after.role === 'close' || ',;|'.includes(after.text);
  return ends ? texts.join('') : undefined;
}

function textOf(part: Part | undefined, parameters: Readonly<Record<string, Json>>): string | undefined {
  if (part?.kind === 'string') return part.text;
  if (part?.kind !== 'parameter') return undefined;
  const value = Object.hasOwn(parameters, part.text) ? parameters[part.text] : null;
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : undefined;
}
