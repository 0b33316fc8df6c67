// Every endpoint over the real database and the small test graph: what it answers, and that this fits the contract.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Endpoint } from '../../../server/contract/endpoint.ts';
import { endpoints } from '../../../server/contract/endpoints.ts';
import { entity, neighbours, overview, search, source, sources, subgraph } from '../../../server/contract/explore.ts';
import { cypher } from '../../../server/contract/cypher.ts';
import { queries, query, runQuery } from '../../../server/contract/queries.ts';
import { health, ready, vocabulary } from '../../../server/contract/state.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from '../queries/put-graph.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let database: Database;
let app: TestApp;
const answered = new Set<string>();
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
  app = await startTestApp({
    database,
    exporter: {
      render: async () => ({ contentType: 'image/png', bytes: Buffer.from([137, 80, 78, 71]), fileName: 'a.png' }),
    },
  });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

/** Calls an endpoint and checks that the answer is exactly what the contract says. */
async function call<E extends Endpoint>(endpoint: E, path: string, body?: unknown): Promise<Answer<E>> {
  const response = body === undefined ? await app.get(path) : await app.post(path, body);
  const json: unknown = await response.json();
  expect(response.status, JSON.stringify(json)).toBe(200);
  const parsed = endpoint.response.parse(json) as Answer<E>;
  expect(parsed).toEqual(json);
  answered.add(endpoint.id);
  return parsed;
}

const ids = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);

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
    const response = await app.get('/api/entities/turkiye?evidence=false');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/api/entities/turkey?evidence=false']);
    const next = await app.get('/api/entities/turkiye/neighbours?limit=3');
    expect([next.status, next.headers.get('location')]).toEqual([308, '/api/entities/turkey/neighbours?limit=3']);
  });

  it.each(['/api/entities/nobody', '/api/entities/nobody/neighbours', '/api/entities/%22%7D%29%20RETURN'])(
    'that is not there is a problem: %s',
    async (path) => {
      const response = await app.get(path);
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
    const response = await app.get(`/api/entities/germany/neighbours?cursor=${cursor}`);
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
    expect((await app.get('/api/sources/germany')).status).toBe(404);
  });
});

describe('queries', () => {
  it('are listed, shown with their text, and run', async () => {
    const list = await call(queries, '/api/queries');
    expect(ids(list.queries)).toEqual(
      expect.arrayContaining([
        'supply-chain-of-a-system',
        'undertakings-by-firmness',
        'what-two-entities-have-in-common',
        'who-finances-what-for-whom',
        'who-signed-what-on-whose-behalf',
      ]),
    );
    expect(list.queries.length).toBeGreaterThanOrEqual(25);
    expect((await call(query, '/api/queries/who-finances-what-for-whom')).text).toMatch(/^\/\* ---/);
    const run = '/api/queries/who-finances-what-for-whom/run';
    expect((await call(runQuery, run, { parameters: {} })).rows).toHaveLength(3);
    const refused = await app.post(run, { parameters: { financier: 'nobody' } });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'parameters.financier' }] });
  });
});

describe('free Cypher', () => {
  const ask = (text: string, parameters: unknown = {}) => call(cypher, '/api/cypher', { query: text, parameters });

  it('answers rows in the order of the columns and the graph in them, ends of relations included', async () => {
    const answer = await ask("MATCH ()-[r:FINANCES]->({id: 'nl-drone-money'}) RETURN 1 AS b, r AS a");
    expect(answer.columns).toEqual(['b', 'a']);
    expect(answer.rows).toEqual([
      [
        1,
        {
          $type: 'Relation',
          id: 'netherlands--finances--nl-drone-money',
          type: 'FINANCES',
          from: 'netherlands',
          to: 'nl-drone-money',
        },
      ],
    ]);
    expect(ids(answer.graph.nodes).sort()).toEqual(['netherlands', 'nl-drone-money']);
    expect(answer.graph.relations[0]?.evidence.length).toBeGreaterThan(0);
  });

  it('keeps foreign nodes in the rows and out of the graph', async () => {
    const { rows, graph } = await ask('MATCH (d:DataSet) RETURN d');
    expect(rows).toMatchObject([[{ $type: 'Node', labels: ['DataSet'], properties: { id: 'fixture' } }]]);
    expect(graph).toEqual({ nodes: [], relations: [] });
  });

  it('loses nothing that JSON cannot hold', async () => {
    const { rows } = await ask(
      "RETURN 9007199254740993 AS big, 0.0 / 0.0 AS nan, date('2026-01-23') AS day, duration('P1DT2S') AS long, point({x: 1, y: 2}) AS place",
    );
    expect(rows[0]).toMatchObject([
      { $type: 'Integer', value: '9007199254740993' },
      { $type: 'Float', value: 'NaN' },
      { $type: 'Date', value: '2026-01-23' },
      { $type: 'Duration', value: 'P1DT2S' },
      { $type: 'Point' },
    ]);
  });

  it('takes such values as parameters', async () => {
    const day = { $type: 'Date', value: '2026-01-23' };
    expect((await ask('RETURN $day AS day, $n AS n', { day, n: 7 })).rows).toEqual([[day, 7]]);
  });

  it('is cut at the row limit and says so', async () => {
    const answer = await ask('UNWIND range(1, 10001) AS n RETURN n');
    expect([answer.rows.length, answer.truncated, answer.rowLimit]).toEqual([10_000, true, 10_000]);
    expect((await ask('UNWIND range(1, 10000) AS n RETURN n')).truncated).toBe(false);
  });

  it('ends in the database when the caller goes away', async () => {
    const running = async () =>
      (await ask("SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'endless' RETURN count(*) AS n"))
        .rows;
    const others = await running();
    const gone = new AbortController();
    const asked = fetch(`${app.origin}/api/cypher`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: 'UNWIND range(1, 1000000000) AS endless RETURN count(endless)', parameters: {} }),
      signal: gone.signal,
    });
    asked.catch(() => undefined);
    await expect.poll(running, { timeout: 5_000 }).not.toEqual(others);
    gone.abort();
    await expect.poll(running, { timeout: 5_000 }).toEqual(others);
  });

  it.each([
    ['CREATE (n) RETURN n', 403, 'read-only'],
    ['MATCH (n) DETACH DELETE n', 403, 'read-only'],
    ['CREATE INDEX FOR (n:X) ON (n.y)', 403, 'read-only'],
    ['MATCH (n RETURN n', 400, 'query-syntax'],
    ['RETURN $missing', 400, 'parameter-missing'],
    ['RETURN 1; RETURN 2', 400, 'query-syntax'],
  ])('refuses %s', async (text, status, code) => {
    const response = await app.post('/api/cypher', { query: text, parameters: {} });
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
  });
});

describe('the contract', () => {
  it('is answered by an endpoint each, and described in the OpenAPI document', async () => {
    const picture = await app.post('/api/export', { ids: ['germany'], format: 'png' });
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    answered.add('exportPicture');
    expect([...answered].sort()).toEqual(endpoints.map(({ id }) => id).sort());
    const response = await app.get('/api/openapi.json');
    const document: { openapi: string; paths: Record<string, Record<string, { operationId: string }>> } =
      await response.json();
    expect(document.openapi).toBe('3.1.0');
    const described = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((one) => one.operationId),
    );
    expect(described.sort()).toEqual(endpoints.map(({ id }) => id).sort());
  });
});
