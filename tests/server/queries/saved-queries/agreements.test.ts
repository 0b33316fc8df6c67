// Saved queries on agreements, signatures and instruments, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, type Given } from './on-test-graph.ts';

const { rowsOf, change } = savedQueriesOnTestGraph(openEmptyDatabase);
const both = ['germany', 'italy'];

describe('agreements-and-their-parties', () => {
  const id = 'agreements-and-their-parties';
  const deIt = ['de-it-agreement', 'agreement', 'signed', '2026-01-23', false, both, 3, [], [], []];
  const diehl = [
    ...['ua-diehl-arrangement', 'arrangement', 'not-stated', null, null],
    ...[['diehl-defence', 'ukraine'], 2, [], [], ['date']],
  ];
  const raytheon = [
    ...['ua-raytheon-contract', 'contract', 'agreed', null, null],
    ...[['dutch-ministry-of-defence', 'raytheon', 'ukraine'], 0, [], [], ['amount', 'deliveryDate']],
  ];
  it.each([
    [{}, [deIt, diehl, raytheon]],
    [{ party: 'ukraine' }, [diehl, raytheon]],
    [{ party: 'netherlands' }, [raytheon]],
    [{ status: 'signed' }, [deIt]],
    [{ period: '2026-01' }, [deIt]],
    [{ period: { from: '2026-02-01', to: null } }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('instruments-and-who-is-subject', () => {
  const id = 'instruments-and-who-is-subject';
  const plan = ['mattei-plan', 'plan', ['italy'], ['italian-ministry-of-defence'], [], [], [], null];
  const facility = ['european-peace-facility', 'facility', [], [], [], ['de-it-agreement-9a'], [], null];
  it.each([
    [{}, [plan, facility]],
    [{ kind: 'facility' }, [facility]],
    [{ subject: 'italy' }, [plan]],
    [{ subject: 'germany' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('who-signed-what-on-whose-behalf', () => {
  const id = 'who-signed-what-on-whose-behalf';
  const signed = ['de-it-agreement', '2026-01-23'];
  const merz = [...signed, 'friedrich-merz', ['federal-chancellor'], ['germany'], ['rome-consultations']];
  const meloni = [...signed, 'giorgia-meloni', [], ['italy'], ['rome-consultations']];
  it.each([
    [{}, [merz, meloni]],
    [{ party: 'italy' }, [meloni]],
    [{ party: 'ukraine' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });

  it('counts what is signed for an organ as signed for its body (a change that comes last)', async () => {
    await change("MATCH (a {id: 'italy'}), (b {id: 'eu'}) CREATE (a)-[:PART_OF {id: 'italy--part-of--eu'}]->(b)");
    expect(await rowsOf(id, { party: 'eu' })).toEqual([meloni]);
  });
});

describe('undertakings-by-firmness', () => {
  const id = 'undertakings-by-firmness';
  const [deIt, diehl] = ['de-it-agreement', 'ua-diehl-arrangement'];
  const will = [8, 'will', 'werden', 'de-it-agreement-1a', null, both, ['deterrence'], '1', deIt];
  const intends = [
    ...[7, 'intends', 'beabsichtigen', 'ua-diehl-arrangement-1a'],
    ...[null, ['ukraine'], ['air-defence'], '1', diehl],
  ];
  const wishes = [5, 'wishes', 'möchten', 'de-it-agreement-2a', null, both, [], '2', deIt];
  const examines = [2, 'examines', 'prüfen', 'de-it-agreement-9a', 'where appropriate', both, [], '9', deIt];
  const could = [
    ...[1, 'could', 'könnte', 'ua-diehl-arrangement-1b'],
    ...[null, ['ukraine'], ['deterrence', 'drones'], '1', diehl],
  ];
  it.each([
    [{}, [will, intends, wishes, examines, could]],
    [{ agreement: 'de-it-agreement' }, [will, wishes, examines]],
    [{ agreement: 'ua-raytheon-contract' }, []],
    [{ theme: 'deterrence' }, [will, intends, could]],
    [{ theme: 'air-defence' }, [intends]],
    [{ theme: 'air-defence', agreement: 'de-it-agreement' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});
