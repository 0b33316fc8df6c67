// A saved query by 64 clients over HTTP, beside the same query by bare driver with as many, in one run:
// node --import tsx tests/bench/saved-throughput.ts [clients] [requests] [query]
import neo4j from 'neo4j-driver';
import { readProgram } from '../../server/neo4j/local/run-file.ts';
import { readPassword } from '../../server/neo4j/local/password.ts';
import { join } from 'node:path';
import { quantile, startBench } from './own-database.ts';

const [clientsText = '64', requestsText = '2000', id = 'who-finances-what-for-whom'] = process.argv.slice(2);
const [clients, requests] = [Number(clientsText), Number(requestsText)];
const bench = await startBench();
const { app, home } = bench;
const folder = join(home, 'neo4j');
const uri = `bolt://127.0.0.1:${readProgram(folder)?.port}`;
const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', readPassword(folder) ?? ''), { maxConnectionPoolSize: 40 });

try {
  const { text, parameters } = (await (await app.get(`/api/queries/${id}`)).json()) as {
    text: string;
    parameters: { name: string; default?: unknown }[];
  };
  const values = Object.fromEntries(parameters.map(({ name, default: usual = null }) => [name, usual]));
  const overHttp = async () => {
    const response = await app.post(`/api/queries/${id}/run`, { parameters: {} });
    const answer = (await response.json()) as { rows?: unknown[] };
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer.rows?.length ?? 0;
  };
  const bare = async () => {
    const session = driver.session({ defaultAccessMode: neo4j.session.READ });
    const { records } = await session.run(text, values);
    await session.close();
    return records.length;
  };
  for (const ask of [overHttp, bare]) await load(ask, 300);
  const rates: Record<'http' | 'bare', number[]> = { http: [], bare: [] };
  for (let round = 0; round < 3; round += 1) {
    rates.http.push(await load(overHttp, requests, 'over HTTP'));
    rates.bare.push(await load(bare, requests, 'by bare driver'));
  }
  const [http, plain] = [quantile(rates.http, 0.5), quantile(rates.bare, 0.5)];
  console.log(`${id}, ${clients} clients: ${http.toFixed(0)} a second over HTTP, ${plain.toFixed(0)} by bare driver`);
  console.log(`ratio ${(http / plain).toFixed(2)}`);
} finally {
  await driver.close();
  await bench.close();
}

/** How many answers a second `clients` get who each ask again as soon as they have one. */
async function load(ask: () => Promise<number>, total: number, name?: string): Promise<number> {
  let left = total;
  const took: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) {
        const asked = performance.now();
        await ask();
        took.push(performance.now() - asked);
      }
    }),
  );
  const rate = (total / (performance.now() - began)) * 1_000;
  if (name !== undefined)
    console.log(
      `${name}: ${rate.toFixed(0)} a second, median ${quantile(took, 0.5).toFixed(0)} ms, 95th percentile ${quantile(took, 0.95).toFixed(0)} ms`,
    );
  return rate;
}
