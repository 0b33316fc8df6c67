// Reads tokens from left to right and tells keywords from names, functions and brackets; what may not stand where it stands is refused.
//
// In Cypher no two values stand side by side, so a bare word after a complete value can only be a keyword, and only allowed ones
// pass there. Where a value is wanted a word is a name, and no clause can begin.
import * as allowed from './allowed.ts';
import { bracketOf } from './brackets.ts';
import { limits } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { refuse, type Bracket, type Part } from './shape.ts';
import type { Token } from './tokens.ts';
import { refusedFunction, refusedProcedure, refusedShow, refusedTransactions, refusedWord, syntax } from './words.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** Keywords that may stand where a value is wanted, and after which one is still wanted. */
const leadingWords = ['NOT', 'DISTINCT', 'CASE'];
const trimWords = ['LEADING', 'TRAILING', 'BOTH'];
const hintWords = ['INDEX', 'SCAN', 'JOIN', 'ON', 'TEXT', 'RANGE', 'POINT', 'SEEK'];
/** After these a leading word is a name after all: a key, a variable, a property's owner. */
const namedBy = [':', ',', '}', ')', ']', '.', '='];

type Wanted = 'clause' | 'value' | 'joining';

/** The parts of a text, or the first thing in it that is refused. */
export function readParts(tokens: readonly Token[]): { parts: Part[]; refusal?: Refusal } {
  const reader = new Reader(tokens);
  const refusal = reader.read();
  return refusal === undefined ? { parts: reader.parts } : { parts: reader.parts, refusal };
}

class Reader {
  readonly parts: Part[] = [];
  readonly #tokens: readonly Token[];
  readonly #open: { readonly symbol: string; readonly bracket: Bracket }[] = [];
  #at = 0;
  #wants: Wanted = 'clause';
  /** The next word is a name whatever it is: of a label, a property, a column. */
  #naming = false;
  /** The name that has just been read with its dots; `?` where it belongs to something in brackets. */
  #chain = '';
  #inHint = false;
  /** How many `<` of a type such as `LIST<STRING>` are open. */
  #types = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): Refusal | undefined {
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      const refusal = this.#token(token);
      if (refusal !== undefined) return refusal;
    }
    const [last, open] = [this.#tokens.at(-1), this.#open.at(-1)];
    if (last === undefined) return undefined;
    if (open !== undefined)
      return syntax(last, `A bracket ${open.symbol} is never closed.`, `Close it with ${closers[open.symbol] ?? ''}.`);
    return this.#wants === 'joining' ? undefined : syntax(last, 'The query breaks off here.', 'Write the rest of it.');
  }

  #token(token: Token): Refusal | undefined {
    if (token.kind === 'symbol') return this.#symbol(token);
    if (token.kind === 'word' || token.kind === 'quoted') return this.#word(token);
    this.#add(token, 'value');
    this.#chain = '';
    this.#becomes('joining');
    return undefined;
  }

  #symbol(token: Token): Refusal | undefined {
    const { text } = token;
    if (text === ';') return this.#end(token);
    if ('([{'.includes(text)) return this.#opening(token);
    if (')]}'.includes(text)) return this.#closing(token);
    const isValue = ((text === '*' || text === '%') && this.#wants !== 'joining') || this.#endsType(text);
    if (text !== '.') this.#chain = '';
    this.#add(token, isValue ? 'value' : 'operator');
    this.#becomes(isValue ? 'joining' : 'value');
    const isLabel = text === ':' && this.#open.at(-1)?.bracket !== 'map';
    this.#naming = text === '.' || text === '::' || isLabel;
    return undefined;
  }

  /** Whether this symbol closes a type; keeps count of those that are open. */
  #endsType(text: string): boolean {
    const before = this.parts.at(-2);
    const inType = this.#types > 0 || before?.text === '::' || before?.upper === 'TYPED';
    if (text === '<' && inType && this.parts.at(-1)?.kind === 'word') this.#types += 1;
    if (text !== '>' || this.#types === 0) return false;
    this.#types -= 1;
    return true;
  }

  #end(token: Token): Refusal | undefined {
    const after = this.#next(1);
    const isWhole = this.parts.length > 0 && this.#open.length === 0;
    this.#add(token, 'operator');
    if (after === undefined && isWhole) return undefined;
    const advice = 'Leave out the ; and send what follows by itself.';
    return refuse('several-statements', after ?? token, 'Only one statement is run at a time.', advice);
  }

  #opening(token: Token): Refusal | undefined {
    const bracket = bracketOf({
      symbol: token.text,
      before: this.parts.at(-1),
      ahead: [this.#next(1), this.#next(2)],
      afterValue: this.#wants === 'joining',
      inHint: this.#inHint,
    });
    if (token.text === '(') this.#inHint = false;
    return (bracket === 'arguments' ? this.#function() : undefined) ?? this.#opens(token, bracket);
  }

  #opens(token: Token, bracket: Bracket): Refusal | undefined {
    const isPath = bracket === 'subquery' && this.#next(2)?.text === '=';
    this.#open.push({ symbol: token.text, bracket });
    this.#add(token, 'open', { bracket, depth: this.#open.length });
    this.#chain = '';
    this.#becomes((bracket === 'subquery' || bracket === 'call') && !isPath ? 'clause' : 'value');
    if (this.#open.length <= limits.depth) return undefined;
    const message = `Brackets are nested more than ${limits.depth} deep.`;
    return refuse('too-nested', token, message, 'Work out a part first, and name it by WITH.');
  }

  #closing(token: Token): Refusal | undefined {
    const open = this.#open.pop();
    if (open === undefined || closers[open.symbol] !== token.text)
      return syntax(token, `The bracket ${token.text} closes nothing.`, 'Check the brackets before it.');
    this.#add(token, 'close', { bracket: open.bracket });
    this.#chain = '?';
    this.#becomes('joining');
    return undefined;
  }

  #word(token: Token): Refusal | undefined {
    if (this.#naming) return this.#name(token);
    if (this.#wants === 'value') return this.#leads(token) ? this.#leading(token) : this.#name(token);
    if (token.kind === 'word') return this.#keyword(token);
    return syntax(token, `The name ${token.text} may not stand here.`, 'Put a comma or an operator before it.');
  }

  #name(token: Token): undefined {
    const continues = this.parts.at(-1)?.text === '.' && this.#chain !== '';
    this.#chain = continues ? `${this.#chain}.${token.text}` : token.text;
    this.#add(token, 'name');
    this.#becomes('joining');
  }

  #leads({ upper }: Token): boolean {
    if (namedBy.includes(this.#next(1)?.text ?? '')) return false;
    const [before, earlier] = [this.parts.at(-1), this.parts.at(-2)];
    if (trimWords.includes(upper)) return before?.bracket === 'arguments' && earlier?.upper === 'TRIM';
    if (before?.role !== 'keyword') return leadingWords.includes(upper);
    const pair = `${before.upper} ${upper}`;
    return leadingWords.includes(upper) || pair === 'CASE WHEN' || pair === 'IS TYPED';
  }

  #leading(token: Token): undefined {
    this.#add(token, 'keyword');
    this.#chain = '';
    this.#naming = token.upper === 'TYPED';
  }

  #keyword(token: Token): Refusal | undefined {
    const { upper } = token;
    const mayStand = allowed.clauses.has(upper) || (this.#wants === 'joining' && allowed.joiningWords.has(upper));
    if (!mayStand) return refusedWord(token);
    if (upper === 'IN' && this.parts.at(-1)?.bracket === 'call') return refusedTransactions(token);
    this.#add(token, 'keyword');
    this.#chain = '';
    this.#inHint = false;
    this.#types = 0;
    this.#becomes(allowed.endingWords.has(upper) ? 'joining' : 'value');
    return this.#afterKeyword(upper);
  }

  #afterKeyword(upper: string): Refusal | undefined {
    if (upper === 'UNION') this.#take('ALL', 'DISTINCT');
    if (upper === 'STARTS' || upper === 'ENDS') this.#take('WITH');
    if (upper === 'ORDER') this.#take('BY');
    if (upper === 'UNION' || upper === 'OPTIONAL') this.#wants = 'clause';
    this.#naming = upper === 'AS';
    if (upper === 'USING') return this.#hint();
    if (upper === 'SHOW') return this.#show();
    return upper === 'CALL' ? this.#call() : undefined;
  }

  #hint(): Refusal | undefined {
    const kind = this.#next();
    if (kind?.upper === 'PERIODIC') return refusedWord(kind);
    while (this.#take(...hintWords));
    this.#inHint = kind !== undefined && kind.upper !== 'SCAN' && kind.upper !== 'JOIN';
    return undefined;
  }

  #show(): Refusal | undefined {
    while (this.#take(...allowed.showKinds));
    const shown = this.#next();
    if (this.#take(...allowed.showTargets)) {
      this.#wants = 'joining';
      return undefined;
    }
    const place = shown ?? this.parts.at(-1);
    return place === undefined ? undefined : refusedShow(place, shown?.text ?? '');
  }

  /** The name of a procedure, whose parts may be quoted or have white space between them; what follows are no arguments of a function. */
  #call(): Refusal | undefined {
    const first = this.#next();
    if (first?.kind !== 'word' && first?.kind !== 'quoted') return undefined;
    const names = [first];
    this.#add(first, 'name');
    for (let part = this.#partAfterDot(); part !== undefined; part = this.#partAfterDot()) names.push(part);
    const name = names.map((part) => part.text).join('.');
    const place = { from: first.from, to: names.at(-1)?.to ?? first.to };
    if (!allowed.procedures.has(name)) return refusedProcedure(place, name);
    this.#wants = 'joining';
    const opening = this.#next();
    return opening?.text === '(' ? this.#opens(opening, 'group') : undefined;
  }

  #partAfterDot(): Token | undefined {
    const [dot, part] = [this.#next(), this.#next(1)];
    if (dot?.text !== '.' || (part?.kind !== 'word' && part?.kind !== 'quoted')) return undefined;
    this.#add(dot, 'operator');
    this.#add(part, 'procedure');
    return part;
  }

  /** The name before a bracket of arguments. */
  #function(): Refusal | undefined {
    const last = this.parts.pop();
    if (last === undefined) return undefined;
    const fullName = this.#chain.toLowerCase();
    this.parts.push({ ...last, role: 'function', fullName });
    return allowed.functions.has(fullName) ? undefined : refusedFunction(last, this.#chain);
  }

  #becomes(wants: Wanted): void {
    this.#wants = wants;
    this.#naming = false;
  }

  #next(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  /** Takes the next token as a keyword where it is one of these bare words. */
  #take(...words: readonly string[]): boolean {
    const next = this.#next();
    if (next === undefined || !words.includes(next.upper)) return false;
    this.#add(next, 'keyword');
    return true;
  }

  #add(token: Token, role: Part['role'], more: Partial<Part> = {}): void {
    this.parts.push({ ...token, role, ...more });
    this.#at += 1;
  }
}
