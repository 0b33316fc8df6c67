// Which links join several things at the least cost in all.

/** A link between two things with what it costs. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly cost: number;
}

/**
 * The links of the cheapest tree over what they join, in the order of their cost, equal ones in their own order; several trees
 * where they do not join everything. J. Kruskal, On the shortest spanning subtree of a graph, 1956.
 */
export function cheapestTree<L extends Link>(links: readonly L[]): L[] {
  const group = new Map<string, string>();
  const headOf = (id: string): string => {
    const next = group.get(id) ?? id;
    return next === id ? id : headOf(next);
  };
  return [...links]
    .sort((a, b) => a.cost - b.cost)
    .filter(({ from, to }) => {
      const [a, b] = [headOf(from), headOf(to)];
      if (a === b) return false;
      group.set(a, b);
      return true;
    });
}
