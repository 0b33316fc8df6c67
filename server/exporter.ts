// Makes the picture of entities or of a query's answer: reads what is shown, its sources and its data sets, and has it drawn.
import type { Graph, GraphNode, GraphRelation } from '../data/model/graph.ts';
import type { Vocabulary } from '../data/model/vocabulary.ts';
import type { ExportRequest } from './contract/export.ts';
import { EntenteError } from './errors.ts';
import type { Database } from './neo4j/database.ts';
import { readDatasets } from './queries/datasets.ts';
import { readEntities, type Reading } from './queries/reading.ts';
import { readSubgraph } from './queries/subgraph.ts';
import { renderPicture, type PictureFile } from './snapshot/picture.ts';

/** How a picture is wanted; everything but which graph it shows. */
export type PictureWish = Pick<ExportRequest, 'title' | 'date' | 'lang' | 'theme' | 'format' | 'scale' | 'positions'>;

/** Draws pictures of what the database holds. */
export interface Exporter {
  /** The picture of entities and the relations among them. @throws {EntenteError} `unknown-entities`, `unknown-relations`, `picture-too-large` */
  render(request: ExportRequest, signal?: AbortSignal): Promise<PictureFile>;
  /** The picture of exactly this graph. @throws {EntenteError} `nothing-to-draw`, `picture-too-large` */
  renderGraph(graph: Graph, wish: PictureWish, signal?: AbortSignal): Promise<PictureFile>;
}

/** An exporter over a database; `today` gives the date that is printed where none is asked for, `YYYY-MM-DD`. */
export function createExporter(
  database: Pick<Database, 'read'>,
  vocabulary: Vocabulary,
  today: () => string = localToday,
): Exporter {
  const readingFor = (signal?: AbortSignal): Reading => ({
    database,
    vocabulary,
    ...(signal === undefined ? {} : { signal }),
  });

  async function renderGraph(graph: Graph, wish: PictureWish, signal?: AbortSignal): Promise<PictureFile> {
    if (graph.nodes.length === 0) throw nothingToDraw();
    const reading = readingFor(signal);
    const [datasets, sources] = await Promise.all([readDatasets(reading), readSourcesOf(reading, graph)]);
    return renderPicture({
      ...wish,
      graph,
      date: wish.date ?? today(),
      dataset: datasets.map(({ state }) => state),
      sources,
      vocabulary,
    });
  }

  async function render(request: ExportRequest, signal?: AbortSignal): Promise<PictureFile> {
    const { ids, relations: chosen, ...wish } = request;
    const found = await readSubgraph(readingFor(signal), ids, { evidence: true, structural: chosen !== undefined });
    if (found.missing.length > 0) throw unknown('entities', found.missing);
    const relations = chosen === undefined ? found.relations : relationsNamed(chosen, found.relations);
    return renderGraph({ nodes: found.nodes, relations }, wish, signal);
  }

  return { render, renderGraph };
}

/** Those of the relations that are named, in the order that they have. */
function relationsNamed(ids: readonly string[], relations: readonly GraphRelation[]): GraphRelation[] {
  const named = new Set(ids);
  const found = relations.filter(({ id }) => named.has(id));
  const known = new Set(found.map(({ id }) => id));
  const missing = [...named].filter((id) => !known.has(id));
  if (missing.length > 0) throw unknown('relations', missing);
  return found;
}

/** The sources of the relations, and those who publish them, so that they can be named. */
async function readSourcesOf(reading: Reading, graph: Graph): Promise<GraphNode[]> {
  const ids = graph.relations.flatMap(({ evidence }) => evidence.map(({ source }) => source));
  const sources = await readEntities(reading, [...new Set(ids)].sort(), false);
  const publishers = sources.map(({ properties }) => properties['publisher']).filter((id) => typeof id === 'string');
  return [...sources, ...(await readEntities(reading, [...new Set(publishers)].sort(), false))];
}

function localToday(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function nothingToDraw(): EntenteError {
  return new EntenteError({
    code: 'nothing-to-draw',
    status: 400,
    message: 'There is no entity to draw.',
    advice: 'Choose a query or entities that have an answer.',
  });
}

function unknown(what: 'entities' | 'relations', ids: readonly string[]): EntenteError {
  const where = what === 'entities' ? 'in the graph' : 'among these entities';
  return new EntenteError({
    code: `unknown-${what}`,
    status: 400,
    message: `These ${what} are not ${where}: ${ids.slice(0, 20).join(', ')}.`,
    advice: 'Leave them out, or load the data set that holds them.',
    details: { ids },
  });
}
