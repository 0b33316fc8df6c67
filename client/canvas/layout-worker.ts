// The worker that lays out the network, so that the page stays responsive.
import { layOut } from '../../server/graph/layout.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-message.ts';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  const answer: LayoutAnswer = { number: data.number, positions: layOut(data.input) };
  self.postMessage(answer);
};
