// From the moment a client goes away to the moment its query is gone from the database, over HTTP:
// node --import tsx tests/bench/cancel.ts [times]
import { setTimeout as wait } from 'node:timers/promises';
import { parseStatement } from '../../server/neo4j/statements.ts';
import { quantile, startBench } from './own-database.ts';

const [times = 100] = process.argv.slice(2).map(Number);
const bench = await startBench();
const { app, opened } = bench;
const show = parseStatement(
  'bench',
  'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $name RETURN count(*) AS running',
);

try {
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) took.push(await cancelOne(`cancelled${at}`));
  const figure = (share: number) => `${quantile(took, share).toFixed(0)} ms`;
  console.log(
    `${times} queries whose client went away, gone from SHOW TRANSACTIONS (asking takes ${(await askMs()).toFixed(0)} ms):`,
  );
  console.log(`median ${figure(0.5)}, 95th percentile ${figure(0.95)}, longest ${figure(1)}`);
} finally {
  await bench.close();
}

async function cancelOne(name: string): Promise<number> {
  const gone = new AbortController();
  const unwound = ['a', 'b', 'c', 'd'].map((each) => `UNWIND range(1, 1000) AS ${each}`).join(' ');
  const sent = fetch(`${app.origin}/api/cypher`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: `${unwound} RETURN count(*) AS ${name}`, parameters: {} }),
    signal: gone.signal,
  });
  sent.catch(() => undefined);
  const refused = sent.then(
    ({ status }) => status === 429,
    () => false,
  );
  while ((await running(name)) === 0) {
    // The places of the two before are free again as soon as the watch has seen them end.
    if (await Promise.race([refused, wait(5, false)])) return wait(50).then(() => cancelOne(name));
  }
  const began = performance.now();
  gone.abort();
  while ((await running(name)) > 0) continue;
  return performance.now() - began;
}

async function running(name: string): Promise<number> {
  const [row] = await opened.db.read(show, { name });
  return Number(row?.['running']);
}

async function askMs(): Promise<number> {
  const began = performance.now();
  for (let at = 0; at < 20; at += 1) await running('nothing');
  return (performance.now() - began) / 20;
}
