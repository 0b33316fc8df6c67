// Free Cypher over the real database and the small test graph: what it answers, where it is cut, what it refuses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cypher, cypherWords } from '../../../server/contract/cypher.ts';
import { useTurn } from '../../neo4j/support.ts';
import { ids, startGraphApp, type GraphApp } from './graph-app.ts';

useTurn();
let graph: GraphApp;
beforeAll(async () => {
  graph = await startGraphApp();
});
afterAll(() => graph.close());
const call: GraphApp['call'] = (...given) => graph.call(...given);

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
    const { rows, graph: found } = await ask('MATCH (d:DataSet) RETURN d');
    expect(rows).toMatchObject([[{ $type: 'Node', labels: ['DataSet'], properties: { id: 'fixture' } }]]);
    expect(found).toEqual({ nodes: [], relations: [] });
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
    const upTo = (last: number) => `UNWIND range(1, ${last}) AS n RETURN n`;
    const answer = await ask(upTo(1001));
    expect([answer.rows.length, answer.truncated, answer.truncatedBy, answer.rowLimit]).toEqual([
      1000,
      true,
      'rows',
      1000,
    ]);
    expect((await ask(upTo(1000))).truncated).toBe(false);
    const most = await call(cypher, '/api/cypher', { query: upTo(10_001), parameters: {}, rowLimit: 10_000 });
    expect([most.rows.length, most.truncated]).toEqual([10_000, true]);
  });

  it('ends in the database when the caller goes away', async () => {
    const running = async () => {
      const limits = { timeoutMs: 5_000, rowLimit: 100 };
      const text = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'endless' RETURN count(*) AS n";
      return (await graph.database.stream(text, {}, limits)).rows;
    };
    const endless =
      'MATCH (a), (b), (c), (d), (e), (f) WHERE a.id + b.id + c.id + d.id + e.id = f.id RETURN f AS endless';
    const others = await running();
    const gone = new AbortController();
    const asked = fetch(`${graph.app.origin}/api/cypher`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: endless, parameters: {} }),
      signal: gone.signal,
    });
    asked.catch(() => undefined);
    await expect.poll(running, { timeout: 5_000 }).not.toEqual(others);
    gone.abort();
    await expect.poll(running, { timeout: 5_000 }).toEqual(others);
  });

  it.each([
    ['CREATE (n) RETURN n', 403, 'word-refused'],
    ['MATCH (n) DETACH DELETE n', 403, 'word-refused'],
    ['CREATE INDEX FOR (n:X) ON (n.y)', 403, 'word-refused'],
    ['MATCH (n RETURN n', 400, 'query-syntax'],
    ['RETURN $missing', 400, 'parameter-missing'],
    ['RETURN 1; RETURN 2', 403, 'several-statements'],
  ])('refuses %s', async (text, status, code) => {
    const response = await graph.app.post('/api/cypher', { query: text, parameters: {} });
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
  });
});

describe('the words of free Cypher', () => {
  it('are what the guard lets through, as the database describes it', async () => {
    const { functions, procedures, properties } = await call(cypherWords, '/api/cypher/words');
    const names = functions.map(({ name }) => name);
    expect(functions.find(({ name }) => name === 'toUpper')?.signature).toBe('toUpper(input :: STRING) :: STRING');
    expect(names).toContain('date.truncate');
    expect(names).not.toContain('file');
    expect(new Set(names).size).toBe(names.length);
    expect(procedures.map(({ name }) => name)).toContain('db.labels');
    expect(procedures.filter(({ name }) => name.startsWith('dbms.'))).toEqual([]);
    expect(properties).toContain('shortName');
  });
});
