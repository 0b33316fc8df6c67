// Estimates how much memory and work an expression may make of itself: the database counts neither while it is within one.
//
// It goes through the parts once and keeps, for each open bracket, the estimated extent of what stands in it. Names bound by AS, WITH,
// UNWIND and by loops such as [x IN list | …] are remembered with their extent, so that `WITH t + t AS t` doubles each time.
import type { Json } from '../neo4j/database.ts';
import {
  elementOf,
  lettersPerUnit,
  listOf,
  nothing,
  scalar,
  textOf,
  together,
  unknown,
  usualRows,
  type Extent,
} from './extent.ts';
import {
  foldedOf,
  independent,
  listFrom,
  mapFrom,
  newFrame,
  tooBig,
  tooMuchWork,
  workOf,
  type Frame,
} from './frames.ts';
import { boundedRange, lengthening, resultOf, scalars, type Call } from './functions.ts';
import { Accumulation } from './accumulation.ts';
import { checkMatching } from './matching.ts';
import type { Refusal } from './refusal.ts';
import type { Part } from './shape.ts';

/** Elements that one value may have: about 100 MB, so that eight queries at once do not fill the heap. */
const mostSize = 2e6;
/** Times that the innermost part of loops within loops may be gone through. */
const mostWork = 1e7;
/** Elements that a reduce may copy: what it has so far, for each element. */
const mostCopied = 2e7;
const predicates = ['all', 'any', 'none', 'single'];
const clauseWords = ['MATCH', 'UNWIND', 'WITH', 'RETURN', 'CALL', 'UNION', 'YIELD', 'ORDER', 'SKIP', 'OFFSET', 'LIMIT'];
const comparing = ['=', '<>', '<', '>', '<=', '>=', '=~', ','];

/** The first expression that may grow or run beyond what the database bears. */
export function checkGrowth(
  parts: readonly Part[],
  parameters: Readonly<Record<string, Json>>,
  extents: ReadonlyMap<string, Extent>,
): Refusal | undefined {
  const growth = new Growth(parts, parameters, extents);
  for (let index = 0; index < parts.length; index += 1) {
    const refusal = growth.take(index);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

class Growth {
  readonly #parts: readonly Part[];
  readonly #parameters: Readonly<Record<string, Json>>;
  readonly #extents: ReadonlyMap<string, Extent>;
  readonly #names = new Map<string, Extent>();
  /** Variables of loops that are open, with how many of that name. */
  readonly #loops = new Map<string, number>();
  readonly #frames: Frame[] = [];
  readonly #accumulations: Accumulation[] = [];
  #rows = 1;
  #unwinds = false;

  constructor(
    parts: readonly Part[],
    parameters: Readonly<Record<string, Json>>,
    extents: ReadonlyMap<string, Extent>,
  ) {
    this.#parts = parts;
    this.#parameters = parameters;
    this.#extents = extents;
    this.#push('text', undefined, 0);
  }

  take(index: number): Refusal | undefined {
    const part = this.#parts[index];
    const frame = this.#frames.at(-1);
    if (part === undefined || frame === undefined) return undefined;
    for (const open of this.#accumulations) open.take(part, this.#parts[index - 1], this.#parts[index + 1]);
    if (part.role === 'open') this.#push(part.bracket ?? 'group', part, index);
    else if (part.role === 'close') return this.#close(index);
    else if (part.role === 'keyword') return this.#keyword(part, index, frame);
    else if (part.role === 'operator') return this.#operator(part, index, frame);
    else return this.#value(part, index, frame);
    return undefined;
  }

  #push(bracket: Frame['bracket'], opening: Part | undefined, at: number): void {
    this.#frames.push(newFrame(bracket, opening, at, this.#parts[at - 1], this.#frames.at(-1)));
  }

  #value(part: Part, index: number, frame: Frame): Refusal | undefined {
    if (part.kind === 'string') this.#add(frame, textOf(part.text.length));
    else if (part.kind === 'parameter') this.#add(frame, this.#extents.get(part.text) ?? scalar);
    else if (part.role !== 'name') this.#add(frame, scalar);
    else return this.#name(part, index, frame);
    return undefined;
  }

  #name(part: Part, index: number, frame: Frame): Refusal | undefined {
    const [before, after] = [this.#parts[index - 1], this.#parts[index + 1]];
    if (before?.role === 'keyword' && before.upper === 'AS') return this.#bind(part, frame);
    const isKey = before?.text === '.' || before?.text === '::' || (after?.text === ':' && frame.bracket === 'map');
    if (isKey || (before?.text === ':' && frame.bracket !== 'map')) return undefined;
    if (this.#loops.has(part.text)) frame.mentionsLoop = true;
    const extent = this.#names.get(part.text) ?? unknown;
    this.#add(frame, extent);
    const isWalked = extent.length > usualRows && after?.text !== '[' && workOf(frame) * extent.length > mostWork;
    return isWalked ? tooMuchWork(part) : undefined;
  }

  /** `… AS name`: what the name stands for from here on. */
  #bind(part: Part, frame: Frame): Refusal | undefined {
    const value = frame.sum;
    this.#names.set(part.text, this.#unwinds ? elementOf(value) : value);
    if (this.#unwinds) this.#rows = Math.min(1e9, this.#rows * Math.max(1, value.isKnown ? value.length : 3));
    this.#unwinds = false;
    this.#reset(frame);
    return value.size > mostSize ? tooBig(part) : undefined;
  }

  #add(frame: Frame, extent: Extent): void {
    frame.sum = together(frame.sum, extent);
    frame.operand = together(frame.operand, extent);
  }

  #reset(frame: Frame): void {
    frame.sum = nothing;
    frame.operand = nothing;
  }

  #keyword(part: Part, index: number, frame: Frame): Refusal | undefined {
    if (part.upper === 'IN' && this.#isLoop(index, frame)) return this.#beginLoop(index, frame);
    if (part.upper !== 'AS' && part.upper !== 'DISTINCT') frame.operand = nothing;
    const refusal = part.upper === 'WHERE' ? this.#endHeader(frame) : undefined;
    const isOutermost = frame.loop === undefined && !frame.inBody;
    if (clauseWords.includes(part.upper) || (part.upper === 'WHERE' && isOutermost)) {
      this.#unwinds = part.upper === 'UNWIND';
      if (frame.bracket === 'text' || frame.bracket === 'subquery' || frame.bracket === 'call') this.#reset(frame);
    }
    return refusal;
  }

  /** `[x IN`, `any(x IN`, `reduce(a = 0, x IN`. */
  #isLoop(index: number, frame: Frame): boolean {
    if (this.#parts[index - 1]?.role !== 'name' || frame.loop !== undefined) return false;
    const isFirst = index - 2 === frame.at;
    if (frame.bracket === 'list') return isFirst && !frame.isIndex;
    if (predicates.includes(frame.call)) return isFirst;
    return frame.call === 'reduce' && this.#parts[index - 2]?.text === ',' && frame.given.length === 1;
  }

  #beginLoop(index: number, frame: Frame): undefined {
    const name = this.#parts[index - 1]?.text ?? '';
    frame.loop = { name, saved: this.#names.get(name), list: scalar };
    frame.mentionsLoop = false;
    frame.inHeader = true;
    this.#reset(frame);
  }

  /** The list of a loop has been read: its variable is bound, and how often the rest is gone through is known. */
  #endHeader(frame: Frame): Refusal | undefined {
    if (!frame.inHeader || frame.loop === undefined) return undefined;
    frame.inHeader = false;
    const { name, saved } = frame.loop;
    const list = { ...frame.sum, length: Math.max(1, frame.sum.length) };
    frame.loop = { name, saved, list };
    this.#names.set(name, elementOf(list));
    this.#loops.set(name, (this.#loops.get(name) ?? 0) + 1);
    this.#reset(frame);
    const opening = frame.opening ?? this.#parts[frame.at];
    if (opening === undefined) return undefined;
    const builds = (frame.bracket === 'list' && !scalars.has(frame.within)) || frame.call === 'reduce';
    if (builds && !list.isKnown && !frame.mentionsLoop && this.#isInBody(frame)) return independent(opening);
    return frame.work * list.length > mostWork ? tooMuchWork(opening) : undefined;
  }

  /** Whether this loop is run again for each element of another one that makes a list. */
  #isInBody(frame: Frame): boolean {
    return this.#frames.some((outer) => outer !== frame && outer.loop !== undefined && outer.inBody);
  }

  #operator(part: Part, index: number, frame: Frame): Refusal | undefined {
    const { text } = part;
    if (text === '=~') {
      const letters = frame.operand.size * lettersPerUnit;
      frame.operand = nothing;
      return checkMatching(this.#parts, index, letters, this.#parameters);
    }
    if (comparing.includes(text)) frame.operand = nothing;
    if (text === ',') this.#nextItem(frame);
    if (text !== '|' || (frame.bracket !== 'list' && frame.call !== 'reduce')) return undefined;
    const refusal = this.#endHeader(frame);
    frame.inBody = true;
    this.#reset(frame);
    if (frame.call === 'reduce') this.#accumulations.push(new Accumulation(this.#parts[frame.at + 1]?.text ?? ''));
    return refusal;
  }

  #nextItem(frame: Frame): void {
    if (frame.bracket === 'list' || frame.bracket === 'map' || frame.bracket === 'arguments')
      frame.given.push(frame.sum);
    if (frame.bracket !== 'group') this.#reset(frame);
  }

  #close(index: number): Refusal | undefined {
    const frame = this.#frames.pop();
    const outer = this.#frames.at(-1);
    const opening = frame?.opening;
    if (frame === undefined || outer === undefined || opening === undefined) return undefined;
    const folded = frame.call === 'reduce' && frame.inBody ? this.#accumulations.pop() : undefined;
    const refusal = this.#endHeader(frame) ?? folded?.fault(opening) ?? this.#range(frame, index);
    const value = this.#result(frame, folded);
    this.#leaveLoop(frame);
    if (frame.mentionsLoop) outer.mentionsLoop = true;
    this.#add(outer, value);
    if (frame.call === 'reduce' && (frame.loop?.list.length ?? 1) * value.size > mostCopied)
      return refusal ?? tooMuchWork(opening);
    return refusal ?? (value.size > mostSize ? tooBig(opening) : undefined);
  }

  #leaveLoop({ loop }: Frame): void {
    if (loop === undefined) return;
    const open = (this.#loops.get(loop.name) ?? 1) - 1;
    if (open > 0) this.#loops.set(loop.name, open);
    else this.#loops.delete(loop.name);
    if (loop.saved === undefined) this.#names.delete(loop.name);
    else this.#names.set(loop.name, loop.saved);
  }

  #range(frame: Frame, index: number): Refusal | undefined {
    if (frame.call !== 'range' || frame.opening === undefined) return undefined;
    const [before, after] = [this.#parts[frame.at - 2], this.#parts[index + 1]];
    const isUnwound = before?.upper === 'UNWIND' && after?.upper === 'AS';
    return boundedRange(this.#callOf(frame), isUnwound).refusal;
  }

  #callOf(frame: Frame): Call {
    return {
      name: frame.call,
      given: [...frame.given, frame.sum],
      rows: Math.max(usualRows, this.#rows),
      parts: this.#parts,
      at: frame.at,
      parameters: this.#parameters,
    };
  }

  #result(frame: Frame, folded: Accumulation | undefined): Extent {
    const { bracket, sum } = frame;
    if (predicates.includes(frame.call)) return scalar;
    if (frame.call === 'reduce') return foldedOf(frame, folded?.lengthening ?? 1);
    if (bracket === 'arguments') return this.#answer(frame);
    if (bracket === 'list' && !frame.isIndex) return listFrom(frame);
    if (bracket === 'map') return mapFrom(frame);
    if (bracket === 'subquery') return frame.opening === undefined ? scalar : this.#subquery(frame);
    return bracket === 'group' ? sum : nothing;
  }

  #answer(frame: Frame): Extent {
    const call = this.#callOf(frame);
    const innermost = this.#accumulations.at(-1);
    if (frame.call === 'replace' && innermost !== undefined) innermost.lengthening *= lengthening(call);
    return resultOf(call);
  }

  #subquery(frame: Frame): Extent {
    const word = this.#parts[frame.at - 1]?.upper;
    return word === 'COLLECT' ? listOf(usualRows, frame.sum.size, false) : scalar;
  }
}
