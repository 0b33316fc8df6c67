// All hostile and exfiltrating queries, and a sample of disguises, through the whole of the guard against a real database.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../server/neo4j/database.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from '../queries/put-graph.ts';
import { startTestApp, type TestApp } from '../routes/test-app.ts';
import { textFault } from './alone.ts';
import { canaryText, watchCanaries, type WatchedCanaries } from './canaries.ts';
import { attacks, honestQueries, type Attack } from './corpus.ts';
import { disguises, disguisedClasses } from './disguises.ts';
import { stateOf } from './state.ts';

const { uri, user, password } = inject('neo4j');
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const answerSchema = z.looseObject({ code: z.string().optional(), truncated: z.boolean().optional() });
let database: Database;
let app: TestApp;
let canaries: WatchedCanaries;
let before: Record<string, string[]>;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
  app = await startTestApp({ database });
  canaries = await watchCanaries(driver);
  before = await stateOf(driver);
});
afterAll(async () => {
  await canaries.close();
  await app.close();
  await driver.close();
  await database.close();
});

/** What a query came to, where that is not as it must be; the limits are low so that the test ends. */
async function escaped(attack: Attack): Promise<string | undefined> {
  const mayHarm = attack.layers.includes('text') && textFault(attack) === undefined;
  if (mayHarm) return `${attack.technique}: not sent, for the text layer lets it pass: ${attack.query.slice(0, 200)}`;
  const { status, text } = await asked(attack);
  const { code, truncated } = answerSchema.parse(JSON.parse(text));
  const stopped = [400, 403, 413, 422, 504].includes(status) && code !== undefined;
  if ((stopped || (status === 200 && truncated === true)) && !text.includes(canaryText)) return undefined;
  return `${attack.technique}: ${status} ${text.slice(0, 200)}: ${attack.query.slice(0, 200)}`;
}

/** A query that was cut off may keep its place for a second, until the database has ended it, too. */
async function asked(attack: Attack): Promise<{ status: number; text: string }> {
  for (;;) {
    const response = await app.post('/api/cypher', bodyOf(attack));
    const text = await response.text();
    if (response.status !== 429) return { status: response.status, text };
    await wait(Number(response.headers.get('Retry-After')) * 1_000);
  }
}

function bodyOf({ query, parameters }: Attack): string {
  const values = Object.entries(parameters).map(([name, value]) => `${JSON.stringify(name)}:${written(value)}`);
  return `{"query":${JSON.stringify(query)},"timeoutMs":1000,"rowLimit":1000,"parameters":{${values.join(',')}}}`;
}

/** Lists in lists are written by hand, for JSON.stringify goes no deeper than the stack. */
function written(value: unknown): string {
  let depth = 0;
  let inner = value;
  for (; Array.isArray(inner) && inner.length === 1; depth += 1) inner = inner[0];
  return '['.repeat(depth) + JSON.stringify(inner) + ']'.repeat(depth);
}

/** Two at a time, which is as many as one address may run. */
async function allEscaped(list: readonly Attack[]): Promise<string[]> {
  const open = [...list];
  const found: string[] = [];
  const work = async (): Promise<void> => {
    for (let attack = open.shift(); attack !== undefined; attack = open.shift()) {
      const fault = await escaped(attack);
      if (fault !== undefined) found.push(fault);
    }
  };
  await Promise.all([work(), work()]);
  return found;
}

async function expectNothingHappened(): Promise<void> {
  expect(await stateOf(driver)).toEqual(before);
  expect(canaries.connections()).toBe(0);
  const [honest] = honestQueries();
  const answer = await app.post('/api/cypher', { query: honest?.query });
  expect(answer.status).toBe(200);
}

describe('the whole guard', () => {
  it('has canaries that tell', async () => {
    expect(await (await fetch(`http://${canaries.address}/`)).text()).toContain(canaryText);
    expect(canaries.connections()).toBe(1);
    await canaries.close();
    canaries = await watchCanaries(driver);
    expect(readFileSync(fileURLToPath(canaries.file), 'utf8')).toContain(canaryText);
  });

  it('lets no hostile query through', { timeout: 400_000 }, async () => {
    expect(await allEscaped(attacks('hostile', canaries))).toEqual([]);
    await expectNothingHappened();
  });

  it('lets no query reach for what it is not meant to have', { timeout: 120_000 }, async () => {
    expect(await allEscaped(attacks('exfiltration', canaries))).toEqual([]);
    await expectNothingHappened();
  });

  it('lets no disguise through', { timeout: 120_000 }, async () => {
    const sample = disguises(disguisedClasses(canaries), 2_000, 4).filter((_, index) => index % 20 === 0);
    expect(sample).toHaveLength(100);
    expect(await allEscaped(sample)).toEqual([]);
    await expectNothingHappened();
  });
});
