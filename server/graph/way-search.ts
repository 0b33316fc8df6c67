// Finds the best ways in a graph too large to be read as a whole: looks around both ends until no better way can be left.
import { bestWays, type Way } from './paths.ts';
import { Surroundings, type KnownStep } from './surroundings.ts';

/** Between whom ways are sought, and how the graph is looked at. */
export interface WaySearch {
  readonly from: string;
  readonly to: string;
  readonly k: number;
  /** All steps from some entities; a look that gives `mostSteps` was cut. */
  readonly look: (ids: readonly string[]) => Promise<readonly KnownStep[]>;
  readonly mostSteps: number;
}

/** What was found, and all that was seen on the way. */
export interface SearchedWays {
  /** Cheapest first. */
  readonly ways: readonly Way[];
  readonly around: Surroundings;
  /** True where it is certain that no better way was missed. */
  readonly isProved: boolean;
}

/** Entities looked at in one look, and in all before the search gives up its proof. */
const most = { atOnce: 200, looked: 4000 };

/** The `k` cheapest ways between two entities. */
export async function searchWays({ from, to, k, look, mostSteps }: WaySearch): Promise<SearchedWays> {
  const around = new Surroundings(from, to);
  for (;;) {
    const due = around.nearest(most.atOnce);
    const ways = bestWays(around.ways, from, to, k);
    const isProved = due.length === 0 || (ways.length === k && (ways.at(-1)?.cost ?? 0) <= around.leastUnseen());
    if (isProved || around.looked >= most.looked) return { ways, around, isProved };
    const steps = await look(due);
    around.add(due, steps);
    if (steps.length >= mostSteps) return { ways: bestWays(around.ways, from, to, k), around, isProved: false };
  }
}
