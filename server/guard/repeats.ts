// Sees to it that paths of variable length have an upper bound.
import { limits } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { refuse, type Part } from './shape.ts';

/** The first path that may become too long, or the first SHORTEST that looks for too many. */
export function checkRepeats(parts: readonly Part[]): Refusal | undefined {
  const groups = new PathGroups();
  for (const [index, part] of parts.entries()) {
    const afterPath = groups.take(parts, index);
    const refusal = starRange(parts, index) ?? quantifier(parts, index) ?? shortest(part, parts[index + 1]);
    if (refusal !== undefined) return refusal;
    const repeats = (part.text === '+' || part.text === '*') && part.kind === 'symbol';
    if (repeats && (afterPath || isAfterArrow(parts, index)))
      return unbounded(part, `${part.text} after a pattern`, '{1,6}');
  }
  return undefined;
}

/** `[:TYPE*1..6]`: what comes after the star of a relation. */
function starRange(parts: readonly Part[], index: number): Refusal | undefined {
  if (parts[index]?.bracket !== 'relationship' || parts[index].role !== 'open') return undefined;
  for (let at = index + 1; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined || part.role === 'open' || part.role === 'close' || part.upper === 'WHERE') return undefined;
    if (part.text !== '*' || part.kind !== 'symbol') continue;
    const range = parts.slice(at + 1, at + 4).map(({ text }) => text);
    const dots = range.indexOf('..');
    const upper = dots === -1 ? range[0] : range[dots + 1];
    return checkUpper(part, upper, '*', '*1..6');
  }
  return undefined;
}

/** `{1,6}` after a pattern. */
function quantifier(parts: readonly Part[], index: number): Refusal | undefined {
  const part = parts[index];
  if (part?.bracket !== 'quantifier' || part.role !== 'open') return undefined;
  const range = parts.slice(index + 1, index + 4).map(({ text }) => text);
  const comma = range.indexOf(',');
  return checkUpper(part, comma === -1 ? range[0] : range[comma + 1], '{', '{1,6}');
}

function checkUpper(part: Part, upper: string | undefined, what: string, instead: string): Refusal | undefined {
  const steps = Number((upper ?? '').replaceAll('_', '') || Number.NaN);
  if (Number.isNaN(steps)) return unbounded(part, what, instead);
  if (steps <= limits.pathLength) return undefined;
  const message = `${upper ?? ''} steps are more than the ${limits.pathLength} that a path may have.`;
  return refuse('path-unbounded', part, message, `Write ${instead}, for example.`);
}

function shortest(part: Part, next: Part | undefined): Refusal | undefined {
  if ((part.upper !== 'SHORTEST' && part.upper !== 'ANY') || next?.kind !== 'number') return undefined;
  if (Number(next.text.replaceAll('_', '')) <= limits.shortest) return undefined;
  const message = `${part.upper} may look for ${limits.shortest} paths at most.`;
  return refuse('path-unbounded', next, message, 'Write SHORTEST 5, for example.');
}

/** `-->+` and `-[r]-*`. */
function isAfterArrow(parts: readonly Part[], index: number): boolean {
  const [last, before, next] = [parts[index - 1], parts[index - 2], parts[index + 1]];
  if (next?.text !== '(' || last?.role !== 'operator') return false;
  return last.text === '>' ? before?.text === '-' : last.text === '-' && (before?.text === '-' || isRelation(before));
}

function isRelation(part: Part | undefined): boolean {
  return part?.bracket === 'relationship' && part.role === 'close';
}

/** Knows which groups in parentheses hold a pattern: `((a)-[r]->(b))`. */
class PathGroups {
  readonly #open: boolean[] = [];
  #closed = false;

  /** Whether this part stands right after a group that is a pattern. */
  take(parts: readonly Part[], index: number): boolean {
    const [part, before, earlier] = [parts[index], parts[index - 1], parts[index - 2]];
    const afterPath = this.#closed;
    this.#closed = false;
    if (part?.role === 'open') this.#open.push(false);
    if (part?.role === 'close') this.#closed = this.#open.pop() === true && part.text === ')';
    const begins = part?.text === '-' && (isNode(before) || (before?.text === '<' && isNode(earlier)));
    const next = parts[index + 1];
    const isArrow = next?.text === '-' || next?.text === '>' || next?.bracket === 'relationship';
    if (begins && isArrow && this.#open.length > 0) this.#open[this.#open.length - 1] = true;
    return afterPath;
  }
}

function isNode(part: Part | undefined): boolean {
  return part?.role === 'close' && part.text === ')';
}

function unbounded(part: Part, what: string, instead: string): Refusal {
  const message = `${what} has no upper bound, and a path may have ${limits.pathLength} steps at most.`;
  return refuse('path-unbounded', part, message, `Write ${instead}, for example.`);
}
