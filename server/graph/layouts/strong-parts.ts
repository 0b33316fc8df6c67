// Strongly connected parts of a directed graph: what lies on circles of arrows.

/**
 * For each node the number of its part; every arrow between two parts leads from a higher number to a lower one.
 * R. Tarjan, Depth-first search and linear graph algorithms, 1972; without recursion, so that long chains are no trouble.
 *
 * @param next for each node the nodes that its arrows lead to
 */
export function strongParts(next: readonly (readonly number[])[]): number[] {
  const part = next.map(() => -1);
  const order = next.map(() => -1);
  const low = next.map(() => 0);
  const stack: number[] = [];
  let [count, parts] = [0, 0];
  const enter = (node: number): { node: number; at: number } => {
    order[node] = low[node] = count++;
    stack.push(node);
    return { node, at: 0 };
  };
  for (let start = 0; start < next.length; start++) {
    if (order[start] !== -1) continue;
    const trail = [enter(start)];
    for (let here = trail.at(-1); here !== undefined; here = trail.at(-1)) {
      const { node } = here;
      const target = next[node]?.[here.at++];
      if (target === undefined) {
        trail.pop();
        const parent = trail.at(-1)?.node;
        if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
        if (low[node] === order[node]) {
          for (let member = -1; member !== node;) part[(member = stack.pop() ?? node)] = parts;
          parts += 1;
        }
      } else if (order[target] === -1) trail.push(enter(target));
      else if (part[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
    }
  }
  return part;
}
