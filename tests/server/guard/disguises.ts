// Disguises hostile queries: what they mean stays, what they look like changes. The same seed gives the same disguises.
import { seededRandom, type Random } from '../../bench/random.ts';
import { attacks, type Attack, type Canaries } from './corpus.ts';

/** A disguised query, and what was done to it. */
export interface Disguise extends Attack {
  readonly ways: readonly string[];
}

/** A piece of a query: a word, a text in quotes, white space, or a sign. */
interface Piece {
  readonly kind: 'word' | 'quoted' | 'space' | 'sign';
  readonly text: string;
}

/** Changes one piece, knowing its neighbours; most pieces stay as they are. */
type Way = (piece: Piece, before: Piece | undefined, random: Random) => string;

/** What the server takes for white space. */
const spaces = [
  ...'\t\v\f\u001c\u001d\u001e\u001f\u00a0\u1680\u2000\u2003\u2007\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
];
const lineEnds = ['\n', '\r\n', '\n\n', '\n\t', '\r'];
const comments = ['/**/', '/* */', '/* x\ny */', '//\n', '// x\n', '/*/ */', '/***/', '/* " */', "/* ' */", '/* ` */'];
const codedComments = ['/* \\u002a\\u002f', '// \\u000a', '/* \\u0041 */', '// x \\u000d'];
const keptWords = new Set(['true', 'false', 'null', 'TRUE', 'FALSE', 'NULL']);

const coded = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
const isCommand = ({ kind, text }: Piece): boolean =>
  kind === 'word' && /^[A-Z]{2,}$/.test(text) && !keptWords.has(text);
const isName = ({ kind, text }: Piece, before: Piece | undefined): boolean =>
  kind === 'word' && /^[a-z]\w*$/i.test(text) && /^(?:[.:(]|CALL)$/.test(before?.text ?? '') && !keptWords.has(text);

const ways: Readonly<Record<string, Way>> = {
  'coded letters': (piece, _, random) => {
    if (piece.kind !== 'word' || !/^[A-Za-z]{2,}$/.test(piece.text)) return piece.text;
    const at = random.below(piece.text.length);
    return [...piece.text]
      .map((letter, index) => (index === at || random.below(4) === 0 ? coded(letter) : letter))
      .join('');
  },
  'coded signs': (piece, _, random) =>
    piece.kind !== 'word' && piece.kind !== 'quoted' && random.below(2) === 0
      ? [...piece.text].map((letter) => coded(letter)).join('')
      : piece.text,
  comments: (piece, _, random) => (piece.kind === 'space' ? random.pick(comments) : piece.text),
  'comments everywhere': (piece, _, random) =>
    piece.kind === 'space' ? random.pick(comments) : `${piece.text}${random.below(2) === 0 ? '/**/' : ''}`,
  'coded comments': (piece, _, random) =>
    piece.kind === 'space' && random.below(2) === 0 ? random.pick(codedComments) : piece.text,
  spaces: (piece, _, random) => (piece.kind === 'space' ? random.pick(spaces) : piece.text),
  lines: (piece, _, random) => (piece.kind === 'space' ? random.pick(lineEnds) : piece.text),
  case: (piece, _, random) =>
    isCommand(piece)
      ? [...piece.text].map((letter) => (random.below(2) === 0 ? letter : letter.toLowerCase())).join('')
      : piece.text,
  backticks: (piece, before) => (isName(piece, before) ? `\`${piece.text}\`` : piece.text),
};
const names = Object.keys(ways);

const smuggled = /^(?:denial|answer)-|-smuggling$|^(?:prefixes-and-suffixes|parameter-abuse)$/;

/** What is worth a disguise: attacks that are plain, and that do not work by their size. */
export function disguisedClasses(canaries?: Canaries): Attack[] {
  return [...attacks('hostile', canaries), ...attacks('exfiltration', canaries)].filter(
    (attack) => !smuggled.test(attack.class),
  );
}

/** As many disguises as are asked for, each of one to three ways, of the given queries in turn. */
export function disguises(queries: readonly Attack[], count: number, seed: number): Disguise[] {
  const random = seededRandom(seed);
  const found = new Map<string, Disguise>();
  for (let turn = 0; found.size < count; turn += 1) {
    const attack = queries[turn % queries.length];
    if (attack === undefined) throw new Error('There is nothing to disguise.');
    const chosen = names.filter((name) => name === names[turn % names.length] || random.below(names.length) === 0);
    const query = chosen.reduce((text, name) => apply(text, ways[name], random), attack.query);
    if (query !== attack.query) found.set(query, { ...attack, query, ways: chosen });
  }
  return [...found.values()];
}

function apply(text: string, way: Way | undefined, random: Random): string {
  if (way === undefined) throw new Error('There is no such way.');
  let before: Piece | undefined;
  return piecesOf(text)
    .map((piece) => {
      const changed = way(piece, before, random);
      if (piece.kind !== 'space') before = piece;
      return changed;
    })
    .join('');
}

/** Comments that an earlier way put in are quoted pieces, so that a later way leaves them whole. */
function piecesOf(text: string): Piece[] {
  const parts = text.matchAll(
    /(?<quoted>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*[\n\r]?|\\u[\da-f]{4})|(?<word>\$?[\p{L}\p{N}_]+)|(?<space>\s+)|(?<sign>[\s\S])/gu,
  );
  return [...parts].map(({ 0: piece, groups = {} }) => ({ kind: kindOf(groups), text: piece }));
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): Piece['kind'] {
  if (groups['quoted'] !== undefined) return 'quoted';
  if (groups['word'] !== undefined) return 'word';
  return groups['space'] === undefined ? 'sign' : 'space';
}
