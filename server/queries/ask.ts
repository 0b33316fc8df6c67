// Puts a query to the database, once, within its limits, and shapes the answer.
import { z } from 'zod';
import type { QueryAnswer } from '../contract/shapes.ts';
import type { Database, Parameters } from '../neo4j/database.ts';
import { entitiesAmong, graphOf, missingEnds, referRows } from './answer.ts';
import { readRows, type Reading } from './reading.ts';
import { nodeValueSchema } from './rows.ts';

/** A reading that may also put free queries. */
export interface Asking extends Reading {
  readonly database: Pick<Database, 'read' | 'stream'>;
}

/** A query with its limits. */
export interface Question {
  readonly text: string;
  readonly parameters: Parameters;
  readonly timeoutMs: number;
  readonly rowLimit: number;
}

const endRow = z.object({ elementId: z.string(), node: nodeValueSchema });

/** The answer to a query: rows, and the entities and relations in them; an entity at an unseen end of a relation is fetched. */
export async function ask(asking: Asking, question: Question): Promise<QueryAnswer> {
  const { text, parameters, timeoutMs, rowLimit } = question;
  const waiting = asking.signal === undefined ? {} : { signal: asking.signal };
  const answer = await asking.database.stream(text, parameters, { timeoutMs, rowLimit, ...waiting });
  const elementIds = missingEnds(answer);
  const ends =
    elementIds.length === 0 ? [] : await readRows(asking, 'list-nodes-by-element-id', { elementIds }, endRow);
  const nodes = [...answer.nodes, ...ends.map(({ elementId, node }) => ({ elementId, ...node }))];
  const graph = graphOf(answer.relations, entitiesAmong(nodes, asking.vocabulary), asking.vocabulary);
  return {
    columns: answer.columns,
    rows: referRows(answer.rows, graph),
    graph,
    truncated: answer.truncated,
    rowLimit,
    durationMs: answer.elapsedMs,
  };
}
