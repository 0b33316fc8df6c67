// Measures our layout beside bare d3-force on the same graphs in the same run: npx tsx tests/bench/layout.ts
import { forceCollide, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import type { SimulationNodeDatum } from 'd3-force';
import { layOut } from '../../server/graph/layout.ts';
import { randomProblem } from '../server/graph/make.ts';

const rounds = 5;
const ticks = 300;

/** A circle for d3-force. */
interface Circle extends SimulationNodeDatum {
  readonly id: string;
  readonly r: number;
}

/** The same graph by d3-force as its manual shows it: links, repulsion, collision of circles, 300 rounds. */
function bareForces({ nodes, edges }: ReturnType<typeof randomProblem>): void {
  const bodies = nodes.map(({ id, width }): Circle => ({ id, r: width / 2 }));
  const links = edges.map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Circle, (typeof links)[number]>(links).id(({ id }) => id),
    )
    .force('charge', forceManyBody())
    .force(
      'collide',
      forceCollide<Circle>(({ r }) => r),
    )
    .stop()
    .tick(ticks);
}

function medianMs(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

for (const [count, edgeCount] of [
  [70, 150],
  [300, 600],
  [3_000, 10_000],
] as const) {
  const problem = randomProblem(71, count, edgeCount);
  const [ours, bare] = [medianMs(() => layOut(problem)), medianMs(() => bareForces(problem))];
  process.stdout.write(
    `${count} nodes, ${edgeCount} edges: ours ${ours.toFixed(0)} ms, bare ${bare.toFixed(0)} ms, ratio ${(ours / bare).toFixed(2)}\n`,
  );
}
