// What still holds where layers of the guard are switched off: whatever changes something or reaches outside is refused without the
// text layer, and without text and plan.
import neo4j from 'neo4j-driver';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { EntenteError } from '../../../server/errors.ts';
import { createGuard } from '../../../server/guard/guard.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from '../queries/put-graph.ts';
import { watchCanaries, type WatchedCanaries } from './canaries.ts';
import { attacks, type Attack } from './corpus.ts';
import { stateOf } from './state.ts';

const { uri, user, password } = inject('neo4j');
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
let database: Database;
let canaries: WatchedCanaries;
let everything: Attack[];
let before: Record<string, string[]>;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
  canaries = await watchCanaries(driver);
  everything = [...attacks('hostile', canaries), ...attacks('exfiltration', canaries)];
  before = await stateOf(driver);
});
afterAll(async () => {
  await canaries.close();
  await driver.close();
  await database.close();
});

/** The queries that a guard without these layers answers, and those that it has no answer to. */
async function answered(
  list: readonly Attack[],
  without: readonly ('text' | 'plan' | 'counters')[],
): Promise<string[]> {
  const guard = createGuard({ database, log: pino({ level: 'silent' }), isLocal: false, without });
  const asker = guard.free.by('127.0.0.1');
  const found: string[] = [];
  for (const { technique, query, parameters } of list) {
    const outcome = await asker.stream(query, parameters, { timeoutMs: 5_000, rowLimit: 10 }).then(
      () => 'answered',
      (error: unknown) => (error instanceof EntenteError && error.status < 500 ? 'refused' : String(error)),
    );
    if (outcome !== 'refused') found.push(`${technique}: ${outcome}: ${query}`);
  }
  guard.stop();
  return found;
}

async function expectNothingHappened(): Promise<void> {
  expect(await stateOf(driver)).toEqual(before);
  expect(canaries.connections()).toBe(0);
}

describe('a guard with layers switched off', () => {
  it('refuses without the text layer what its plans tell', { timeout: 300_000 }, async () => {
    const list = everything.filter(({ layers }) => layers.includes('plan'));
    expect(list.length).toBeGreaterThan(600);
    expect(await answered(list, ['text'])).toEqual([]);
    await expectNothingHappened();
  });

  it(
    'refuses by session and settings alone what changes the graph, the schema or users, or loads',
    { timeout: 300_000 },
    async () => {
      const list = everything.filter(({ layers }) => layers.includes('session') || layers.includes('settings'));
      expect(list.length).toBeGreaterThan(450);
      expect(await answered(list, ['text', 'plan', 'counters'])).toEqual([]);
      await expectNothingHappened();
    },
  );
});
