// Cuts a Cypher text into tokens as the server does (Cypher 5, as measured), and refuses what the server reads in other ways than people do.
import { limits } from './limits.ts';
import type { Place } from './refusal.ts';

/** A piece of the text that means something; white space and comments are left out. */
export interface Token extends Place {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'parameter';
  /** A symbol or number as written; otherwise the name or the content, without quotes, escapes resolved. */
  readonly text: string;
  /** A word in capitals; empty for everything else, quoted names included: only bare words can be keywords. */
  readonly upper: string;
}

/** What keeps a text from being cut into tokens. */
export interface TokenFault extends Place {
  readonly message: string;
  readonly advice: string;
}

const space = /[\t-\r\u001C-\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/y;
const lineComment = /\/\/[^\r\n]*/y;
const word = /[\p{ID_Start}\p{Pc}][\p{ID_Continue}\p{Pc}\p{Sc}]*/uy;
const parameterName = /[\p{ID_Continue}\p{Pc}]+/uy;
const number = /(?:0[xo][\da-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?|\.\d[\d_]*(?:e[+-]?\d+)?)/iy;
const symbol = /\.\.|=~|<>|!=|<=|>=|\+=|::|\|\||[-()[\]{},;:.+*/%^=<>|&!$]/y;
/** Letters that some programs take for an ASCII letter of another case. */
const lookAlike = /[\u0130\u0131\u017F\u212A]/;
const escapes: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

/** The tokens of a text, or its first fault. Takes time linear in the text's length. */
export function tokenize(text: string): { tokens: Token[]; fault?: TokenFault } {
  const tokens: Token[] = [];
  const coded = text.indexOf('\\u');
  if (coded !== -1) return { tokens, fault: codedLetter(coded) };
  for (let at = 0; at < text.length;) {
    const end = skipped(text, at);
    if (end < 0) return { tokens, fault: unclosed('comment', at, text.length) };
    if (end > at) {
      at = end;
      continue;
    }
    const next = tokenAt(text, at, tokens.at(-1));
    if ('message' in next) return { tokens, fault: next };
    if (next.kind === 'parameter') tokens.pop();
    tokens.push(next);
    if (tokens.length > limits.tokens) return { tokens };
    at = next.to;
  }
  return { tokens };
}

/** Where white space or a comment that begins here ends; -1 where it never does. */
function skipped(text: string, at: number): number {
  const end = endOf(space, text, at) ?? endOf(lineComment, text, at);
  if (end !== undefined) return end;
  if (!text.startsWith('/*', at)) return at;
  const close = text.indexOf('*/', at + 2);
  return close === -1 ? -1 : close + 2;
}

function tokenAt(text: string, at: number, before: Token | undefined): Token | TokenFault {
  const letter = text.charAt(at);
  const from = before?.text === '$' && before.kind === 'symbol' ? before.from : undefined;
  if (letter === "'" || letter === '"') return quotedText(text, at);
  if (letter === '`') return quotedName(text, at, from);
  const named = from === undefined ? undefined : endOf(parameterName, text, at);
  if (from !== undefined && named !== undefined)
    return { kind: 'parameter', text: text.slice(at, named), upper: '', from, to: named };
  const counted = endOf(number, text, at);
  if (counted !== undefined) return plain('number', text, at, counted);
  const wordEnd = endOf(word, text, at);
  if (wordEnd !== undefined) return wordToken(text, at, wordEnd);
  const symbolEnd = endOf(symbol, text, at);
  return symbolEnd === undefined ? strangeLetter(text, at) : plain('symbol', text, at, symbolEnd);
}

function plain(kind: Token['kind'], text: string, from: number, to: number): Token {
  return { kind, text: text.slice(from, to), upper: '', from, to };
}

function wordToken(text: string, from: number, to: number): Token | TokenFault {
  const name = text.slice(from, to);
  if (lookAlike.test(name))
    return {
      message: `${name} holds a letter that can be taken for another one.`,
      advice: 'Put the name into backticks.',
      from,
      to,
    };
  return { kind: 'word', text: name, upper: name.toUpperCase(), from, to };
}

/** A backslash and the letter after it belong together; where they are no escape, both are meant. */
function quotedText(text: string, from: number): Token | TokenFault {
  const quote = text.charAt(from);
  const parts: string[] = [];
  for (let at = from + 1; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === quote) return { kind: 'string', text: parts.join(''), upper: '', from, to: at + 1 };
    if (letter === '\\') {
      at += 1;
      const escaped = text.charAt(at);
      parts.push(escapes[escaped] ?? (/['"\\]/.test(escaped) ? escaped : `\\${escaped}`));
    } else parts.push(letter);
  }
  return unclosed('string', from, text.length);
}

function quotedName(text: string, at: number, dollar: number | undefined): Token | TokenFault {
  for (let end = text.indexOf('`', at + 1); end !== -1; end = text.indexOf('`', end + 2)) {
    if (text.charAt(end + 1) === '`') continue;
    const name = text.slice(at + 1, end).replaceAll('``', '`');
    const kind = dollar === undefined ? 'quoted' : 'parameter';
    return { kind, text: name, upper: '', from: dollar ?? at, to: end + 1 };
  }
  return unclosed('name in backticks', at, text.length);
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function codedLetter(at: number): TokenFault {
  return {
    message: 'The letters \\u begin a coded letter, which the database reads before everything else.',
    advice: 'Write the letter itself, or put the text into a parameter.',
    from: at,
    to: at + 2,
  };
}

function unclosed(what: string, from: number, to: number): TokenFault {
  return { message: `A ${what} that begins here is never closed.`, advice: 'Close it.', from, to };
}

function strangeLetter(text: string, from: number): TokenFault {
  const letter = String.fromCodePoint(text.codePointAt(from) ?? 0);
  const code = `U+${(text.codePointAt(from) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) ? `${letter} (${code})` : code;
  return {
    message: `The letter ${shown} means nothing outside quotes.`,
    advice: 'Take it out, or put the name that holds it into backticks.',
    from,
    to: from + letter.length,
  };
}
