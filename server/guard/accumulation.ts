// Watches the body of a reduce: one that takes its own result twice into a bigger one doubles it with each element.
import type { Refusal } from './refusal.ts';
import { refuse, type Part } from './shape.ts';

const comparing = ['=', '<>', '<', '>', '<=', '>=', '=~'];
const growing = ['+', '||', '[', '{'];

/** How often the accumulator goes into the result: branches of CASE count by the costliest, and what is only compared does not count. */
export class Accumulation {
  readonly #name: string;
  readonly #cases: { readonly base: number; most: number }[] = [];
  /** For each bracket that is open in the body: whether it makes a list or a map. */
  readonly #brackets: boolean[] = [];
  #mentions = 0;
  #nests = false;
  /** By how much `replace` in the body may lengthen a text, each time. */
  lengthening = 1;
  #grows = false;

  constructor(name: string) {
    this.#name = name;
  }

  /** Takes in the next part of the body. */
  take(part: Part, before: Part | undefined, after: Part | undefined): void {
    if (part.role === 'keyword') this.#keyword(part.upper);
    this.#grows ||= growing.includes(part.text) || part.fullName === 'replace';
    this.#bracket(part, before);
    if (part.role !== 'name' || part.text !== this.#name || before?.text === '.') return;
    const isCompared =
      comparing.includes(after?.text ?? '') ||
      comparing.includes(before?.text ?? '') ||
      ['IS', 'IN', 'STARTS', 'ENDS', 'CONTAINS'].includes(after?.upper ?? '') ||
      (before?.role === 'keyword' && ['IN', 'CASE', 'CONTAINS'].includes(before.upper));
    if (isCompared) return;
    this.#mentions += 1;
    const isWhole = after?.text !== '.' && after?.text !== '[';
    this.#nests ||= isWhole && this.#brackets.at(-1) === true;
  }

  #bracket(part: Part, before: Part | undefined): void {
    const isIndex = before !== undefined && ['name', 'value', 'close'].includes(before.role);
    if (part.role === 'open') this.#brackets.push(part.bracket === 'map' || (part.bracket === 'list' && !isIndex));
    if (part.role === 'close') this.#brackets.pop();
  }

  #keyword(upper: string): void {
    const open = this.#cases.at(-1);
    if (upper === 'CASE') this.#cases.push({ base: this.#mentions, most: 0 });
    if (open === undefined) return;
    if (upper === 'WHEN' || upper === 'ELSE' || upper === 'END')
      open.most = Math.max(open.most, this.#mentions - open.base);
    if (upper === 'WHEN' || upper === 'THEN' || upper === 'ELSE') this.#mentions = open.base;
    if (upper !== 'END') return;
    this.#mentions = open.base + open.most;
    this.#cases.pop();
  }

  /** Why this reduce must not run. */
  fault(place: Part): Refusal | undefined {
    if (this.#nests) {
      const nesting = `This reduce puts ${this.#name} into a list or map of its own each time, which nests without end.`;
      return refuse('reduce-nests', place, nesting, `Join lists by +: ${this.#name} + [x].`);
    }
    if (this.#mentions < 2 || !this.#grows) return undefined;
    const message = `This reduce takes ${this.#name} more than once into its own next value, which doubles it each time.`;
    return refuse('reduce-doubles', place, message, `Use ${this.#name} once in what follows the bar.`);
  }
}
