// Finds positions for entities: measures their labels here and lays them out in the worker.
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { drawingOf } from '../../server/graph/drawing.ts';
import type { LayoutInput } from '../../server/graph/layout.ts';
import { labelIn } from '../../server/graph/sentences.ts';
import type { Arrange, Nodes, Positions, Relations } from '../state/shown.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-message.ts';
import { haloInLayout } from './label-room.ts';
import { loadLabelFont, measureLabel } from './measure.ts';

/** What the layout depends on besides the network. */
export interface ArrangeContext {
  readonly vocabulary: Vocabulary;
  readonly lang: string;
  /** Width over height of the canvas. */
  readonly aspect: number;
}

/** Makes the function that lays out; its worker starts at once, so that it is there when the first network is. */
export function createArrange(contextNow: () => Promise<ArrangeContext | undefined>): Arrange {
  const inWorker = createWorkerLayout();
  return async (nodes, relations, fixed) => {
    const context = await contextNow();
    if (context === undefined || nodes.size === 0) return {};
    await loadLabelFont([...nodes.values()].map((node) => labelIn(node, context.lang)));
    return inWorker(layoutInput(nodes, relations, context, fixed));
  };
}

function layoutInput(nodes: Nodes, relations: Relations, context: ArrangeContext, fixed?: Positions): LayoutInput {
  const graph = { nodes: [...nodes.values()], relations: [...relations.values()] };
  const { vocabulary, lang } = context;
  const drawn = drawingOf(graph, { vocabulary, lang, theme: 'light', measure: measureLabel });
  return {
    nodes: drawn.nodes.map(({ id, width, height, radius }) => ({ id, width: width + haloInLayout, height, radius })),
    edges: drawn.relations.map(({ relation }) => ({ from: relation.from, to: relation.to })),
    aspect: context.aspect,
    ...(fixed ? { fixed } : {}),
  };
}

function createWorkerLayout(): (input: LayoutInput) => Promise<Positions> {
  const waiting = new Map<number, { resolve: (positions: Positions) => void; reject: (error: Error) => void }>();
  let last = 0;
  const start = () => {
    const started = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      waiting.get(data.number)?.resolve(data.positions);
      waiting.delete(data.number);
    };
    started.onerror = () => {
      for (const { reject } of waiting.values()) reject(new Error('The layout worker has failed.'));
      waiting.clear();
      worker = undefined;
    };
    return started;
  };
  let worker: Worker | undefined = start();
  return (input) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const request: LayoutRequest = { number: ++last, input };
      waiting.set(request.number, { resolve, reject });
      worker.postMessage(request);
    });
}
