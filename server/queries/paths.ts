// The best ways between two entities: looks around both ends, cheapest first, until no better way can be left.
import { z } from 'zod';
import type { Graph, GraphRelation } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { shownStandings, standingOf } from '../graph/as-of.ts';
import { stepCost, type Way, type Ways } from '../graph/paths.ts';
import { cheapestTree } from '../graph/spanning.ts';
import { searchWays, type SearchedWays } from '../graph/way-search.ts';
import { readRows, structuralNames, type Reading } from './reading.ts';
import { readSubgraph } from './subgraph.ts';

/** What ways may use; absent filters let everything pass. */
export interface PathFilter {
  readonly closedIds: readonly string[];
  readonly closedTypes: readonly string[];
  readonly relationTypes?: readonly string[] | undefined;
  readonly certainties?: readonly string[] | undefined;
  /** `none` stands for no status. */
  readonly statuses?: readonly string[] | undefined;
  readonly source?: string | undefined;
  /** ISO day. */
  readonly asOf?: string | undefined;
}

/** Which ways are wanted. */
export interface PathRequest extends PathFilter {
  readonly from: string;
  readonly to: string;
  readonly k: number;
}

/** A network that joins several entities. */
export interface JoinedEntities extends Graph {
  /** The ways that it is made of, cheapest first. */
  readonly paths: PathWithSteps[];
  /** What they cost together. */
  readonly cost: number;
  readonly isProved: boolean;
  readonly looked: number;
}

/** One way with the relations of each of its steps. */
export interface PathWithSteps {
  readonly ids: string[];
  readonly cost: number;
  readonly steps: { readonly cost: number; readonly relations: string[] }[];
}

/** The ways, and everything on them. */
export interface FoundPaths extends Graph {
  readonly paths: PathWithSteps[];
  /** True where it is certain that no better way was missed. */
  readonly isProved: boolean;
  /** How many entities were looked at. */
  readonly looked: number;
}

/** Rows of one look; where there are more, nothing is proved. */
const mostRows = 100_000;

const stepRow = z.object({ here: z.string(), there: z.string(), degree: z.int() });

/** The `k` cheapest ways between two entities; see {@link stepCost} for what they cost. */
export async function findPaths(reading: Reading, request: PathRequest): Promise<FoundPaths> {
  const { ways, around, isProved } = await search(reading, request);
  const found = await withRelations(
    reading,
    ways.map((way) => ({ way, known: around.ways })),
    request,
  );
  return { ...found, isProved, looked: around.looked };
}

/**
 * A small network that joins entities: of the cheapest ways between any two of them those that join all at the least cost
 * together. This costs at most twice what the cheapest network of all would (L. Kou, G. Markowsky, L. Berman, 1981).
 */
export async function joinEntities(
  reading: Reading,
  ids: readonly string[],
  filter: PathFilter,
): Promise<JoinedEntities> {
  const pairs = ids.flatMap((from, at) => ids.slice(at + 1).map((to) => ({ from, to })));
  const links = [];
  let [isProved, looked] = [true, 0];
  for (const { from, to } of pairs) {
    const { ways, around, isProved: isBest } = await search(reading, { ...filter, from, to, k: 1 });
    isProved &&= isBest;
    looked += around.looked;
    for (const way of ways) links.push({ from, to, cost: way.cost, way, known: around.ways });
  }
  const tree = cheapestTree(links);
  const found = await withRelations(reading, tree, filter);
  return { ...found, cost: tree.reduce((sum, { cost }) => sum + cost, 0), isProved, looked };
}

function search(reading: Reading, request: PathRequest): Promise<SearchedWays> {
  const { from, to, k } = request;
  const parameters = { ...stepParameters(reading.vocabulary, request), limit: mostRows };
  const look = (ids: readonly string[]) => readRows(reading, 'list-steps', { ...parameters, ids }, stepRow);
  return searchWays({ from, to, k, look, mostSteps: mostRows });
}

/** Ways with everything on them. */
async function withRelations(
  reading: Reading,
  found: readonly { readonly way: Way; readonly known: Ways }[],
  filter: PathFilter,
): Promise<Graph & { readonly paths: PathWithSteps[] }> {
  const ids = [...new Set(found.flatMap(({ way }) => way.ids))];
  const graph = await readSubgraph(reading, ids, { evidence: true, structural: true });
  const relations = graph.relations.filter((relation) => isWanted(relation, reading.vocabulary, filter));
  const paths = found.map(({ way, known }) => withSteps(way, known, relations));
  const used = new Set(paths.flatMap(({ steps }) => steps.flatMap((step) => step.relations)));
  return { paths, nodes: graph.nodes, relations: relations.filter(({ id }) => used.has(id)) };
}

function stepParameters(vocabulary: Vocabulary, request: PathRequest) {
  const lasting = Object.entries({ ...vocabulary.types, ...vocabulary.relations }).flatMap(([name, { time }]) =>
    time === 'lasting' ? name : [],
  );
  return {
    ends: [request.from, request.to],
    relationTypes: followed(vocabulary, request),
    closedIds: request.closedIds.filter((id) => id !== request.from && id !== request.to),
    closedTypes: request.closedTypes,
    certainties: request.certainties ?? null,
    statuses: request.statuses ?? null,
    source: request.source ?? null,
    day: request.asOf === undefined ? null : { $type: 'Date', value: request.asOf },
    lasting,
  };
}

function followed(vocabulary: Vocabulary, { relationTypes }: PathFilter): readonly string[] {
  const structural = structuralNames(vocabulary).relations;
  return relationTypes ?? Object.keys(vocabulary.relations).filter((type) => !structural.includes(type));
}

/** The same choice among the relations of the ways that the database made among its steps. */
function isWanted(relation: GraphRelation, vocabulary: Vocabulary, request: PathFilter): boolean {
  const { certainties, statuses, source, asOf } = request;
  return (
    followed(vocabulary, request).includes(relation.type) &&
    (certainties?.includes(relation.certainty) ?? true) &&
    (statuses?.includes(relation.status ?? 'none') ?? true) &&
    (source === undefined || relation.evidence.some((item) => item.source === source)) &&
    (asOf === undefined || shownStandings.includes(standingOf(relation, asOf, vocabulary)))
  );
}

function withSteps(way: Way, known: Ways, relations: readonly GraphRelation[]): PathWithSteps {
  const end = way.ids.at(-1) ?? '';
  const steps = way.ids.slice(1).map((there, at) => {
    const here = way.ids[at];
    const joins = ({ from, to }: GraphRelation): boolean =>
      (from === here && to === there) || (from === there && to === here);
    return { cost: stepCost(known, there, end), relations: relations.filter(joins).map(({ id }) => id) };
  });
  return { ids: [...way.ids], cost: way.cost, steps };
}
