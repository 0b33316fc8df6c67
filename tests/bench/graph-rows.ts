// Rows of a made-up graph of any size, with names and evidence as long as real ones; the same size gives the same rows.
import { relationId } from '../../data/model/records.ts';

/** A row as the writing statements take it. */
export interface BenchRow {
  readonly type: string;
  readonly properties: Record<string, unknown>;
}

const syllables = 'ar ber cor den el fra gor hel in jul kam lor mun nor os per ros sta tur und ver wes yor zen'.split(
  ' ',
);
const entityTypes = ['Company', 'Person', 'Programme', 'Agreement', 'Institution'];
const relationTypes = ['PARTY_TO', 'SUPPLIES', 'FINANCES', 'COOPERATES_WITH', 'MANAGES'];

/** Numbers from 0 to 1 that repeat with the seed (mulberry32, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` entities with two names each. */
export function entityRows(count: number): BenchRow[] {
  const random = randomNumbers(1);
  const word = () => [1, 2, 3].map(() => syllables[Math.floor(random() * syllables.length)] ?? '').join('');
  return Array.from({ length: count }, (_, index) => {
    const name = `${capital(word())} ${capital(word())} ${index}`;
    const alias = `${capital(word())} ${index}`;
    const type = entityTypes[index % entityTypes.length] ?? 'Company';
    return { type, properties: { id: `e${index}`, name, aliases: [alias], allNames: [name, alias], ...evidence(1) } };
  });
}

/** `count` relations between `entities` entities, a few of which are hubs. */
export function relationRows(count: number, entities: number): (BenchRow & { from: string; to: string })[] {
  const random = randomNumbers(2);
  const pick = (power: number) => `e${Math.floor(random() ** power * entities)}`;
  return Array.from({ length: count }, (_, index) => {
    const type = relationTypes[index % relationTypes.length] ?? 'SUPPLIES';
    const [from, to] = [pick(1), pick(3)];
    const id = relationId({ from, type, to, key: `k${index}` });
    return { from, to, type, properties: { id, ...evidence(1 + (index % 2)) } };
  });
}

function evidence(items: number): Record<string, unknown> {
  const each = (value: string) => Array.from({ length: items }, () => value);
  const empty = ['attributedTo', 'fields', 'values', 'asOf', 'quotes', 'codedBy', 'reviewedBy', 'reviewedOn'];
  return {
    dataset: 'bench',
    sources: each('bench-source'),
    locators: each('¶12'),
    statements: each('The two work together on a thing that the document describes in a sentence of this length.'),
    certainties: each('explicit'),
    grades: each('B2'),
    certainty: 'explicit',
    disputed: false,
    ...Object.fromEntries(empty.map((name) => [name, each('')])),
  };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
