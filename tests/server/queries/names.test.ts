// Which entities a list of names means, over the small test graph.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import type { Database } from '../../../server/neo4j/database.ts';
import { resolveNames } from '../../../server/queries/names.ts';
import { openEmptyDatabase } from '../../neo4j/support.ts';
import { fixtureGraph, putGraph } from './put-graph.ts';

const vocabulary = await loadVocabulary();
let database: Database;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await putGraph(database, fixtureGraph);
  await database.write((tx) => tx.run(addNamesakes));
});
afterAll(() => database.close());

/** Two cities of one name, and somebody whose name is another's id. */
const addNamesakes = {
  name: 'test',
  text: `UNWIND [['ulm-north', ['Ulm']], ['ulm-south', ['Ulm', 'Ulm an der Donau']], ['place-of-nato', ['NATO']]] AS row
    CREATE (:Entity:Place {id: row[0], name: row[1][0], allNames: row[1]})`,
  header: { question: '', parameters: [], columns: [], order: '', bound: '' },
};

const resolve = async (names: string[], types: string[] = [], lang = 'en') =>
  (await resolveNames({ database, vocabulary }, { names, types, lang })).map(({ name, outcome, candidates }) => [
    name,
    outcome,
    ...candidates.map(({ id }) => id),
  ]);

describe('names', () => {
  it.each([
    ['germany', 'germany'],
    ['GERMANY', 'germany'],
    ['Deutschland', 'germany'],
    ['  Bundesrepublik Deutschland ', 'germany'],
    ['Yesilgoz', undefined],
    ['dilan yesilgöz', 'dilan-yesilgoz'],
    ['Dilan Yeşilgöz-Zegerius', 'dilan-yesilgoz'],
    ['Dilan Yesilgoz Zegerius', 'dilan-yesilgoz'],
    ['Turkiye', 'turkey'],
    ['Україна', 'ukraine'],
    ['2+2', 'de-it-2-plus-2'],
    ['de-it-2-plus-2', 'de-it-2-plus-2'],
  ])('%j is certain only as a whole: %j', async (name, id) => {
    const [[, outcome, ...ids] = []] = await resolve([name]);
    if (id === undefined) expect(outcome).toBe('doubtful');
    else expect([outcome, ids]).toEqual(['certain', [id]]);
  });

  it('come back in their order and as they were sent, twice where they were sent twice', async () => {
    expect(await resolve(['Italy', 'nobody at all', ' Italy', 'Italy'])).toEqual([
      ['Italy', 'certain', 'italy'],
      ['nobody at all', 'unknown'],
      [' Italy', 'certain', 'italy'],
      ['Italy', 'certain', 'italy'],
    ]);
  });

  it('of two entities are doubtful, the better connected first, then by id', async () => {
    expect(await resolve(['Ulm', 'ulm an der donau'])).toEqual([
      ['Ulm', 'doubtful', 'ulm-north', 'ulm-south'],
      ['ulm an der donau', 'certain', 'ulm-south'],
    ]);
    expect(await resolve(['NATO'])).toEqual([['NATO', 'doubtful', 'nato', 'place-of-nato']]);
  });

  it('that are an id mean that entity, whoever else has it for a name', async () => {
    expect(await resolve(['nato'])).toEqual([['nato', 'certain', 'nato']]);
  });

  it('with typing errors or only in part are doubtful, the closest first', async () => {
    const [[, outcome, first] = []] = await resolve(['Germny']);
    expect([outcome, first]).toEqual(['doubtful', 'germany']);
    expect((await resolve(['German']))[0]?.[1]).toBe('doubtful');
  });

  it('keep to types', async () => {
    expect(await resolve(['Ukraine', 'NATO'], ['Organisation'])).toEqual([
      ['Ukraine', 'unknown'],
      ['NATO', 'certain', 'nato'],
    ]);
    expect(await resolve(['germany'], ['Person'])).toEqual([['germany', 'unknown']]);
  });

  it('without a word in them, and names that are Lucene syntax, are unknown and no error', async () => {
    const odd = ['-', '"', '\\', '(:', '*', 'AND', '"a" OR *:*', 'the', ' '];
    const outcomes = (await resolve(odd)).map(([, outcome]) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'certain')).toEqual([]);
  });

  it('are named in the language that is asked for, with the name that matched', async () => {
    const [match] = await resolveNames({ database, vocabulary }, { names: ['Germany'], types: [], lang: 'de' });
    expect(match?.candidates).toEqual([{ id: 'germany', type: 'Country', name: 'Deutschland', matched: 'Germany' }]);
  });

  it('may be five hundred, each answered', async () => {
    const many = Array.from(
      { length: 500 },
      (_, index) => ['Germany', 'Germny', 'nobody', 'Ulm'][index % 4] + ' '.repeat(index),
    );
    const outcomes = (await resolve(many)).map(([, outcome]) => outcome);
    expect(outcomes.slice(0, 4)).toEqual(['certain', 'doubtful', 'unknown', 'doubtful']);
    expect(outcomes).toHaveLength(500);
  });
});
