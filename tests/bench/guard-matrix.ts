// Prints the matrix of attacks and layers of the guard as it is found by trying, and what the corpora come to:
// `NEO4J_URI=… NEO4J_PASSWORD=… npx tsx tests/bench/guard-matrix.ts` on a database with nothing in it that matters.
import neo4j from 'neo4j-driver';
import { createDatabase } from '../../server/neo4j/driver-database.ts';
import { planFault, textFault } from '../server/guard/alone.ts';
import { attacks, honestQueries, type Attack } from '../server/guard/corpus.ts';
import { disguisedClasses, disguises } from '../server/guard/disguises.ts';
import { expectedMatrix, leastRefusals, matrixOf, matrixTable, tryEverything } from '../server/guard/matrix.ts';

const { NEO4J_URI = 'bolt://127.0.0.1:7687', NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), { maxTransactionRetryTime: 0 });
const database = createDatabase({ driver });
const expected = expectedMatrix();

/** How many of the queries the text layer refuses, and how many of the others the plan layer; those that must not be planned are left out there. */
async function outcomes(queries: readonly Pick<Attack, 'query' | 'parameters' | 'class'>[]): Promise<string> {
  const passing = queries.filter((query) => textFault(query) === undefined);
  let planned = 0;
  for (const query of passing.filter((each) => expected[each.class]?.plan !== 'untried'))
    if ((await planFault(query, database)) !== undefined) planned += 1;
  const rest = passing.length - planned;
  return `${queries.length} queries: ${queries.length - passing.length} refused by the text, ${planned} more by the plan, ${rest} let through to the limits`;
}

try {
  const trials = await tryEverything({ database, driver }, expected);
  process.stdout.write(`${matrixTable(matrixOf(trials))}\n\n`);
  const least = Math.min(...leastRefusals(trials).values());
  process.stdout.write(
    `whatever changes something or reaches for files and the network is refused by ${least} layers or more\n`,
  );
  process.stdout.write(`hostile: ${await outcomes(attacks('hostile'))}\n`);
  process.stdout.write(`exfiltrating: ${await outcomes(attacks('exfiltration'))}\n`);
  process.stdout.write(`disguised: ${await outcomes(disguises(disguisedClasses(), 2_000, 4))}\n`);
  process.stdout.write(`honest: ${await outcomes(honestQueries().map((query) => ({ ...query, class: 'honest' })))}\n`);
} finally {
  await database.close();
}
