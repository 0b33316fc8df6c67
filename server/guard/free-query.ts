// Free Cypher through all layers: text, plan, reading session, counters; once, within its lane and limits, never retried.
import type { Database, Json, Parameters, Plan } from '../neo4j/database.ts';
import type { FreeSwitch } from './free-switch.ts';
import { limitLength, limitParameters } from './limits.ts';
import { checkPlan } from './plan-check.ts';
import { checkText } from './policy.ts';
import { refusalError } from './refusal.ts';
import { runInLane, type Place } from './runs.ts';
import { askThrough, withoutUpdates, type Asker, type OnWrite, type Put } from './updates.ts';

/** The layers that a test may switch off; the reading session is the database's (`streamAccess`), the settings its server's. */
export type Layer = 'text' | 'plan' | 'counters';

/** What free queries are made of. */
export interface FreeQueryParts {
  readonly database: Pick<Database, 'explain' | 'stream' | 'streamTo'>;
  readonly place: Place;
  readonly onOff: FreeSwitch;
  readonly onWrite: OnWrite;
  /** Layers that are left out, for tests of the others; all of them hold if not said. */
  readonly without?: readonly Layer[];
}

/** Answers what strangers type. */
export interface FreeQueries {
  /**
   * What somebody at this address may ask. Its methods throw the refusals of the layers (400, 403), `too-many-queries` (429),
   * `query-timeout` (504), `query-killed-database` (502), `write-detected` (500), `free-cypher-off` and `free-cypher-paused` (503).
   */
  by(address: string): Asker;
  /** Plans a text that passes the first layers, without running it. */
  plan(address: string, text: string, parameters: Parameters, signal?: AbortSignal): Promise<Plan>;
}

/** One query of somebody. */
interface Query extends Put {
  readonly address: string;
}

const planTimeoutMs = 5_000;

/** Free queries over a database, as long as they are switched on. */
export function createFreeQueries({ database, place, onOff, onWrite, without = [] }: FreeQueryParts): FreeQueries {
  const holds = (layer: Layer): boolean => !without.includes(layer);

  function check({ text, parameters }: Query): void {
    onOff.check();
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

  return {
    by: (address) =>
      askThrough(database, async (put, send) => {
        const query = { ...put, address };
        check(query);
        return runInLane(place, address, query.signal, async (mark) => {
          const refusal = holds('plan') ? checkPlan(await explain(query, mark)) : undefined;
          if (refusal !== undefined) throw refusalError(refusal);
          // Another query may have changed something since.
          onOff.check();
          const run = () => send({ lane: 'free', mark });
          return holds('counters') ? withoutUpdates(run, onWrite) : run();
        });
      }),
    async plan(address, text, parameters, signal) {
      const query = { address, text, parameters, signal };
      check(query);
      return runInLane(place, address, signal, (mark) => explain(query, mark));
    },
  };
}
