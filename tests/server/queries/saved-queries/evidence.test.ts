// Saved queries on evidence and its gaps, over the test graph: rows written by hand from its files.
import { describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '../../../neo4j/support.ts';
import { savedQueriesOnTestGraph, type Given } from './on-test-graph.ts';

const { rowsOf } = savedQueriesOnTestGraph(openEmptyDatabase);
const [official, press, news, cited] = [['official-text'], ['press-article'], ['news-item'], ['cited-page']];

describe('where-sources-differ', () => {
  const id = 'where-sources-differ';
  const name = ['de-it-agreement', 'name'];
  const modality = ['de-it-agreement-9a', 'modality'];
  const names = [
    [...name, 'Vereinbarung', false, official, ['title'], 'A1', ['The agreement bears its title.']],
    [...name, 'Pakt', false, press, ['title'], 'F6', ['The article calls the text a pact.']],
  ];
  const modalities = [
    [...modality, 'examines', true, official, ['§9'], 'A1', ['The participants examine joint work on aircraft.']],
    [
      ...[...modality, 'will', false, press, ['¶4'], 'F6'],
      ['The article says that they will work on aircraft together.'],
    ],
  ];
  const ofEurodrone = [
    [
      ...['eurodrone', 'status', 'existing', true, official, ['§9'], 'A1'],
      ['The Eurodrone is listed among existing projects.'],
    ],
    [...['eurodrone', 'status', 'planned', false, press, ['¶4'], 'F6'], ['The Eurodrone is called a planned project.']],
  ];
  const launchers = ['germany--finances--ua-diehl-arrangement', 'status'];
  const ofLaunchers = [
    [...launchers, 'promised', true, news, ['¶2'], 'B2', ['Germany is to pay for the launchers.']],
    [
      ...[...launchers, 'contracted', false, cited, ['¶2'], 'F6'],
      ['The cited page is said to call the launchers contracted.'],
    ],
  ];
  it.each([
    [{}, [...names, ...modalities, ...ofEurodrone, ...ofLaunchers]],
    [{ field: 'status' }, [...ofEurodrone, ...ofLaunchers]],
    [{ about: 'germany' }, ofLaunchers],
    [{ source: 'cited-page' }, ofLaunchers],
    [{ about: 'nato' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});

describe('what-rests-on-one-source', () => {
  const id = 'what-rests-on-one-source';
  const columns = ['what', 'type', 'sources', 'grade', 'certainty'];
  const bodies = [
    ['eu', 'Organisation', official, 'A1', 'explicit'],
    ['nato', 'Organisation', [...official, ...press], 'A1', 'explicit'],
    ['occar', 'Organisation', official, 'A1', 'explicit'],
  ];
  const onEurodrone = [
    ['eurodrone', 'Programme', [...official, ...press], 'A1', 'explicit'],
    ['de-it-agreement-9a--builds-on--eurodrone', 'BUILDS_ON', official, 'A1', 'explicit'],
    ['germany--participates-in--eurodrone', 'PARTICIPATES_IN', official, 'A2', 'implied'],
    ['italian-ministry-of-defence--participates-in--eurodrone', 'PARTICIPATES_IN', official, 'A2', 'implied'],
  ];
  it.each([
    [
      { type: 'Organisation' },
      [
        ...bodies,
        ['occar--manages--class-212', 'MANAGES', official, 'A3', 'inferred'],
        ['eu--runs--eumam-ukraine', 'RUNS', official, 'A1', 'explicit'],
      ],
    ],
    [{ type: 'Organisation', relations: false }, bodies],
    [{ about: 'eurodrone' }, onEurodrone],
    [
      { source: 'press-article', type: 'Person' },
      [
        ['guido-crosetto', 'Person', press, 'F6', 'explicit'],
        ['guido-crosetto--holds-office--italian-ministry-of-defence', 'HOLDS_OFFICE', press, 'F3', 'explicit'],
      ],
    ],
    [{ source: 'cited-page' }, [['raytheon--supplies--patriot-missiles', 'SUPPLIES', cited, 'F6', 'inferred']]],
    [{ about: 'germany', type: 'Country', relations: false }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given, ...columns)).toEqual(rows);
  });
});

describe('everything-one-source-says', () => {
  const id = 'everything-one-source-says';
  const contract = 'germany--finances--ua-diehl-arrangement';
  const maker = [
    ...['¶1', 'The cited page is about the maker.', 'raytheon--supplies--patriot-missiles'],
    ...[null, 'inferred', 'F6', null, null, null],
  ];
  const number = [
    ...['¶1', 'The cited page may give a number.', 'ua-raytheon-contract--of-item--patriot-missiles'],
    ...[null, 'inferred', 'F6', null, null, null],
  ];
  const contracted = [
    ...['¶2', 'The cited page is said to call the launchers contracted.', contract],
    ...[null, 'implied', 'F6', null, 'status', 'contracted'],
  ];
  const sum = [
    ...['¶6', 'The sum is 248 million euros.', 'netherlands--finances--nl-drone-money'],
    ...['dilan-yesilgoz', 'explicit', 'B2', '2026-04-15', null, null],
  ];
  it.each([
    [{ source: 'cited-page' }, [maker, number, contracted]],
    [{ source: 'cited-page', place: '¶2' }, [contracted]],
    [{ source: 'news-item', speaker: 'dilan-yesilgoz' }, [sum]],
    [{ source: 'official-text', place: '¶2' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });

  it('goes through a document from its title to its signature, §9 before §10', async () => {
    const rows = await rowsOf(id, { source: 'official-text' }, 'place');
    const places = [...new Set(rows.flat())];
    const paragraphs = ['§1', '§2', '§9', '§10', '§11', '§12', '§15', '§20', '§21', '§30'];
    expect(places).toEqual(['title', 'preamble', ...paragraphs, 'signature']);
  });
});

describe('certainty-below-explicit', () => {
  const id = 'certainty-below-explicit';
  const inferred = [
    ['inferred', 'raytheon--supplies--patriot-missiles', 'F6'],
    ['inferred', 'ua-diehl-arrangement-1b--concerns--deterrence', 'B3'],
    ['inferred', 'contact-group-meeting--follows--rome-consultations', 'B3'],
    ['inferred', 'occar--manages--class-212', 'A3'],
    ['inferred', 'air-defence--part-of--deterrence', 'A3'],
    ['inferred', 'de-it-agreement-9a--uses--european-peace-facility', 'A3'],
  ];
  const ofOrgans = [
    ['implied', 'dutch-ministry-of-defence--part-of--netherlands', 'B2'],
    ['implied', 'german-government--part-of--germany', 'A2'],
    ['implied', 'german-ministry-of-defence--part-of--germany', 'A2'],
    ['implied', 'italian-ministry-of-defence--part-of--italy', 'A2'],
    ['implied', 'rome--part-of--italy', 'A1'],
  ];
  const implied = [
    ['implied', 'ukraine--commits-to--ua-diehl-arrangement-1b', 'B3'],
    ['implied', 'ua-diehl-arrangement--contains--ua-diehl-arrangement-1b', 'B3'],
    ...ofOrgans.slice(0, 1),
    ['implied', 'germany--participates-in--eurodrone', 'A2'],
    ['implied', 'italian-ministry-of-defence--participates-in--eurodrone', 'A2'],
    ...ofOrgans.slice(1),
  ];
  it.each([
    [{}, [...inferred, ...implied]],
    [{ certainty: 'inferred' }, inferred],
    [{ certainty: 'implied', relation: 'PART_OF' }, ofOrgans],
    [{ about: 'rome' }, [['implied', 'rome--part-of--italy', 'A1']]],
    [{ about: 'nato' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given, 'certainty', 'fact', 'grade')).toEqual(rows);
  });

  it('shows what each rests on', async () => {
    const rows = await rowsOf(id, { about: 'rome' });
    expect(rows).toEqual([['implied', 'rome--part-of--italy', 'A1', ['title'], ['Rome lies in Italy.'], official]]);
  });
});

describe('grades-below-b', () => {
  const id = 'grades-below-b';
  const worst = [
    ['leonardo', 'Company', 'F6'],
    ['guido-crosetto', 'Person', 'F6'],
    ['leonardo--based-in--italy', 'BASED_IN', 'F6'],
    ['leonardo--participates-in--eurofighter', 'PARTICIPATES_IN', 'F6'],
    ['leonardo--supplies--eurofighter', 'SUPPLIES', 'F6'],
    ['raytheon--supplies--patriot-missiles', 'SUPPLIES', 'F6'],
  ];
  const minister = ['guido-crosetto--holds-office--italian-ministry-of-defence', 'HOLDS_OFFICE', 'F3'];
  it.each([
    [{}, [...worst, minister]],
    [{ credibility: 4 }, worst],
    [{ worse: 'F', about: 'italy' }, [['leonardo--based-in--italy', 'BASED_IN', 'F6']]],
    [{ about: 'germany' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given, 'what', 'type', 'grade')).toEqual(rows);
  });
});

describe('what-no-source-states', () => {
  const id = 'what-no-source-states';
  const raytheon = ['Agreement', 'ua-raytheon-contract'];
  const parties = ['dutch-ministry-of-defence', 'germany', 'raytheon', 'ukraine'];
  const ofContract = [...raytheon, ['amount', 'deliveryDate'], 'agreed', parties];
  const diehl = ['Agreement', 'ua-diehl-arrangement'];
  const ofLaunchers = [...diehl, ['date'], 'not-stated', ['diehl-defence', 'germany', 'ukraine']];
  const ofSky = ['Commitment', 'ua-diehl-arrangement-1a', ['deadline'], null, ['ukraine']];
  const dutch = ['Pledge', 'nl-drone-money', ['quantity', 'supplier'], 'made-available', ['netherlands']];
  const british = ['Pledge', 'uk-drones', ['amount'], 'promised', ['united-kingdom']];
  it.each([
    [{}, [ofLaunchers, ofContract, ofSky, dutch, british]],
    [{ missing: 'amount' }, [[...raytheon, ['amount'], 'agreed', parties], british]],
    [{ type: 'Pledge' }, [dutch, british]],
    [{ about: ['germany'] }, [ofLaunchers, ofContract]],
    [{ about: ['netherlands', 'uk-drones'] }, [dutch, british]],
    [{ missing: 'publisher' }, []],
  ] satisfies [Given, unknown[][]][])('with %j', async (given, rows) => {
    expect(await rowsOf(id, given)).toEqual(rows);
  });
});
