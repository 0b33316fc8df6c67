// The plan layer on its own against the corpora, and honest queries through the whole guard over the shipped data.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../server/neo4j/database.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { putGraph } from '../queries/put-graph.ts';
import { startTestApp, type TestApp } from '../routes/test-app.ts';
import { planFault } from './alone.ts';
import { attacks, honestQueries } from './corpus.ts';

const answerSchema = z.looseObject({ rows: z.array(z.unknown()) });
const honest = honestQueries();
/** So many may be refused: one in a hundred. */
const most = Math.floor(honest.length / 100);
let database: Database;
let app: TestApp;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, 'data/seed');
  app = await startTestApp({ database });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

describe('the plan layer', () => {
  it('refuses every attack that it is expected to refuse', { timeout: 300_000 }, async () => {
    const passing: string[] = [];
    for (const attack of [...attacks('hostile'), ...attacks('exfiltration')]) {
      if (!attack.layers.includes('plan')) continue;
      if ((await planFault(attack, database)) === undefined) passing.push(`${attack.technique}: ${attack.query}`);
    }
    expect(passing).toEqual([]);
  });

  it('lets every honest query through but one in a hundred', { timeout: 120_000 }, async () => {
    const refused: string[] = [];
    for (const query of honest) {
      const fault = await planFault(query, database);
      if (fault !== undefined) refused.push(`${query.name}: ${fault}`);
    }
    expect(refused.slice(most)).toEqual([]);
  });
});

describe('honest queries', () => {
  it('are answered through the whole guard, nearly all of them with rows', { timeout: 120_000 }, async () => {
    const refused: string[] = [];
    let answered = 0;
    for (const { name, query, parameters } of honest) {
      const response = await app.post('/api/cypher', { query, parameters });
      const text = await response.text();
      if (response.status !== 200) refused.push(`${name}: ${text}`);
      else if (answerSchema.parse(JSON.parse(text)).rows.length > 0) answered += 1;
    }
    expect(refused.slice(most)).toEqual([]);
    expect(answered).toBeGreaterThanOrEqual(150);
  });
});
