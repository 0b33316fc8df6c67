// Free Cypher through all layers: text, plan, reading session, counters; once, within its lane and limits, never retried.
import { EntenteError } from '../errors.ts';
import type { Database, Json, Parameters, Plan, StreamOptions } from '../neo4j/database.ts';
import { limitLength, limitParameters } from './limits.ts';
import { checkPlan } from './plan-check.ts';
import { checkText } from './policy.ts';
import { refusalError } from './refusal.ts';
import { runInLane, type Asker, type Place } from './runs.ts';

/** The layers that a test may switch off; the reading session is the database's (`streamAccess`), the settings its server's. */
export type Layer = 'text' | 'plan' | 'counters';

/** What free queries are made of. */
export interface FreeQueryParts {
  readonly database: Pick<Database, 'explain' | 'stream' | 'streamTo'>;
  readonly place: Place;
  /** Told of what a query changed although it must not: loudly. */
  readonly onWrite: (updates: Readonly<Record<string, number>>) => void;
  /** Layers that are left out, for tests of the others; all of them hold if not said. */
  readonly without?: readonly Layer[];
}

/** Answers what strangers type. */
export interface FreeQueries {
  /**
   * What somebody at this address may ask. Its methods throw the refusals of the layers (400, 403), `too-many-queries` (429),
   * `query-timeout` (504), `query-killed-database` (502), `write-detected` (500) and `free-cypher-off` (503).
   */
  by(address: string): Asker;
  /** Plans a text that passes the first layers, without running it. */
  plan(address: string, text: string, parameters: Parameters, signal?: AbortSignal): Promise<Plan>;
}

/** One query of somebody. */
interface Query {
  readonly address: string;
  readonly text: string;
  readonly parameters: Parameters;
  readonly signal: AbortSignal | undefined;
}

const planTimeoutMs = 5_000;

/** Free queries over a database; they are off for good once one has changed anything. */
export function createFreeQueries({ database, place, onWrite, without = [] }: FreeQueryParts): FreeQueries {
  let off = false;
  const holds = (layer: Layer): boolean => !without.includes(layer);

  function check({ text, parameters }: Query): void {
    if (off) throw freeCypherOff();
    limitLength(text);
    limitParameters(parameters);
    // The route's contract lets nothing but JSON pass.
    const refusal = holds('text') ? checkText(text, parameters as Record<string, Json>) : undefined;
    if (refusal !== undefined) throw refusalError(refusal);
  }

  async function explain({ text, parameters, signal }: Query, mark: string): Promise<Plan> {
    const waiting = signal === undefined ? {} : { signal };
    return database.explain(text, parameters, { timeoutMs: planTimeoutMs, lane: 'free', mark, ...waiting });
  }

  async function run<T extends { readonly updates: Readonly<Record<string, number>> }>(
    query: Query,
    put: (options: Pick<StreamOptions, 'lane' | 'mark'>) => Promise<T>,
  ): Promise<T> {
    check(query);
    return runInLane(place, query.address, query.signal, async (mark) => {
      const refusal = holds('plan') ? checkPlan(await explain(query, mark)) : undefined;
      if (refusal !== undefined) throw refusalError(refusal);
      const answer = await put({ lane: 'free', mark });
      if (holds('counters') && Object.keys(answer.updates).length > 0) {
        off = true;
        onWrite(answer.updates);
        throw writeDetected(answer.updates);
      }
      return answer;
    });
  }

  return {
    by: (address) => ({
      stream: (text, parameters, options) =>
        run({ address, text, parameters, signal: options.signal }, (more) =>
          database.stream(text, parameters, { ...options, ...more }),
        ),
      streamTo: (text, parameters, options, receiver) =>
        run({ address, text, parameters, signal: options.signal }, (more) =>
          database.streamTo(text, parameters, { ...options, ...more }, receiver),
        ),
    }),
    async plan(address, text, parameters, signal) {
      const query = { address, text, parameters, signal };
      check(query);
      return runInLane(place, address, signal, (mark) => explain(query, mark));
    },
  };
}

function writeDetected(updates: Readonly<Record<string, number>>): EntenteError {
  return new EntenteError({
    code: 'write-detected',
    status: 500,
    message: `This query changed the database (${Object.keys(updates).join(', ')}), which no query may.`,
    advice: 'Tell whoever runs this program: free queries are off until it is started again.',
    details: { updates },
  });
}

function freeCypherOff(): EntenteError {
  return new EntenteError({
    code: 'free-cypher-off',
    status: 503,
    message: 'Free queries are off, because one of them changed the database.',
    advice: 'Use the saved queries; whoever runs this program looks into its log and starts it again.',
  });
}
