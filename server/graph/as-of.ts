// What a fact is on a day: whether it holds, is over or to come, was attested by then, or says nothing of time.
import type { Graph, GraphNode, GraphRelation, Json } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { isBefore, parseEdtf } from './edtf.ts';

/**
 * How a fact stands to a day: its date contains the day; ended before it; begins after it; has no date, but a source says it
 * on or before the day, or only after; or neither has a date.
 */
export const standings = ['holds', 'over', 'to-come', 'attested', 'not-yet-attested', 'undated'] as const;
/** One of them. */
export type Standing = (typeof standings)[number];

/** Standings of what is shown as of a day; the others are counted. */
export const shownStandings: readonly Standing[] = ['holds', 'attested', 'undated'];

/** A graph as of a day: what is shown, and how many facts there are of each standing. */
export interface AsOfGraph extends Graph {
  readonly counts: Readonly<Record<Standing, number>>;
}

/**
 * How a fact stands to a day. A single date of a lasting type is its start, and it holds until a stated end; a momentary one
 * is over the day after. Dates count with their widest bounds.
 *
 * @param day ISO day
 */
export function standingOf(fact: GraphNode | GraphRelation, day: string, vocabulary: Vocabulary): Standing {
  const bounds = fact.date === undefined ? undefined : parseEdtf(fact.date);
  if (bounds === undefined) return attestation(fact.properties['attestedFrom'], day);
  if (bounds.from !== undefined && isBefore(day, bounds.from)) return 'to-come';
  const isStart = isLasting(fact, vocabulary) && fact.date?.includes('/') === false;
  return !isStart && bounds.to !== undefined && isBefore(bounds.to, day) ? 'over' : 'holds';
}

/** The part of a graph that is shown as of a day; a relation needs both its ends. */
export function graphAsOf(graph: Graph, day: string, vocabulary: Vocabulary): AsOfGraph {
  const counts: Record<Standing, number> = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<
    Standing,
    number
  >;
  const isShown = (fact: GraphNode | GraphRelation): boolean => {
    const standing = standingOf(fact, day, vocabulary);
    counts[standing] += 1;
    return shownStandings.includes(standing);
  };
  const nodes = graph.nodes.filter(isShown);
  const ids = new Set(nodes.map(({ id }) => id));
  const relations = graph.relations.filter(
    (relation) => isShown(relation) && ids.has(relation.from) && ids.has(relation.to),
  );
  return { nodes, relations, counts };
}

function isLasting(fact: GraphNode | GraphRelation, vocabulary: Vocabulary): boolean {
  return (vocabulary.types[fact.type] ?? vocabulary.relations[fact.type])?.time === 'lasting';
}

function attestation(attestedFrom: Json | undefined, day: string): Standing {
  const first = dayOf(attestedFrom);
  if (first === undefined) return 'undated';
  return isBefore(day, first) ? 'not-yet-attested' : 'attested';
}

/** The ISO day of a DATE as it is served. */
function dayOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value['$type'] === 'Date' && typeof value['value'] === 'string' ? value['value'] : undefined;
}
