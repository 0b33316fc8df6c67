// Saved queries on events, formats, missions and places, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, type Given } from './on-test-graph.ts';

const { rowsOf, change } = savedQueriesOnTestGraph(openEmptyDatabase);

describe('timeline-of-events', () => {
  const id = 'timeline-of-events';
  const roundTable = ['2026-01/2026-06', 'round-table', 'meeting', 'planned', [], [], [], []];
  const rome = [
    ...['2026-01-23', 'rome-consultations', 'consultation', 'held', ['rome']],
    ...[['italy', 'germany'], ['de-it-agreement'], []],
  ];
  const group = [
    ...['2026-04-15', 'contact-group-meeting', 'meeting', 'held', ['berlin']],
    ...[['boris-pistorius', 'germany', 'german-ministry-of-defence', 'mykhailo-fedorov']],
    ...[['nl-drone-money'], ['contact-group']],
  ];
  const year = ['2027/2028', 'cultural-year', 'cultural-year', 'planned', [], [], [], []];
  it.each([
    [{}, [roundTable, rome, group, year]],
    [{ period: '2026-04' }, [roundTable, group]],
    [{ period: { from: '2028-06-01', to: null } }, [year]],
    [{ kind: 'meeting' }, [roundTable, group]],
    [{ participant: 'germany' }, [rome, group]],
    [{ participant: 'netherlands' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });

  it('finds a state by its organ, and has undated events last (changes that come last)', async () => {
    await change("MATCH ({id: 'germany'})-[part]->({id: 'contact-group-meeting'}) DELETE part");
    const events = () => rowsOf(id, { participant: 'germany' }, 'event');
    expect(await events()).toEqual([['rome-consultations'], ['contact-group-meeting']]);
    await change("MATCH (event {id: 'rome-consultations'}) REMOVE event.date, event.dateFrom, event.dateTo");
    expect(await events()).toEqual([['contact-group-meeting'], ['rome-consultations']]);
  });
});

describe('missions-and-who-takes-part', () => {
  const id = 'missions-and-who-takes-part';
  const mission = ['eumam-ukraine', ['eu'], ['germany'], [], ['ukraine'], [], '2022-11-15/..'];
  it.each([
    [{}, [mission]],
    [{ participant: 'germany' }, [mission]],
    [{ participant: 'eu' }, [mission]],
    [{ participant: 'italy' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('places-of-events', () => {
  const id = 'places-of-events';
  const columns = ['place', 'within', 'type', 'what', 'status'];
  const berlin = ['berlin', [], 'Event', 'contact-group-meeting', 'held'];
  const rome = ['rome', ['italy'], 'Event', 'rome-consultations', 'held'];
  it.each([
    [{}, [berlin, rome]],
    [{ place: 'berlin' }, [berlin]],
    [{ place: 'italy' }, [rome]],
    [{ place: 'germany' }, []],
    [{ type: 'Mission' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given, ...columns)).toEqual(rows);
  });
});

describe('formats-agreed-but-not-existing', () => {
  const id = 'formats-agreed-but-not-existing';
  const twoPlusTwo = [
    ...['de-it-2-plus-2', 'consultation', 'planned', ['wishes'], ['de-it-agreement-2a']],
    ...[['german-ministry-of-defence', 'italian-ministry-of-defence'], 'every year', [], []],
  ];
  it.each([
    [{}, [twoPlusTwo]],
    [{ status: 'planned' }, [twoPlusTwo]],
    [{ status: 'considered' }, []],
    [{ party: 'germany' }, [twoPlusTwo]],
    [{ party: 'ukraine' }, []],
    [{ agreement: 'de-it-agreement' }, [twoPlusTwo]],
    [{ agreement: 'ua-raytheon-contract' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });

  it('holds what is only considered, and what has a meeting that is planned but none that was held (changes)', async () => {
    await change("MATCH (format {id: 'de-it-2-plus-2'}) SET format.status = 'considered'");
    const instance = (event: string) =>
      change(`MATCH (e {id: '${event}'}), (f {id: 'de-it-2-plus-2'}) CREATE (e)-[:INSTANCE_OF {id: '${event}'}]->(f)`);
    await instance('round-table');
    expect(await rowsOf(id, {}, 'format', 'status', 'firstMeeting')).toEqual([
      ['de-it-2-plus-2', 'considered', ['round-table']],
    ]);
    await instance('rome-consultations');
    expect(await rowsOf(id)).toEqual([]);
  });
});
