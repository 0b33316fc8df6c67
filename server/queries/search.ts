// Search over all names and aliases: candidates from the full-text index, ranked by how well a name fits.
import { z } from 'zod';
import type { SearchHit } from '../contract/explore.ts';
import { readEntities, readRows, structuralNames, type Reading } from './reading.ts';
import { bestName, luceneQuery, ranks } from './search-words.ts';

/** What is searched for. */
export interface SearchRequest {
  readonly typed: string;
  /** Entity types; all where absent. */
  readonly types?: readonly string[];
  readonly limit: number;
  /** Language whose names win where several of an entity fit equally well. */
  readonly lang: string;
}

/** So many candidates of the index are ranked; they come in one batch of the driver. */
const candidateLimit = 200;

const candidateRow = z.object({ id: z.string(), names: z.array(z.string()), score: z.number(), degree: z.int() });

/** Hits, best first: by how well a name fits, then the better connected, then the index's own score, then id. */
export async function searchEntities(
  reading: Reading,
  request: SearchRequest,
): Promise<{ hits: SearchHit[]; truncated: boolean }> {
  const query = luceneQuery(request.typed);
  if (query === undefined) return { hits: [], truncated: false };
  const structural = structuralNames(reading.vocabulary).relations;
  const parameters = { query, types: request.types ?? [], structural, limit: candidateLimit };
  const found = await readRows(reading, 'search-names', parameters, candidateRow);
  const ranked = found
    .map((candidate) => ({ ...candidate, ...bestName(request.typed, candidate.names) }))
    .sort((a, b) => b.rank - a.rank || b.degree - a.degree || b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, request.limit);
  const nodes = await readEntities(
    reading,
    ranked.map(({ id }) => id),
    false,
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const hits = ranked.flatMap(({ id, matched, rank, degree }) => {
    const node = byId.get(id);
    if (node === undefined) return [];
    const own = node.names[request.lang];
    const shown =
      own !== undefined && rank >= ranks.words && bestName(request.typed, [own]).rank >= rank ? own : matched;
    return [{ node, matched: shown, score: rank, degree }];
  });
  return { hits, truncated: found.length > ranked.length };
}
