// The best ways between two entities: looks around both ends, cheapest first, until no better way can be left.
import { z } from 'zod';
import type { Graph, GraphRelation } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { shownStandings, standingOf } from '../graph/as-of.ts';
import { stepCost, type Way, type Ways } from '../graph/paths.ts';
import { searchWays } from '../graph/way-search.ts';
import { readRows, structuralNames, type Reading } from './reading.ts';
import { readSubgraph } from './subgraph.ts';

/** Which ways are wanted; absent filters let everything pass. */
export interface PathRequest {
  readonly from: string;
  readonly to: string;
  readonly k: number;
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
  const { from, to, k } = request;
  const parameters = { ...stepParameters(reading.vocabulary, request), limit: mostRows };
  const look = (ids: readonly string[]) => readRows(reading, 'list-steps', { ...parameters, ids }, stepRow);
  const { ways, around, isProved } = await searchWays({ from, to, k, look, mostSteps: mostRows });
  const graph = await readSubgraph(reading, [...new Set(ways.flatMap(({ ids }) => ids))], {
    evidence: true,
    structural: true,
  });
  const relations = graph.relations.filter((relation) => isWanted(relation, reading.vocabulary, request));
  const paths = ways.map((way) => withSteps(way, around.ways, relations));
  const used = new Set(paths.flatMap(({ steps }) => steps.flatMap((step) => step.relations)));
  return {
    paths,
    nodes: graph.nodes,
    relations: relations.filter(({ id }) => used.has(id)),
    isProved,
    looked: around.looked,
  };
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

function followed(vocabulary: Vocabulary, { relationTypes }: PathRequest): readonly string[] {
  const structural = structuralNames(vocabulary).relations;
  return relationTypes ?? Object.keys(vocabulary.relations).filter((type) => !structural.includes(type));
}

/** The same choice among the relations of the ways that the database made among its steps. */
function isWanted(relation: GraphRelation, vocabulary: Vocabulary, request: PathRequest): boolean {
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
