// The first view: the entities that tell the data set's story, declared by it or chosen here.
import { z } from 'zod';
import { readDatasets } from './datasets.ts';
import { readRows, structuralNames, type Reading } from './reading.ts';
import { readSubgraph, type CountedGraph } from './subgraph.ts';

/** An entity as the choice sees it. */
export interface Ranked {
  readonly id: string;
  readonly type: string;
  readonly degree: number;
}

/** No type may fill more than this share of a chosen overview while there are others. */
const shareOfOneType = 0.25;
/** The choice looks at so many of the best-connected entities at most. */
const candidates = 5000;

const rankedRow = z.object({ id: z.string(), type: z.string(), degree: z.int(), total: z.int() });

/**
 * The overview: what the data sets declare comes first, then the best-connected entities, up to `limit`. Documents and the
 * relations between them are left out.
 */
export async function readOverview(
  reading: Reading,
  limit: number,
  evidence: boolean,
): Promise<CountedGraph & { readonly totalEntities: number }> {
  const structural = structuralNames(reading.vocabulary);
  const parameters = { structuralTypes: structural.types, structural: structural.relations, limit: candidates };
  const [datasets, ranked] = await Promise.all([
    readDatasets(reading),
    readRows(reading, 'rank-entities', parameters, rankedRow),
  ]);
  const ids = chooseOverview(
    datasets.flatMap(({ overview }) => overview),
    ranked,
    limit,
  );
  const { nodes, relations, total, truncated } = await readSubgraph(reading, ids, { evidence, structural: false });
  return { nodes, relations, total, truncated, totalEntities: ranked[0]?.total ?? 0 };
}

/**
 * Ids for an overview of at most `limit` entities: the declared ones in their order, then others by degree. Where nothing is
 * declared, no type takes more than a quarter of the places as long as there are others.
 *
 * @param ranked best-connected first
 */
export function chooseOverview(declared: readonly string[], ranked: readonly Ranked[], limit: number): string[] {
  const chosen = new Set([...new Set(declared)].slice(0, limit));
  if (chosen.size === 0) for (const id of diverse(ranked, limit)) chosen.add(id);
  for (const { id } of ranked) {
    if (chosen.size >= limit) break;
    chosen.add(id);
  }
  return [...chosen];
}

function diverse(ranked: readonly Ranked[], limit: number): string[] {
  const most = Math.max(1, Math.ceil(limit * shareOfOneType));
  const taken = new Map<string, number>();
  const fits = ranked.filter(({ type }) => {
    const sofar = taken.get(type) ?? 0;
    taken.set(type, sofar + 1);
    return sofar < most;
  });
  return fits.slice(0, limit).map(({ id }) => id);
}
