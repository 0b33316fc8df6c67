// The request of a picture for tests: the test graph with hostile and foreign names added.
import type { Graph } from '../../../data/model/graph.ts';
import type { PictureRequest } from '../../../server/snapshot/picture.ts';
import { makeItem, makeNode, makeRelation, vocabulary } from '../graph/make.ts';

/** Names as they come from anywhere: alphabets, direction, markup, invisible characters, length. */
export const foreignNames: Readonly<Record<string, string>> = {
  turkish: 'Dilan Yeşilgöz',
  cyrillic: 'Володимир Зеленський',
  greek: 'Κυριάκος',
  polish: 'Łódź Źdźbło',
  decomposed: 'Türkiye'.normalize('NFD'),
  hebrew: 'משרד הביטחון',
  arabic: 'وزارة الدفاع',
  chinese: '国防部',
  markup: '<img src=x onerror=alert(1)>',
  quotes: `"' onload='x' & ]]> <!--`,
  override: 'safe\u202Egnp.exe\u202C',
  zeroWidth: 'Ger\u200Bma\u200Dny\uFEFF',
  onlyZeroWidth: '\u200B\u200B\u2060',
  controls: 'a\u0000b\u0007c\u001B[31m\uD800',
  piled: `Z${'\u0301'.repeat(500)}algo`,
  long: 'word '.repeat(20_000),
};

/** A small graph in which every foreign name has a relation with two sources. */
export function foreignGraph(): Graph {
  const nodes = Object.entries(foreignNames).map(([id, name]) => makeNode(id, { name, type: 'Organisation' }));
  const germany = makeNode('germany', { name: 'Germany', names: { en: 'Germany', de: 'Deutschland' } });
  const relations = nodes.map(({ id }, index) =>
    makeRelation('germany', 'COOPERATES_WITH', id, {
      disputed: index % 5 === 0,
      ...(index % 3 === 0 ? { status: 'planned' } : {}),
      evidence: [makeItem(index % 2 === 0 ? 'first' : 'second'), makeItem('third')],
    }),
  );
  return { nodes: [germany, ...nodes], relations };
}

export function makeRequest(rest: Partial<PictureRequest> = {}): PictureRequest {
  const source = (id: string, name: string, title: string) =>
    makeNode(id, {
      type: 'Source',
      name,
      date: '2026-04-15',
      properties: { title, reliability: 'B', url: 'https://example.org/a?b=1&c=2' },
    });
  return {
    graph: foreignGraph(),
    title: 'Who cooperates with whom?',
    date: '2026-04-15',
    lang: 'en',
    theme: 'light',
    format: 'svg',
    dataset: { title: { en: 'Test graph' }, version: '1.2.3', hash: 'sha256:0123456789abcdef0123' },
    sources: [
      source('first', 'First', 'The <b>first</b> title'),
      source('second', 'Second', 'Другий'),
      source('third', 'Third', 'C'),
    ],
    vocabulary,
    ...rest,
  };
}
