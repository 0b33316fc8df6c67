// Counts what a text holds: what lies beyond a limit is spent in the database's parser or planner, before any time limit.
import { limits } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { refuse, type Part } from './shape.ts';

/** What is counted, with what to do where there is too much of it. */
const counted = {
  additions: ['+', 'Put the texts into a list parameter.'],
  conditions: ['AND and OR', 'Compare with a list: x IN [1, 2, 3].'],
  exclusions: ['XOR', 'Write a <> b for a XOR b.'],
  operators: ['operators', 'Put the values into a list parameter.'],
  chain: [
    'properties, indexes or labels one after the other',
    'Compare with a list: any(l IN labels(n) WHERE l IN $list).',
  ],
  unions: ['UNION', 'Ask in several queries, or UNWIND a list.'],
  clauses: ['clauses', 'Ask in several queries.'],
  matches: ['MATCH', 'Ask in several queries.'],
  subqueries: ['subqueries', 'Ask in several queries.'],
  relations: ['relations in patterns', 'Ask in several queries.'],
  relationsInMatch: ['relations in the patterns of one MATCH', 'Split the MATCH with WITH in between.'],
} as const;
type Counted = keyof typeof counted;

const clauseWords = ['MATCH', 'UNWIND', 'WITH', 'RETURN', 'CALL', 'UNION'];

/** The first thing that there is too much of. */
export function checkAmounts(parts: readonly Part[]): Refusal | undefined {
  const counts = new Map<Counted, number>();
  const nesting = new Nesting();
  for (const [index, part] of parts.entries()) {
    if (part.role === 'keyword' && clauseWords.includes(part.upper)) counts.set('relationsInMatch', 0);
    if (!isLink(part)) counts.set('chain', 0);
    for (const what of kindsOf(part, parts[index - 1])) {
      const count = (counts.get(what) ?? 0) + 1;
      counts.set(what, count);
      if (count > limits[what]) return tooMany(part, what);
    }
    const refusal = nesting.take(part, parts[index - 1]);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function kindsOf(part: Part, before: Part | undefined): Counted[] {
  if (part.role === 'operator') {
    if (part.text === '+' || part.text === '||') return ['additions', 'operators'];
    if ('.:|&!'.includes(part.text)) return ['chain'];
    if (',;..::$'.includes(part.text)) return [];
    return part.text === '-' && before?.text === '-' ? ['relations', 'relationsInMatch', 'operators'] : ['operators'];
  }
  if (part.role === 'open') {
    if (part.bracket === 'relationship') return ['relations', 'relationsInMatch'];
    if (part.bracket === 'list' && isValue(before)) return ['chain'];
    return part.bracket === 'subquery' || part.bracket === 'call' ? ['subqueries'] : [];
  }
  if (part.role !== 'keyword') return [];
  if (part.upper === 'XOR') return ['exclusions'];
  if (part.upper === 'AND' || part.upper === 'OR') return ['conditions'];
  const more: Counted[] = part.upper === 'UNION' ? ['unions'] : part.upper === 'MATCH' ? ['matches'] : [];
  return clauseWords.includes(part.upper) ? ['clauses', ...more] : [];
}

/** Whether it may belong to a chain such as `a.b[0].c` or `n:A|B`. */
function isLink({ role, text, bracket }: Part): boolean {
  if (role === 'operator') return '.:|&!'.includes(text);
  return role === 'name' || role === 'value' || bracket === 'list';
}

function isValue(part: Part | undefined): boolean {
  return part !== undefined && ['name', 'value', 'close'].includes(part.role);
}

/** How deep CASE, subqueries and signs before a value are. */
class Nesting {
  #cases = 0;
  #prefixes = 0;
  readonly #open: boolean[] = [];
  #subqueries = 0;

  take(part: Part, before: Part | undefined): Refusal | undefined {
    if (part.role === 'open') this.#opens(part.bracket === 'subquery' || part.bracket === 'call');
    if (part.role === 'close' && this.#open.pop() === true) this.#subqueries -= 1;
    if (part.role === 'keyword' && part.upper === 'CASE') this.#cases += 1;
    if (part.role === 'keyword' && part.upper === 'END') this.#cases -= 1;
    const isPrefix = ['NOT', '+', '-', '!'].includes(part.upper || part.text) && part.role !== 'name';
    this.#prefixes = isPrefix && (this.#prefixes > 0 || before?.role !== 'close') ? this.#prefixes + 1 : 0;
    if (this.#subqueries > limits.subqueryDepth) return tooDeep(part, 'Subqueries', limits.subqueryDepth);
    if (this.#cases > limits.caseDepth) return tooDeep(part, 'CASE expressions', limits.caseDepth);
    return this.#prefixes > limits.prefixes ? tooDeep(part, 'NOT and signs', limits.prefixes) : undefined;
  }

  #opens(isSubquery: boolean): void {
    this.#open.push(isSubquery);
    if (isSubquery) this.#subqueries += 1;
  }
}

function tooMany(part: Part, what: Counted): Refusal {
  const [name, advice] = counted[what];
  return refuse('too-much', part, `There are more than ${limits[what]} ${name}.`, advice);
}

function tooDeep(part: Part, what: string, most: number): Refusal {
  return refuse('too-nested', part, `${what} are nested more than ${most} deep.`, 'Name a part of it by WITH first.');
}
