// POST /api/cypher/plan over the real database: faults and warnings with their place, and the plan, without running anything.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../server/contract/endpoint.ts';
import { planCypher } from '../../../server/contract/cypher.ts';
import { useTurn } from '../../neo4j/support.ts';
import { startGraphApp, type GraphApp } from './graph-app.ts';

useTurn();
let graph: GraphApp;
beforeAll(async () => {
  graph = await startGraphApp();
});
afterAll(() => graph.close());
const plan = (query: string, parameters = {}): Promise<Answer<typeof planCypher>> =>
  graph.call(planCypher, '/api/cypher/plan', { query, parameters });

describe('planning free Cypher', () => {
  it('answers the steps, the columns and no fault for a query that may be run', async () => {
    const answer = await plan('MATCH (n:Entity {id: $id}) RETURN n.name AS name', { id: 'nato' });
    expect(answer).toMatchObject({ faults: [], columns: ['name'], warnings: [] });
    expect(answer.plan).toMatchObject({ operator: 'ProduceResults', details: 'name' });
    expect(JSON.stringify(answer.plan)).toContain('NodeUniqueIndexSeek');
    expect((await plan('UNWIND range(1, 10) AS i RETURN i')).plan).toMatchObject({ estimatedRows: 10 });
  });

  it('places a refused word, and plans nothing', async () => {
    const query = 'MATCH (n)\nDETACH DELETE n';
    const { faults, ...rest } = await plan(query);
    expect(faults).toEqual([
      {
        code: 'word-refused',
        message: expect.stringMatching(/^DETACH is not allowed\. .+\.$/),
        place: { from: 10, to: 16 },
      },
    ]);
    expect(rest).toEqual({ columns: [], warnings: [] });
  });

  it("places the database's own faults", async () => {
    const query = "MATCH (n) WHERE n.id = '😀' RETURN missing";
    const { faults } = await plan(query);
    expect(faults).toMatchObject([{ code: 'query-syntax', message: expect.stringContaining('`missing` not defined') }]);
    const { from, to } = faults[0]?.place ?? { from: 0, to: 0 };
    expect(query.slice(from, to)).toBe('missing');
  });

  it('tells warnings with their place', async () => {
    const query = 'MATCH (n:Entity) RETURN n.nmae AS name';
    const { faults, warnings } = await plan(query);
    expect(faults).toEqual([]);
    expect(warnings.map(({ place }) => query.slice(place?.from, place?.to))).toEqual(['nmae']);
  });

  it('does not warn of values that are still missing', async () => {
    const { faults, warnings, columns } = await plan('MATCH (n:Entity {id: $id}) RETURN n.name AS name');
    expect({ faults, warnings, columns }).toEqual({ faults: [], warnings: [], columns: ['name'] });
  });
});
