// The check of plans on the real database: what a read session lets through is refused by its plan alone, and by its text alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPlan } from '../../../server/guard/plan-check.ts';
import { checkText } from '../../../server/guard/policy.ts';
import { checkSettings, settingsAdvice } from '../../../server/guard/settings.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { accepted } from './accepted.ts';

let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(() => database.close());

/** What a read session lets through, or stops by itself, with the code of the plan's refusal. */
const bySession: readonly (readonly [text: string, code: string])[] = [
  ["TERMINATE TRANSACTIONS 'neo4j-transaction-1'", 'step-refused'],
  ['SHOW USERS', 'step-refused'],
  ['SHOW CURRENT USER', 'step-refused'],
  ['SHOW SETTINGS', 'step-refused'],
  ['SHOW TRANSACTIONS', 'step-refused'],
  ['SHOW PROCEDURES', 'step-refused'],
  ['SHOW DATABASES', 'step-refused'],
  ["LOAD CSV FROM 'file:///x' AS line RETURN line", 'step-refused'],
  ["RETURN COLLECT { LOAD CSV FROM 'http://127.0.0.1:1/x' AS line RETURN line } AS x", 'step-refused'],
  ["RETURN CASE WHEN EXISTS { LOAD CSV FROM 'http://x/' AS l RETURN l } THEN 1 END AS x", 'step-refused'],
  ["CALL db.index.fulltext.queryNodes('x', COLLECT { LOAD CSV FROM 'x' AS l RETURN l[0] }[0])", 'step-refused'],
  ['RETURN CASE WHEN EXISTS { CALL { RETURN 1 AS y } IN TRANSACTIONS RETURN y } THEN 1 END AS x', 'step-refused'],
  [
    'RETURN CASE WHEN EXISTS { CALL db.stats.status() YIELD section RETURN 1 AS y } THEN 1 END AS x',
    'function-refused',
  ],
  ['CALL { MATCH (n) RETURN n } IN TRANSACTIONS RETURN n', 'step-refused'],
  ['CALL dbms.killConnections([])', 'procedure-refused'],
  ["CALL dbms.killConnection('x')", 'procedure-refused'],
  ['CALL dbms.listConnections()', 'procedure-refused'],
  ['CALL `dbms` . `listConfig`()', 'procedure-refused'],
  ["CALL dbms.queryJmx('*:*')", 'procedure-refused'],
  ['CALL dbms.info()', 'procedure-refused'],
  ['RETURN EXISTS { CALL dbms.info() YIELD id RETURN id } AS x', 'procedure-refused'],
  ['CALL { CALL dbms.info() YIELD id RETURN id } RETURN id', 'procedure-refused'],
  ['CALL db.clearQueryCaches()', 'procedure-refused'],
  ['CALL db.prepareForReplanning()', 'procedure-refused'],
  ['CALL db.resampleOutdatedIndexes()', 'procedure-refused'],
  ["CALL db.stats.collect('GRAPH COUNTS')", 'procedure-refused'],
  ['CALL db.awaitIndexes()', 'procedure-refused'],
  ['CALL db.info()', 'procedure-refused'],
  ['CALL tx.setMetaData({a: 1})', 'procedure-refused'],
  ["CALL db.createLabel('X')", 'procedure-refused'],
  ['CREATE (n)', 'step-refused'],
  ['MATCH (n) SET n.x = 1', 'step-refused'],
  ['MATCH (n) SET n:X', 'step-refused'],
  ['MATCH (n) REMOVE n.x', 'step-refused'],
  ['MATCH (n) DETACH DELETE n', 'step-refused'],
  ['MERGE (n:X {id: 1})', 'step-refused'],
  ['FOREACH (x IN [1] | CREATE (:X))', 'step-refused'],
  ['CREATE INDEX planned FOR (n:X) ON (n.y)', 'step-refused'],
  ['CREATE CONSTRAINT planned FOR (n:X) REQUIRE n.y IS UNIQUE', 'step-refused'],
  ["ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'bbbbbbbb'", 'step-refused'],
  ['RETURN file() AS x', 'nothing'],
];

/** What the text alone has to refuse, because its plan looks like that of any reading query. */
const byTextOnly: readonly string[] = [
  'USE neo4j MATCH (n) RETURN n',
  'EXPLAIN MATCH (n) RETURN n',
  'CYPHER 5 RETURN 1 AS x',
];

describe('what a read session lets through', () => {
  it.each(bySession)('is refused by its text alone: %s', (text) => {
    expect(checkText(text, {})).toMatchObject({ layer: 'text' });
  });

  it.each(bySession.filter(([, code]) => code !== 'nothing'))(
    'is refused by its plan alone: %s',
    async (text, code) => {
      expect(checkPlan(await database.explain(text, {}))).toMatchObject({ layer: 'plan', status: 403, code });
    },
  );

  it.each(byTextOnly)('needs the text to be refused: %s', async (text) => {
    expect(checkText(text, {})).toMatchObject({ code: 'word-refused' });
    expect(checkPlan(await database.explain(text, {}))).toBeUndefined();
  });
});

describe('the check of plans', () => {
  it.each(accepted.map(([text, parameters]) => [text, parameters ?? {}] as const))(
    'lets pass %s',
    async (text, parameters) => {
      expect(checkPlan(await database.explain(text, parameters))).toBeUndefined();
    },
  );

  it('refuses a function of a plug-in wherever the plan names it', () => {
    const step = {
      operator: 'Projection',
      details: "apoc.load.json('x') AS `date.x()`",
      estimatedRows: 1,
      children: [],
    };
    const root = { operator: 'ProduceResults', details: 'x', estimatedRows: 1, children: [step] };
    const plan = {
      queryType: 'r',
      operators: ['ProduceResults', 'Projection'],
      procedures: [],
      columns: ['x'],
      notices: [],
    };
    expect(checkPlan({ ...plan, root })).toMatchObject({
      code: 'function-refused',
      message: expect.stringContaining('apoc.load.json'),
    });
    expect(
      checkPlan({ ...plan, root: { ...root, children: [{ ...step, details: '"apoc.x()" AS `y.z()`' }] } }),
    ).toBeUndefined();
  });

  it('refuses steps that nobody has looked at', () => {
    const plan = { queryType: 'r', operators: ['SomethingNew'], procedures: [], columns: [], notices: [] };
    expect(checkPlan(plan)).toMatchObject({ code: 'step-refused', message: expect.stringContaining('SomethingNew') });
  });
});

describe('a plan', () => {
  it('has the whole tree, the columns and the notices with their place', async () => {
    const text = 'MATCH (a:Entity), (b)\nWHERE a.id = $id RETURN a AS first, id(b) AS second';
    const plan = await database.explain(text, { id: 'x' });
    expect(plan.columns).toEqual(['first', 'second']);
    expect(plan.root).toMatchObject({
      operator: 'ProduceResults',
      details: 'first, second',
      children: [{ children: [{}] }],
    });
    expect(plan.root?.estimatedRows).toBeGreaterThanOrEqual(0);
    const notice = plan.notices.find(({ message }) => message.includes('`id`'));
    expect(text.slice(notice?.offset)).toMatch(/^id\(b\)/);
  });

  it.each([
    ["RETURN '😀', foo AS x", 'foo'],
    ["MATCH (n)\nRETURN '😀' AS a, n.x WHRE true", 'WHRE'],
    ['MATCH (n) RETURN m', 'm'],
  ])('of a text with a fault tells its place in the text: %s', async (text, word) => {
    const error = await database.explain(text, {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'query-syntax', details: { offset: text.lastIndexOf(word) } });
  });
});

describe('the settings of the own database', () => {
  it('are all as they should be, the hidden ones included', async () => {
    const reports = await checkSettings(database);
    expect(reports.filter(({ ok }) => !ok)).toEqual([]);
    expect(reports.map(({ name }) => name)).toContain('LOAD CSV from files');
    expect(reports.length).toBe(10);
    expect(settingsAdvice(reports)).toBeUndefined();
  });

  it('are told where a database does not say them or has them otherwise', async () => {
    const silent = { read: () => Promise.resolve([]) };
    const reports = await checkSettings(silent);
    expect(reports.every(({ ok }) => !ok)).toBe(true);
    expect(settingsAdvice(reports)).toContain('db.transaction.timeout is not told');
    const open = { read: () => Promise.resolve([{ name: 'db.transaction.timeout', value: '0s' }]) };
    expect((await checkSettings(open)).find(({ name }) => name === 'db.transaction.timeout')).toMatchObject({
      found: '0s',
      ok: false,
    });
  });
});
