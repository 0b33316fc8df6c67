// Puts a query to one layer of the guard alone, with all others out of the way.
import type { Driver } from 'neo4j-driver';
import type { Database } from '../../../server/neo4j/database.ts';
import { EntenteError } from '../../../server/errors.ts';
import { limitLength, limitParameters } from '../../../server/guard/limits.ts';
import { checkPlan } from '../../../server/guard/plan-check.ts';
import { checkText } from '../../../server/guard/policy.ts';
import type { Attack, Layer } from './corpus.ts';

/** What a layer does with a query: `detects` where it only tells afterwards. */
export type Verdict = 'refuses' | 'detects' | 'passes';

/** What the layers work with; the driver is one that may write. */
export interface Means {
  readonly database: Pick<Database, 'explain' | 'stream'>;
  readonly driver: Pick<Driver, 'session'>;
}

/** By which the database says that its settings forbid an address or a file. */
const bySettings = /ExternalResourceFailed/;
/** What is told when a limit ends a query. */
const limitCodes = ['query-timeout', 'query-memory', 'cell-too-large', 'row-too-large'];
/** What says nothing of a query: the database was not there, or not asked. */
const outages = ['database-unreachable', 'database-busy', 'connection-lost', 'driver-changed', 'wrong-password'];
const timeoutMs = 1_000;

/**
 * What one layer does with a query. Settings and counters are tried in a transaction that may write and is rolled back, so only
 * what may be written there; the limits are a second and a thousand rows.
 */
export async function alone(layer: Layer, attack: Attack, means: Means): Promise<Verdict> {
  switch (layer) {
    case 'text':
      return textFault(attack) === undefined ? 'passes' : 'refuses';
    case 'plan':
      return (await planFault(attack, means.database)) === undefined ? 'passes' : 'refuses';
    case 'session':
      return (await outcome(attack, means)) === 'refused' ? 'refuses' : 'passes';
    case 'limits':
      return (await outcome(attack, means)) === 'answered' ? 'passes' : 'refuses';
    case 'settings':
    case 'counters':
      return written(layer, attack, means);
  }
}

/** The code with which the text layer refuses a query and its parameters: too long, or against the policy. */
export function textFault({ query, parameters }: Pick<Attack, 'query' | 'parameters'>): string | undefined {
  try {
    limitLength(query);
    limitParameters(parameters);
    return checkText(query, parameters)?.code;
  } catch (error) {
    if (error instanceof EntenteError) return error.code;
    throw error;
  }
}

/** The code with which the plan layer refuses a query, or with which the database does not plan it. */
export async function planFault(
  { query, parameters }: Pick<Attack, 'query' | 'parameters'>,
  database: Pick<Database, 'explain'>,
): Promise<string | undefined> {
  try {
    return checkPlan(await database.explain(query, parameters))?.code;
  } catch (error) {
    return answered(error).code;
  }
}

/** How a query ends in a session that only reads, within its limits. */
async function outcome(
  { query, parameters }: Attack,
  { database }: Means,
): Promise<'answered' | 'cut' | 'not loaded' | 'refused'> {
  try {
    const { truncated } = await database.stream(query, parameters, { timeoutMs, rowLimit: 1_000 });
    return truncated ? 'cut' : 'answered';
  } catch (error) {
    const { code, details } = answered(error);
    if (bySettings.test(String(details?.['databaseCode']))) return 'not loaded';
    return limitCodes.includes(code) ? 'cut' : 'refused';
  }
}

/** The error by which a query was answered; anything else is thrown on, so that no outage looks like a layer that holds. */
function answered(error: unknown): EntenteError {
  if (error instanceof EntenteError && !outages.includes(error.code)) return error;
  throw error;
}

async function written(layer: 'settings' | 'counters', attack: Attack, { driver }: Means): Promise<Verdict> {
  const session = driver.session();
  const transaction = session.beginTransaction({ timeout: 5_000 });
  try {
    const { summary } = await transaction.run(attack.query, attack.parameters);
    const changed = summary.counters.containsUpdates() || summary.counters.containsSystemUpdates();
    return layer === 'counters' && changed ? 'detects' : 'passes';
  } catch (error) {
    return layer === 'settings' && bySettings.test(String(Object(error).code)) ? 'refuses' : 'passes';
  } finally {
    await transaction.rollback().catch(() => undefined);
    await session.close();
  }
}
