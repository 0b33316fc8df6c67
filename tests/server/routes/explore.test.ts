// State, overview, search, entities, neighbours, subgraph and sources over the real database and the small test graph.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../server/contract/endpoint.ts';
import { entity, neighbours, overview, search, source, sources, subgraph } from '../../../server/contract/explore.ts';
import { health, ready, vocabulary } from '../../../server/contract/state.ts';
import { useTurn } from '../../neo4j/support.ts';
import { ids, startGraphApp, type GraphApp } from './graph-app.ts';

useTurn();
let graph: GraphApp;
beforeAll(async () => {
  graph = await startGraphApp();
});
afterAll(() => graph.close());
const call: GraphApp['call'] = (...given) => graph.call(...given);

describe('the state of things', () => {
  it('is healthy and ready, with the data set', async () => {
    await call(health, '/api/health');
    const { datasets, ...rest } = await call(ready, '/api/ready');
    expect(rest).toEqual({ ready: true, database: 'up' });
    expect(datasets).toMatchObject([{ id: 'fixture', title: { en: 'Test graph' }, entities: 58, relations: 80 }]);
    expect(datasets[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(Number.isNaN(Date.parse(datasets[0]?.ingestedAt ?? ''))).toBe(false);
  });

  it('has the vocabulary, with how many there are of each type', async () => {
    const answer = await call(vocabulary, '/api/vocabulary');
    expect(answer.vocabulary.relations['FINANCES']?.sentence['en']).toBe('{from} finances {to}');
    expect(answer.counts.types).toMatchObject({ Country: 6, Commitment: 3, Source: 4 });
    expect(Object.values(answer.counts.types).reduce((sum, count) => sum + count)).toBe(58);
    expect(Object.values(answer.counts.relations).reduce((sum, count) => sum + count)).toBe(80);
  });
});

describe('the overview', () => {
  it('is what the data set declares, and the relations among it', async () => {
    const answer = await call(overview, '/api/overview?limit=8&evidence=false');
    expect(ids(answer.nodes)).toEqual([
      'germany',
      'italy',
      'ukraine',
      'de-it-agreement',
      'ua-raytheon-contract',
      'nl-drone-money',
      'nato',
      'eurofighter',
    ]);
    expect(ids(answer.relations)).toEqual([
      'germany--cooperates-with--italy',
      'germany--cooperates-with--italy--space',
      'germany--finances--ua-raytheon-contract',
      'germany--member-of--nato',
      'germany--party-to--de-it-agreement',
      'italy--member-of--nato',
      'italy--party-to--de-it-agreement',
      'nl-drone-money--benefits--ukraine',
      'ukraine--party-to--ua-raytheon-contract',
    ]);
    expect(answer).toMatchObject({ total: 9, truncated: false, totalEntities: 54 });
  });

  it('widens to everything but documents', async () => {
    const { nodes, relations } = await call(overview, '/api/overview?limit=5000');
    expect(nodes).toHaveLength(54);
    expect(relations).toHaveLength(76);
    expect(nodes.some(({ type }) => type === 'Source')).toBe(false);
    expect(nodes[0]?.evidence.length).toBeGreaterThan(0);
  });
});

describe('search', () => {
  const first = async (q: string, more = '') => {
    const { hits } = await call(search, `/api/search?q=${encodeURIComponent(q)}${more}`);
    return hits[0] === undefined ? undefined : [hits[0].node.id, hits[0].matched];
  };

  it.each([
    ['Germany', ['germany', 'Germany']],
    ['germ', ['germany', 'Germany']],
    ['Deutschland', ['germany', 'Deutschland']],
    ['bundesrepublik', ['germany', 'Bundesrepublik Deutschland']],
    ['Germny', ['germany', 'Germany']],
    ['Yesilgoz', ['dilan-yesilgoz', 'Dilan Yeşilgöz']],
    ['yeşil', ['dilan-yesilgoz', 'Dilan Yeşilgöz']],
    ['YEŞILGÖZ zeg', ['dilan-yesilgoz', 'Dilan Yeşilgöz-Zegerius']],
    ['Turkiye', ['turkey', 'Türkiye']],
    ['NAVO', ['nato', 'NAVO']],
    ['iris-t', ['iris-t-launchers', 'IRIS-T launchers']],
    ['Raytheno', ['raytheon', 'Raytheon']],
    ['Україна', ['ukraine', 'Україна']],
    ['2+2', ['de-it-2-plus-2', '2+2']],
    ['Federal Ministry of Defence', ['german-ministry-of-defence', 'Federal Ministry of Defence']],
    ['ministry of defence dutch', ['dutch-ministry-of-defence', 'Dutch Ministry of Defence']],
    ['it', ['italy', 'Italy']],
    ['nobody at all', undefined],
    ['(:', undefined],
    ['', undefined],
  ])('for %j finds %j', async (q, hit) => {
    expect(await first(q)).toEqual(hit);
  });

  it('keeps to types, is cut at the limit and says so', async () => {
    const { hits, truncated } = await call(search, '/api/search?q=german&type=Institution,Format&limit=1');
    expect(hits.map(({ node }) => node.type)).toEqual(['Institution']);
    expect(truncated).toBe(true);
    expect(hits[0]?.node.evidence).toEqual([]);
  });

  it('shows the name of the language where that fits as well', async () => {
    expect(await first('ukr', '&lang=de')).toEqual(['ukraine', 'Ukraine']);
    expect(await first('ital', '&lang=de')).toEqual(['italy', 'Italien']);
  });
});

describe('an entity', () => {
  it('comes with its relations, their other ends, and all that they name', async () => {
    const answer = await call(entity, '/api/entities/nl-drone-money');
    expect(answer).toMatchObject({ total: 7, truncated: false });
    expect(answer.relations.map(({ type }) => type)).toEqual([
      'ANNOUNCED',
      'ANNOUNCED_AT',
      'BENEFITS',
      'COMMENTS_ON',
      'FINANCES',
      'OF_ITEM',
      'PLEDGES',
    ]);
    expect(ids(answer.nodes)).toEqual(
      expect.arrayContaining(['news-item', 'dutch-ministry-of-defence', 'dilan-yesilgoz', 'netherlands', 'ukraine']),
    );
    expect(answer.nodes.every(({ evidence }) => evidence.length === 0)).toBe(true);
    expect(answer.node.evidence[0]).toMatchObject({ source: 'news-item', locator: '¶6', grade: 'B2' });
  });

  it('that was merged answers with the way to what it is now', async () => {
    const response = await graph.app.get('/api/entities/turkiye?evidence=false');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/api/entities/turkey?evidence=false']);
    const next = await graph.app.get('/api/entities/turkiye/neighbours?limit=3');
    expect([next.status, next.headers.get('location')]).toEqual([308, '/api/entities/turkey/neighbours?limit=3']);
  });

  it.each(['/api/entities/nobody', '/api/entities/nobody/neighbours', '/api/entities/%22%7D%29%20RETURN'])(
    'that is not there is a problem: %s',
    async (path) => {
      const response = await graph.app.get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'no-such-entity' });
    },
  );
});

describe('neighbours', () => {
  it('come best-connected first, page by page, each once', async () => {
    const all = await call(neighbours, '/api/entities/germany/neighbours');
    expect(all.total).toBe(14);
    expect(all.counts).toMatchObject({ 'COMMITS_TO:out': 3, 'PART_OF:in': 2, 'BASED_IN:in': 1 });
    const paged: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const page: Answer<typeof neighbours> = await call(
        neighbours,
        `/api/entities/germany/neighbours?limit=4&evidence=false${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(14);
      expect(page.truncated).toBe(page.nextCursor !== undefined);
      paged.push(...ids(page.nodes));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(ids(all.nodes));
    expect(paged.slice(0, 2)).toEqual(['italy', 'de-it-agreement']);
  });

  it.each([
    ['relationType=MEMBER_OF', ['eu', 'nato']],
    [
      'relationType=PART_OF,BASED_IN&direction=in',
      ['german-government', 'german-ministry-of-defence', 'diehl-defence'],
    ],
    ['relationType=PART_OF&direction=out', []],
    ['type=Organisation', ['eu', 'nato']],
  ])('keep to %s', async (filter, expected) => {
    const { nodes, relations } = await call(neighbours, `/api/entities/germany/neighbours?${filter}`);
    expect(ids(nodes).sort()).toEqual([...expected].sort());
    expect(relations).toHaveLength(expected.length);
  });

  it('are no documents unless asked for', async () => {
    const path = '/api/entities/german-government/neighbours';
    expect(ids((await call(neighbours, path)).nodes)).toEqual(['germany', 'friedrich-merz']);
    expect(ids((await call(neighbours, `${path}?structural=true`)).nodes)).toContain('official-text');
    expect(ids((await call(neighbours, `${path}?relationType=PUBLISHES`)).nodes)).toEqual(['official-text']);
  });

  it.each(['x', 'W10', 'WzEsMl0'])('refuse the cursor %s', async (cursor) => {
    const response = await graph.app.get(`/api/entities/germany/neighbours?cursor=${cursor}`);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'bad-cursor' }]);
  });
});

describe('a subgraph', () => {
  it('is the entities and the relations among them, and says what is missing', async () => {
    const answer = await call(subgraph, '/api/subgraph', {
      ids: ['nato', 'germany', 'nobody', 'germany'],
      evidence: false,
    });
    expect(ids(answer.nodes)).toEqual(['nato', 'germany']);
    expect(ids(answer.relations)).toEqual(['germany--member-of--nato']);
    expect(answer).toMatchObject({ total: 1, truncated: false, missing: ['nobody'] });
  });
});

describe('sources', () => {
  it('are listed with how much each says', async () => {
    const answer = await call(sources, '/api/sources');
    expect(answer.sources.map(({ node }) => node.id)).toEqual([
      'cited-page',
      'news-item',
      'official-text',
      'press-article',
    ]);
    expect(answer).toMatchObject({ total: 4, truncated: false });
    expect(answer.sources[2]?.relations).toBeGreaterThan(20);
    expect(await call(sources, '/api/sources?limit=1')).toMatchObject({ total: 4, truncated: true });
  });

  it('say what rests on them, with the ends of each relation', async () => {
    const answer = await call(source, '/api/sources/news-item');
    const known = new Set(ids(answer.nodes));
    expect(answer.relations.every(({ from, to }) => known.has(from) && known.has(to))).toBe(true);
    expect(answer.relations.every(({ evidence }) => evidence.some((item) => item.source === 'news-item'))).toBe(true);
    expect(answer.relations).toHaveLength(answer.total);
    expect(await call(source, '/api/sources/news-item?limit=2')).toMatchObject({
      truncated: true,
      total: answer.total,
    });
  });

  it('are documents and nothing else', async () => {
    expect((await graph.app.get('/api/sources/germany')).status).toBe(404);
  });
});
