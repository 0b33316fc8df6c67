// Labels at a zoom: none meets another, the best-connected come first, and more come with zooming in.
import { describe, expect, it } from 'vitest';
import { labelRoom, screenFont } from '../../../client/canvas/label-room.ts';
import { boxesMeet } from '../../../server/graph/boxes.ts';
import { labelBoxAt, labelMetrics } from '../../../server/graph/labels.ts';
import type { LabelCandidate } from '../../../server/graph/labels.ts';

/** A sheet of nodes in rows, closer than their labels are wide at small zooms; degrees all differ. */
function sheet(count: number, apart: number): LabelCandidate[] {
  const columns = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    x: (index % columns) * apart,
    y: Math.floor(index / columns) * 72,
    radius: 13,
    width: 80,
    height: 28,
    degree: (index * 37) % count,
  }));
}

function drawn(nodes: readonly LabelCandidate[], zoom: number) {
  const { fontSize, roomy } = labelRoom(nodes, zoom, new Set());
  const scale = fontSize / labelMetrics.fontSize;
  return nodes
    .filter(({ id }) => roomy.has(id))
    .map((node) => ({ ...node, box: labelBoxAt({ ...node, width: node.width * scale, height: node.height * scale }) }));
}

describe('labels', () => {
  it.each([0.2, 0.4, 0.7, 1, 2])('never meet among 300 entities at zoom %f', (zoom) => {
    const labels = drawn(sheet(300, 70), zoom);
    expect(labels.length).toBeGreaterThan(0);
    for (const [index, one] of labels.entries()) {
      for (const other of labels.slice(index + 1))
        expect(boxesMeet(one.box, other.box), `${one.id} ${other.id}`).toBe(false);
    }
  });

  it('go to the best-connected first', () => {
    const nodes = sheet(300, 70);
    const best = [...nodes].sort((a, b) => b.degree - a.degree)[0];
    expect(drawn(nodes, 0.2).map(({ id }) => id)).toContain(best?.id);
  });

  it('lie on no other node, but for those of the few hubs', () => {
    const nodes = sheet(300, 70);
    const hubs = new Set(
      [...nodes]
        .sort((a, b) => b.degree - a.degree)
        .slice(0, 8)
        .map(({ id }) => id),
    );
    for (const { id, box } of drawn(nodes, 0.4)) {
      const under = nodes.filter(({ id: other, x, y, radius }) => {
        const shape = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
        return other !== id && boxesMeet(shape, box);
      });
      if (!hubs.has(id)) expect(under.map((node) => `${id} on ${node.id}`)).toEqual([]);
    }
  });

  it('of lesser entities make way for the shape of a hub', () => {
    const far = sheet(120, 300).map((node) => ({ ...node, x: node.x + 5000 }));
    const hub = { id: 'hub', x: 0, y: 0, radius: 20, width: 80, height: 28, degree: 500 };
    const above = { ...hub, id: 'above', y: -60, degree: 0 };
    const ids = drawn([...far, hub, above], 0.9).map(({ id }) => id);
    expect(ids).toContain('hub');
    expect(ids).not.toContain('above');
  });

  it('become more with zooming in', () => {
    const nodes = sheet(300, 70);
    expect(drawn(nodes, 2).length).toBeGreaterThan(drawn(nodes, 0.4).length);
  });

  it('are all drawn, a little smaller, while all have room', () => {
    const { fontSize, roomy } = labelRoom(sheet(60, 100), 0.8, new Set());
    expect(roomy.size).toBe(60);
    expect(fontSize * 0.8).toBeCloseTo(9.6);
  });

  it('are never smaller than can be read, nor larger than calm', () => {
    for (const zoom of [0.1, 0.5, 0.75, 0.9, 1, 1.5, 4]) {
      const onScreen = labelRoom(sheet(60, 100), zoom, new Set()).fontSize * zoom;
      expect(onScreen).toBeGreaterThanOrEqual(screenFont.smallest);
      expect(onScreen).toBeLessThanOrEqual(screenFont.max);
    }
  });

  it('put what is selected before all others', () => {
    const nodes = sheet(300, 70);
    const drawnIds = new Set(drawn(nodes, 0.5).map(({ id }) => id));
    const left = nodes.find(({ id }) => !drawnIds.has(id))?.id ?? '';
    expect(left).not.toBe('');
    expect(labelRoom(nodes, 0.5, new Set([left])).roomy.has(left)).toBe(true);
  });
});
