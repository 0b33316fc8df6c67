// From a query that kills the database to the next answer, beside a cold start in the same run:
// node --import tsx tests/bench/killed.ts [times]
import { setTimeout as wait } from 'node:timers/promises';
import { quantile, startBench } from './own-database.ts';

const [times = 3] = process.argv.slice(2).map(Number);
const bomb = 'RETURN size(reduce(s = "ab", i IN range(1, 40) | s + s)) AS n';
const cold: number[] = [];
const again: number[] = [];
for (let at = 0; at < times; at += 1) {
  // The first start makes the store; what is compared is a start of one that is there.
  const bench = await startBench({ without: ['text'] });
  const { app, opened } = bench;
  try {
    const ask = (query: string) => app.post('/api/cypher', { query, parameters: {}, timeoutMs: 60_000 });
    const began = performance.now();
    await opened.restart?.();
    while ((await ask('RETURN 1 AS one')).status !== 200) await wait(20);
    cold.push(performance.now() - began);
    const killed = await ask(bomb);
    if (killed.status !== 502) throw new Error(`The bomb was answered with ${killed.status}: ${await killed.text()}`);
    const died = performance.now();
    while ((await ask('RETURN 1 AS one')).status !== 200) await wait(20);
    again.push(performance.now() - died);
  } finally {
    await bench.close();
  }
}
const seconds = (values: readonly number[]) => values.map((ms) => (ms / 1_000).toFixed(1)).join(', ');
console.log(`stop and cold start, to the first answer: ${seconds(cold)} s`);
console.log(`from the answer of the query that killed it to the next answer: ${seconds(again)} s`);
console.log(`ratio of the medians: ${(quantile(again, 0.5) / quantile(cold, 0.5)).toFixed(2)} (at most 2 is the aim)`);
