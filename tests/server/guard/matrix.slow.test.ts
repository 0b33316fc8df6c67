// The matrix: which layer of the guard stops which class of attack, each layer tried with the others out of the way.
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inject } from 'vitest';
import type { Database } from '../../../server/neo4j/database.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from '../queries/put-graph.ts';
import { stateOf } from './state.ts';
import { expectedMatrix, leastRefusals, matrixOf, tryEverything, type Trial } from './matrix.ts';

const { uri, user, password } = inject('neo4j');
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { maxTransactionRetryTime: 0 });
let database: Database;
let trials: Trial[];
let before: Record<string, unknown>;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
  before = await graphOf();
  trials = await tryEverything({ database, driver }, expectedMatrix());
}, 300_000);
afterAll(async () => {
  await driver.close();
  await database.close();
});

/** Names that a rolled back transaction has made stay known to the database, so they are left out. */
async function graphOf(): Promise<Record<string, unknown>> {
  const { 'labels.cypher': _, 'property-keys.cypher': __, ...graph } = await stateOf(driver);
  return graph;
}

describe('the matrix of attacks and layers', () => {
  it('is as it is written down', () => {
    expect(matrixOf(trials)).toEqual(expectedMatrix());
  });

  it('stops whatever would change something or reach for files and the network by two layers at least', () => {
    const weak = [...leastRefusals(trials)].filter(([, refusals]) => refusals < 2);
    expect(weak).toEqual([]);
  });

  it('was tried without leaving anything behind', async () => {
    expect(await graphOf()).toEqual(before);
  });
});
