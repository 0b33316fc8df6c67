// Finds the entities that a list of names means: certain, doubtful with candidates, or unknown.
import { z } from 'zod';
import type { NameMatch } from '../contract/queries.ts';
import { readEntities, readSuggestions, type Reading } from './reading.ts';
import { bestName, lucenePhrase, luceneQuery, ranks } from './search-words.ts';

/** Names, one an entity, and what kind of entities they may mean. */
export interface NamesRequest {
  /** As they were written; spaces around them do not count. */
  readonly names: readonly string[];
  /** Entity types; all where empty. */
  readonly types: readonly string[];
  /** Language of the candidates' names. */
  readonly lang: string;
}

const exactLimit = 20;
const similarLimit = 12;
const mostCandidates = 8;
/** Names that are looked for with two errors in a word, at ten milliseconds each on two cores; one error takes an eighth of that. */
const mostFar = 60;
/** Names in one statement, and statements at once: fuzzy queries of many names would take one of them past its time limit. */
const portionSize = 50;
const portionsAtOnce = 4;

const candidateRow = z.object({
  place: z.int(),
  id: z.string(),
  type: z.string(),
  names: z.array(z.string()),
  degree: z.int(),
});

interface Candidate {
  readonly id: string;
  readonly type: string;
  readonly matched: string;
  readonly rank: number;
  readonly degree: number;
}

interface Sought {
  readonly place: number;
  readonly name: string;
}

/**
 * What each name means, in the order of the names. An id, or a name or alias that fits whole (letter case, accents and
 * punctuation aside) and belongs to one entity only, is certain; several such, or merely similar ones, are doubtful. In a
 * list with more than sixty names that nothing comes close to, the later ones are unknown where a word has two errors.
 */
export async function resolveNames(reading: Reading, request: NamesRequest): Promise<NameMatch[]> {
  const distinct = [...new Set(request.names.map((name) => name.trim()))];
  const sought = distinct.map((name, place) => ({ place, name }));
  const exact = await portionwise(sought, (portion) => findExact(reading, portion, request.types));
  const open = sought.filter(({ place }) => !exact.has(place));
  const close = await portionwise(open, (portion) => findSimilar(reading, portion, request.types, 1));
  const rest = open.filter(({ place }) => (close.get(place) ?? []).length === 0);
  const far = await portionwise(rest.slice(0, mostFar), (portion) => findSimilar(reading, portion, request.types, 2));
  const outcomes = sought.map(({ place }) => outcomeOf(exact.get(place), far.get(place) ?? close.get(place) ?? []));
  const labels = await labelsOf(
    reading,
    outcomes.flatMap(({ candidates }) => candidates),
    request.lang,
  );
  return request.names.map((name) => {
    const { outcome, candidates } = outcomes[distinct.indexOf(name.trim())] ?? outcomeOf(undefined, []);
    const named = candidates.map(({ id, type, matched }) => ({ id, type, name: labels.get(id) ?? matched, matched }));
    return { name, outcome, candidates: named };
  });
}

function outcomeOf(exact: readonly Candidate[] | undefined, similar: readonly Candidate[]) {
  const candidates = (exact ?? similar).slice(0, mostCandidates);
  if (candidates.length === 0) return { outcome: 'unknown' as const, candidates };
  return { outcome: exact?.length === 1 ? ('certain' as const) : ('doubtful' as const), candidates };
}

/** Entities whose id it is, or else whose whole name; names that have none are absent. */
async function findExact(reading: Reading, portion: readonly Sought[], types: readonly string[]) {
  const names = portion.map(({ place, name }) => ({
    place,
    id: name,
    // The index refuses an empty phrase; this one finds nothing.
    phrase: lucenePhrase(name) ?? '"-"',
    size: name.length,
    slack: 2 + Math.floor(name.length / 4),
  }));
  const rows = await readSuggestions(reading, 'match-exact-names', { names, types, limit: exactLimit }, candidateRow);
  return portion.flatMap(({ place, name }) => {
    const candidates = candidatesOf(name, place, rows);
    const withId = candidates.filter(({ id }) => id === name);
    const exact = withId.length > 0 ? withId : candidates.filter(({ rank }) => rank === ranks.exact);
    return exact.length === 0 ? [] : [[place, exact] as const];
  });
}

/** Entities with a name that begins like it or has a few other letters, best first. */
async function findSimilar(reading: Reading, portion: readonly Sought[], types: readonly string[], mostErrors: 1 | 2) {
  const names = portion.flatMap(({ place, name }) => {
    const query = luceneQuery(name, mostErrors);
    return query === undefined ? [] : [{ place, query }];
  });
  const rows = await readSuggestions(
    reading,
    'match-similar-names',
    { names, types, limit: similarLimit },
    candidateRow,
  );
  return portion.map(({ place, name }) => [place, candidatesOf(name, place, rows)] as const);
}

/** Candidates for one name, those whose names fit best first. */
function candidatesOf(name: string, place: number, rows: readonly z.infer<typeof candidateRow>[]): Candidate[] {
  return rows
    .filter((row) => row.place === place)
    .map(({ id, type, names, degree }) => ({ id, type, degree, ...bestName(name, names) }))
    .sort((a, b) => b.rank - a.rank || b.degree - a.degree || (a.id < b.id ? -1 : 1));
}

async function portionwise(
  sought: readonly Sought[],
  find: (portion: readonly Sought[]) => Promise<readonly (readonly [number, Candidate[]])[]>,
): Promise<ReadonlyMap<number, Candidate[]>> {
  const portions = Array.from({ length: Math.ceil(sought.length / portionSize) }, (_, index) =>
    sought.slice(index * portionSize, (index + 1) * portionSize),
  );
  const found: (readonly [number, Candidate[]])[] = [];
  const next = portions.values();
  await Promise.all(
    Array.from({ length: portionsAtOnce }, async () => {
      for (const portion of next) found.push(...(await find(portion)));
    }),
  );
  return new Map(found);
}

async function labelsOf(
  reading: Reading,
  candidates: readonly Candidate[],
  lang: string,
): Promise<Map<string, string>> {
  const ids = [...new Set(candidates.map(({ id }) => id))];
  const nodes = await readEntities(reading, ids, false);
  return new Map(nodes.map((node) => [node.id, node.names[lang] ?? node.name]));
}
