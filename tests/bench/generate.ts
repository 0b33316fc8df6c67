// Makes data sets of any size with the evidence that real ones have: the same numbers give the same files.
// By hand: `npx tsx tests/bench/generate.ts <folder> <entities> <relations>`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RelationDefinition, Vocabulary } from '../../data/model/vocabulary.ts';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';

/** How large a data set is to be. */
export interface Size {
  readonly entities: number;
  readonly relations: number;
  /** Evidence items of each record; 2 if not said. */
  readonly evidence?: number;
  /** Another number gives another data set of that size. */
  readonly seed?: number;
  /** Id of the data set; `generated` if not said. */
  readonly id?: string;
  /** Version of the data set; 1 if not said. */
  readonly version?: string;
}

interface Made {
  readonly id: string;
  readonly type: string;
}

/** Share of each type, roughly that of the shipped data set; the rest are sources, one for every 250 entities. */
const shares: readonly (readonly [type: string, weight: number])[] = [
  ['Country', 4],
  ['Institution', 8],
  ['Person', 8],
  ['Organisation', 5],
  ['Company', 6],
  ['Programme', 12],
  ['Agreement', 6],
  ['Commitment', 20],
  ['Pledge', 6],
  ['Format', 6],
  ['Event', 6],
  ['Instrument', 5],
  ['Theme', 8],
];
const syllables = 'ba de ko li mar nor pel ri sa tun ver wol zan dür ğan şer łod ñor'.split(' ');
const nouns = 'cooperation delivery training procurement maintenance exchange research protection transport'.split(' ');
const verbs = 'agreed announced confirmed described discussed prepared extended reviewed'.split(' ');

/** Writes a data set into a folder, which is made where it is not there. */
export async function generateDataset(folder: string, size: Size): Promise<void> {
  const vocabulary = await loadVocabulary();
  const random = seededRandom(size.seed ?? 1);
  const sources = Array.from({ length: Math.max(1, Math.ceil(size.entities / 250)) }, (_, at) => `source-${at + 1}`);
  const write = (file: string, records: readonly string[]) => writeFileSync(join(folder, file), records.join(''));
  for (const part of ['entities', 'relations']) mkdirSync(join(folder, part), { recursive: true });
  write('sources.yaml', sources.map(sourceRecord));
  const made: Made[] = [];
  const entities = new Map<string, string[]>();
  for (let at = 1; at <= size.entities - sources.length; at += 1) {
    const type = pickType(random, at);
    const id = `${kebab(type)}-${at}`;
    made.push({ id, type });
    addTo(entities, type, entityRecord(vocabulary, random, { id, type }) + evidence(random, sources, size, id));
  }
  for (const [type, records] of entities) write(`entities/${kebab(type)}.yaml`, records);
  const relations = new Map<string, string[]>();
  for (const { type, text, id } of relationsAmong(made, vocabulary, random, size.relations)) {
    addTo(relations, type, text + evidence(random, sources, size, id));
  }
  for (const [type, records] of relations) write(`relations/${kebab(type)}.yaml`, records);
  const overview = made.slice(0, 40).map(({ id }) => id);
  write('dataset.yaml', [datasetRecord(size, overview)]);
}

function datasetRecord({ id = 'generated', version = '1' }: Size, overview: readonly string[]): string {
  const head = `id: ${id}\ntitle: { en: Generated data set, de: Erzeugter Datensatz }\nlanguages: [en, de]\n`;
  return `${head}version: '${version}'\nlicence: CC0-1.0\noverview: [${overview.join(', ')}]\n`;
}

function sourceRecord(id: string, at: number): string {
  const reliability = 'ABCDEF'[at % 6];
  const date = `2026-0${(at % 9) + 1}-1${at % 9}`;
  const rest = at > 0 && at % 7 === 0 ? `  derivedFrom: [source-${at}]\n` : '';
  const head = `- id: ${id}\n  type: Source\n  kind: news-item\n  name: Source ${at + 1}\n  title: Source ${at + 1}\n  lang: en\n`;
  return `${head}  date: ${date}\n  reliability: ${reliability}\n  reliabilityWhy: It is made up.\n${rest}`;
}

/** The first ones take turns, so that small data sets have every type, too. */
function pickType(random: Random, at: number): string {
  if (at <= shares.length * 2) return shares[(at - 1) % shares.length]?.[0] ?? 'Theme';
  const total = shares.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.below(total);
  return shares.find(([, weight]) => (left -= weight) < 0)?.[0] ?? 'Theme';
}

function entityRecord(vocabulary: Vocabulary, random: Random, { id, type }: Made): string {
  const definition = vocabulary.types[type];
  const name = `${nameOf(random)} ${random.pick(nouns)}`;
  const lines = [`- id: ${id}`, `  type: ${type}`];
  if (definition !== undefined && definition.kinds.length > 0) lines.push(`  kind: ${random.pick(definition.kinds)}`);
  lines.push(`  name: ${name}`, `  nameDe: ${name} (deutsch)`);
  if (random.below(3) > 0) lines.push(`  shortName: ${name.slice(0, 24).trim()}`);
  if (random.below(2) > 0) lines.push(`  aliases: [${nameOf(random)}, ${nameOf(random)}]`);
  lines.push(`  description: ${sentence(random)}`);
  const status = definition?.properties['status'];
  if (Array.isArray(status)) lines.push(`  status: ${random.pick(status)}`);
  if (random.below(4) === 0) lines.push(`  date: 2026-0${random.below(9) + 1}`);
  if (type === 'Commitment') {
    const modality = random.pick(Object.keys(vocabulary.modalities));
    lines.push(`  paragraph: '${random.below(34) + 1}'`, `  modality: ${modality}`, '  modalityAsWritten: werden');
  }
  return `${lines.join('\n')}\n`;
}

function* relationsAmong(made: readonly Made[], vocabulary: Vocabulary, random: Random, count: number) {
  const byType = groupByType(made);
  const kinds = Object.entries(vocabulary.relations).filter(([, { structural }]) => !structural);
  const seen = new Set<string>();
  for (let tries = 0; seen.size < count; tries += 1) {
    if (tries > count * 50) throw new Error(`There are no ${count} different relations among ${made.length} entities.`);
    const [type, definition] = random.pick(kinds);
    const ends = pickEnds(definition, made, byType, random);
    if (ends === undefined || ends.from === ends.to) continue;
    const pair = definition.symmetric ? [ends.from, ends.to].sort().join(' ') : `${ends.from} ${ends.to}`;
    const id = `${type} ${pair}`;
    if (seen.has(id)) continue;
    seen.add(id);
    yield { type, id, text: relationRecord(type, ends, vocabulary, random) };
  }
}

function groupByType(made: readonly Made[]): Map<string, Made[]> {
  const groups = new Map<string, Made[]>();
  for (const entity of made) groups.set(entity.type, [...(groups.get(entity.type) ?? []), entity]);
  return groups;
}

function pickEnds(
  definition: RelationDefinition,
  made: readonly Made[],
  byType: ReadonlyMap<string, readonly Made[]>,
  random: Random,
): { from: string; to: string } | undefined {
  const [froms, tos] = random.pick(definition.ends);
  const of = (types: readonly string[]) => byType.get(random.pick(types)) ?? [];
  const starts = of(froms);
  const goals = tos === 'any' ? made : of(tos);
  if (starts.length === 0 || goals.length === 0) return undefined;
  // Real graphs have hubs: the first of a type get most.
  return { from: random.skewed(starts).id, to: random.skewed(goals).id };
}

function relationRecord(
  type: string,
  { from, to }: { from: string; to: string },
  vocabulary: Vocabulary,
  random: Random,
): string {
  const lines = [`- from: ${from}`, `  type: ${type}`, `  to: ${to}`];
  if (random.below(4) === 0) lines.push(`  status: ${random.pick(vocabulary.relationStatuses)}`);
  if (random.below(5) === 0) lines.push(`  date: 2026-0${random.below(9) + 1}-1${random.below(9)}`);
  if (type === 'HOLDS_OFFICE') lines.push(`  office: ${random.pick(Object.keys(vocabulary.offices))}`);
  if (type === 'FINANCES') lines.push(`  amount: ${(random.below(900) + 1) * 1_000_000}`, '  currency: EUR');
  return `${lines.join('\n')}\n`;
}

function evidence(random: Random, sources: readonly string[], size: Size, id: string): string {
  const items = Array.from({ length: size.evidence ?? 2 }, (_, at) => {
    const certainty = random.below(5) === 0 ? 'implied' : 'explicit';
    const field = at > 0 && random.below(20) === 0 ? `      field: note\n      value: ${random.pick(nouns)}\n` : '';
    const statement = `      statement: ${sentence(random).slice(0, -1)} (${id}, ${at + 1}).\n`;
    const head = `    - source: ${random.pick(sources)}\n      locator: ¶${random.below(40) + 1}\n`;
    return `${head}${statement}${field}      certainty: ${certainty}\n      credibility: ${random.below(6) + 1}\n`;
  });
  return `  evidence:\n${items.join('')}`;
}

function sentence(random: Random): string {
  const subject = `${nameOf(random)} and ${nameOf(random)}`;
  return `${subject} ${random.pick(verbs)} the ${random.pick(nouns)} of ${nameOf(random)} for the coming year.`;
}

function nameOf(random: Random): string {
  const word = random.pick(syllables) + random.pick(syllables) + random.pick(syllables);
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function kebab(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

function addTo(lists: Map<string, string[]>, key: string, text: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [text]);
  else list.push(text);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = '', entities, relations] = process.argv.slice(2);
  await generateDataset(folder, { entities: Number(entities), relations: Number(relations) });
}
