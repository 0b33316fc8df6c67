// Turns the bytes of a file into text, strictly: UTF-8 and nothing that parsers pass over in silence.
import type { Fault } from './faults.ts';

type TextFault = Omit<Fault, 'path'>;

/** The text, where there is one, and what is wrong with the bytes. */
export interface DecodedText {
  readonly text?: string;
  readonly fault?: TextFault;
}

/** Decodes bytes as UTF-8. A byte order mark is a fault, but the text after it is still read. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (isUtf16(bytes)) {
    return { fault: at(1, 1, 'utf-16', 'The file is in UTF-16. Save it as UTF-8 without byte order mark.') };
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const text = decodeStrictly(content);
  if (text === undefined) return { fault: invalidByte(content) };
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    const place = placeOf(text, nul);
    return { fault: at(...place, 'nul', 'The file holds a NUL character. Remove it, or restore the file.') };
  }
  if (!hasMark) return { text };
  return {
    text,
    fault: at(1, 1, 'byte-order-mark', 'The file begins with a byte order mark. Save it as UTF-8 without one.'),
  };
}

/** Line and column, from 1, of a position in a text. */
export function placeOf(text: string, position: number): [line: number, column: number] {
  return placer(text)(position);
}

/** Finds line and column, from 1, of many positions in one text. */
export function placer(text: string): (position: number) => [line: number, column: number] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (position) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return [low + 1, position - (starts[low] ?? 0) + 1];
  };
}

function at(line: number, column: number, code: string, message: string): TextFault {
  return { line, column, code, message };
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By its mark, or by NUL in every other place of the first bytes, which no YAML in UTF-8 has. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const little = first !== 0 && second === 0 && third !== 0 && fourth === 0;
  const big = first === 0 && second !== 0 && third === 0 && fourth !== 0;
  return bytes.length >= 4 && (little || big);
}

function invalidByte(bytes: Uint8Array): TextFault {
  const position = validLength(bytes);
  const before = decodeStrictly(bytes.subarray(0, position)) ?? '';
  const [line, column] = placeOf(before, before.length);
  const byte = (bytes[position] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return at(line, column, 'invalid-utf-8', `Byte 0x${byte} is not UTF-8 here. Save the file as UTF-8.`);
}

/** How many bytes from the start are whole, valid UTF-8: the longest prefix that decodes. */
function validLength(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (prefixIsValid(bytes, middle)) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && decodeStrictly(bytes.subarray(0, low)) === undefined) low -= 1;
  return low;
}

/** A prefix that ends within a character counts as valid, so that validity is monotone in length. */
function prefixIsValid(bytes: Uint8Array, length: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    return true;
  } catch {
    return false;
  }
}
