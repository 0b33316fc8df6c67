// Puts a query to the database, once, within its limits, and shapes the answer: whole, or in lines as its rows come.
import { z } from 'zod';
import type { Graph } from '../../data/model/graph.ts';
import type { AnswerLine, QueryAnswer, SavedQuery } from '../contract/shapes.ts';
import type { Database, Json, Parameters, Portion, StreamEnd, StreamOptions } from '../neo4j/database.ts';
import { entitiesAmong, graphOf, missingEnds, References, referRows, type EntitiesByElement } from './answer.ts';
import { readRows, type Reading } from './reading.ts';
import { nodeValueSchema } from './rows.ts';

/** A reading that may also put what people wrote. */
export interface Asking extends Reading {
  readonly database: Pick<Database, 'read' | 'stream' | 'streamTo'>;
}

/** A query with its limits. */
export interface Question {
  readonly text: string;
  readonly parameters: Parameters;
  readonly timeoutMs: number;
  readonly rowLimit: number;
  /** Of a saved query: whether it came with the program or is somebody's own. */
  readonly origin?: SavedQuery['origin'];
}

/** Rows with references, and what is referred to and has not been sent before. */
type ShapedPortion = { readonly rows: Json[][]; readonly graph: Graph };

const endRow = z.object({ elementId: z.string(), node: nodeValueSchema });

/** The answer to a query: rows, and the entities and relations in them; an entity at an unseen end of a relation is fetched. */
export async function ask(asking: Asking, question: Question): Promise<QueryAnswer> {
  const { text, parameters, rowLimit } = question;
  const answer = await asking.database.stream(text, parameters, optionsOf(asking, question));
  const shaped = await new Shaping(asking).shape(answer);
  return { columns: answer.columns, ...shaped, ...endOf(answer), rowLimit };
}

/** The same in lines: columns, portions, end. What `write` returns is waited for before more is read. */
export async function askInLines(
  asking: Asking,
  question: Question,
  write: (line: AnswerLine) => Promise<void>,
): Promise<StreamEnd> {
  const { text, parameters, rowLimit } = question;
  const shaping = new Shaping(asking);
  const end = await asking.database.streamTo(text, parameters, optionsOf(asking, question), {
    columns: (columns) => write({ columns }),
    portion: async (portion) => write(await shaping.shape(portion)),
  });
  await write({ end: { ...endOf(end), rowLimit, rows: end.rows } });
  return end;
}

function optionsOf({ signal }: Asking, { timeoutMs, rowLimit }: Question): StreamOptions {
  return { timeoutMs, rowLimit, ...(signal === undefined ? {} : { signal }) };
}

function endOf({ truncated, truncatedBy, elapsedMs }: Omit<StreamEnd, 'rows'>) {
  return { truncated, ...(truncatedBy === undefined ? {} : { truncatedBy }), durationMs: elapsedMs };
}

/** Shapes one portion after the other and remembers what has been sent. */
class Shaping {
  readonly #asking: Asking;
  readonly #entities = new Map<string, Graph['nodes'][number]>();
  readonly #references = new References();

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  async shape(portion: Portion): Promise<ShapedPortion> {
    const fresh = await this.#entitiesIn(portion);
    for (const [elementId, entity] of fresh) this.#entities.set(elementId, entity);
    const { relations } = graphOf(portion.relations, this.#entities, this.#asking.vocabulary);
    const graph = { nodes: [...fresh.values()], relations };
    return { rows: referRows(portion.rows, this.#references.add(graph)), graph };
  }

  /** Entities of the portion and at the ends of its relations that no earlier portion had. */
  async #entitiesIn(portion: Portion): Promise<EntitiesByElement> {
    const isNew = (elementId: string) => !this.#entities.has(elementId);
    const elementIds = missingEnds(portion).filter(isNew);
    const ends =
      elementIds.length === 0 ? [] : await readRows(this.#asking, 'list-nodes-by-element-id', { elementIds }, endRow);
    const nodes = [...portion.nodes, ...ends.map(({ elementId, node }) => ({ elementId, ...node }))];
    return entitiesAmong(
      nodes.filter(({ elementId }) => isNew(elementId)),
      this.#asking.vocabulary,
    );
  }
}
