// Throws strings at the policy on texts and measures its time by length: npx tsx tests/bench/policy-fuzz.ts [strings] [seed]
import { checkText } from '../../server/guard/policy.ts';
import { accepted } from '../server/guard/accepted.ts';
import { costly, disguised, forbidden } from '../server/guard/refused.ts';
import { seededRandom, type Random } from './random.ts';

const [count = '1000000', seed = '1'] = process.argv.slice(2);
const random = seededRandom(Number(seed));
const texts = [
  ...accepted.map(([text]) => text),
  ...[...forbidden, ...disguised, ...costly].map(([text]) => text),
].filter((text) => text.length < 400);
const words =
  'MATCH RETURN WITH UNWIND CALL WHERE AS IN AND OR NOT CASE WHEN THEN ELSE END UNION ALL DISTINCT EXISTS COUNT COLLECT ORDER BY SKIP LIMIT STARTS ENDS CONTAINS IS NULL USING INDEX SHOW INDEXES CREATE SET DELETE MERGE LOAD CSV FROM USE reduce range split replace any all shortestPath SHORTEST n m x t l $p $q 1 2.5 0x1F 1_000 db labels apoc date truncate'.split(
    ' ',
  );
const signs = [
  ...'()[]{},;:.+-*/%^=<>|&!$`\'"\\',
  '..',
  '=~',
  '->',
  '<-',
  '//',
  '/*',
  '*/',
  "'a'",
  '`b`',
  '"(.*a){25}"',
  '::',
  '||',
];
const spaces = [' ', '\n', '\t', '\r', '\u00A0', '\u2003', '\u3000', '\u200B', '\uFEFF', '\u0085', '\u0000', '\u2028'];
const letters = ['\\u0041', '\\', 'é', 'ſ', 'ı', '😀', '\uD83D', 'Ω', '字', '٣', '\u202E', 'ﬁ'];
const parameters = [{}, { p: 'a'.repeat(50) }, { p: '(.*a){25}', q: [1, 2, [3]] }, { p: null, q: { a: { b: 'x' } } }];

/** Tokens in any order. */
const mixture = (): string => {
  const parts = Array.from({ length: 1 + random.below(60) }, () =>
    random.pick(random.pick([words, words, signs, spaces, letters])),
  );
  return parts.join(random.pick(['', ' ', ' ']));
};
/** A known text with a few letters put in, left out or exchanged. */
const mutation = (): string => {
  let text = random.pick(texts);
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const at = random.below(text.length + 1);
    const put = random.pick([...random.pick([words, signs, spaces, letters]), '']);
    text = text.slice(0, at) + put + text.slice(at + random.below(6));
  }
  return text;
};
/** Two known texts cut and joined. */
const splice = (): string => {
  const [a, b] = [random.pick(texts), random.pick(texts)];
  return a.slice(0, random.below(a.length)) + b.slice(random.below(b.length));
};
/** Any letters at all. */
const noise = (): string =>
  String.fromCharCode(
    ...Array.from({ length: random.below(80) }, () => random.below(random.pick([128, 0x300, 0x10000]))),
  );
/** Brackets and operators over and over. */
const depth = (): string => random.pick([...signs, ...words]).repeat(random.below(200));

const makers: readonly (() => string)[] = [mixture, mixture, mutation, mutation, splice, noise, depth];
const outcomes = new Map<string, number>();
let longestMs = 0;
let slowest = '';
const began = performance.now();
for (let done = 0; done < Number(count); done += 1) {
  const text = random.pick(makers)();
  const start = performance.now();
  const code = outcomeOf(text, random);
  const tookMs = performance.now() - start;
  if (tookMs > longestMs) [longestMs, slowest] = [tookMs, text];
  outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
}
const seconds = (performance.now() - began) / 1000;
const sorted = [...outcomes].sort(([, a], [, b]) => b - a);
process.stdout.write(`${count} strings in ${seconds.toFixed(1)} s, none threw; outcomes:\n`);
for (const [code, times] of sorted) process.stdout.write(`  ${code}: ${times}\n`);
process.stdout.write(`slowest ${longestMs.toFixed(1)} ms: ${JSON.stringify(slowest.slice(0, 120))}\n`);

/** Pieces that make long texts which the policy reads to their end, or nearly. */
const growing: Readonly<Record<string, (times: number) => string>> = {
  'a list of numbers': (times) => `RETURN [${'1234567890,'.repeat(times / 11)}1] AS l`,
  'one long string': (times) => `RETURN '${'a'.repeat(times)}' AS t`,
  'a string of escapes': (times) => `RETURN '${'\\n'.repeat(times / 2)}' AS t`,
  'a long name': (times) => `RETURN ${'a'.repeat(times)} AS t`,
  'a name in backticks': (times) => `RETURN \`${'``'.repeat(times / 2)}\` AS t`,
  comments: (times) => `${'/**/'.repeat(times / 4)}RETURN 1 AS t`,
  'white space': (times) => `RETURN${' '.repeat(times)}1 AS t`,
  properties: (times) => `MATCH (n) RETURN ${'n.aaaaaaaaaaaaa, '.repeat(times / 17)}n`,
  'calls in calls': (times) =>
    `RETURN [${`${'size(['.repeat(10)}1${'])'.repeat(10)},${' '.repeat(200)}`.repeat(times / 291)}1] AS l`,
  'a pattern of classes': (times) => `RETURN 'x' =~ '${'[ab]'.repeat(times / 4)}' AS t`,
  'unclosed brackets': (times) => '('.repeat(times),
  'unclosed comments': (times) => '/*'.repeat(times / 2),
};
process.stdout.write(
  'microseconds per letter at 1,000, 5,000 and 20,000 letters, and the last against the first (1 is linear):\n',
);
for (const [name, make] of Object.entries(growing)) {
  const [short = 1, middle = 1, long = 1] = [900, 4_900, 19_000].map((length) => perLetter(make(length)));
  const figures = [short, middle, long].map((figure) => figure.toFixed(3)).join(', ');
  process.stdout.write(`  ${name}: ${figures}; ${(long / short).toFixed(2)}\n`);
}

function outcomeOf(text: string, choices: Random): string {
  try {
    return checkText(text, choices.pick(parameters))?.code ?? 'passes';
  } catch (error) {
    process.stderr.write(`threw at ${JSON.stringify(text)}\n`);
    throw error;
  }
}

/** Microseconds a letter, the best of several rounds. */
function perLetter(text: string): number {
  const rounds = Array.from({ length: 15 }, () => {
    const repeats = Math.ceil(100_000 / text.length);
    const start = performance.now();
    for (let time = 0; time < repeats; time += 1) checkText(text, {});
    return ((performance.now() - start) * 1000) / (repeats * text.length);
  });
  return Math.min(...rounds);
}
