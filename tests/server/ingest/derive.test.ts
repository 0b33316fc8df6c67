// What is derived from records: names, dates, evidence lists, grades, certainty, dispute, hashes.
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import { entityRows, relationRows } from '../../../server/ingest/derive.ts';
import type { RawRecord } from '../../../server/ingest/raw.ts';
import { countIndependent, sourceBook } from '../../../server/ingest/sources.ts';
import type { Dataset, StoredProperties } from '../../../server/ingest/stored.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import { datasetOf } from './content.ts';

let vocabulary: Vocabulary;
let graph: Dataset;
beforeAll(async () => {
  vocabulary = await loadVocabulary();
  graph = await datasetOf(fileURLToPath(new URL('../../fixtures/graph', import.meta.url)));
});

const book = sourceBook(
  [
    { id: 'act', reliability: 'A', date: '2026-01-23' },
    { id: 'paper', reliability: 'B', date: '2026-04', derivedFrom: ['act'] },
    { id: 'blog', reliability: 'E', derivedFrom: ['paper'] },
    { id: 'letter', reliability: 'F' },
    { id: 'left', reliability: 'C', derivedFrom: ['right'] },
    { id: 'right', reliability: 'C', derivedFrom: ['left'] },
  ],
  new Map(),
);

function item(source: string, more: RawRecord = {}): RawRecord {
  return { source, locator: '¶1', statement: 'It is so.', certainty: 'explicit', credibility: 2, ...more };
}

function entity(record: RawRecord): StoredProperties {
  const raw = { id: 'x', type: 'Agreement', name: 'X', ...record };
  return entityRows([raw], { dataset: 'test', vocabulary, sources: book })[0]?.properties ?? {};
}

describe('evidence', () => {
  it('becomes lists of one length, with an empty text where an item has nothing', () => {
    const properties = entity({
      evidence: [item('act', { attributedTo: 'someone' }), item('letter', { quote: 'So it is.' })],
    });
    expect(properties).toMatchObject({
      sources: ['act', 'letter'],
      locators: ['¶1', '¶1'],
      attributedTo: ['someone', ''],
      fields: ['', ''],
      values: ['', ''],
      quotes: ['', 'So it is.'],
      codedBy: ['', ''],
      reviewedBy: ['', ''],
      reviewedOn: ['', ''],
    });
  });

  it('is graded by the reliability of its source and its own credibility', () => {
    const properties = entity({ evidence: [item('letter', { credibility: 6 }), item('paper', { credibility: 3 })] });
    expect(properties).toMatchObject({ grades: ['F6', 'B3'], bestGrade: 'B3' });
  });

  it('takes the date of its source where it has none, and stays without where that has none', () => {
    const properties = entity({ evidence: [item('act'), item('letter'), item('act', { asOf: '2026-05-01' })] });
    expect(properties['asOf']).toEqual(['2026-01-23', '', '2026-05-01']);
  });

  it('attests from the first to the last day at which a source may say it', () => {
    const properties = entity({ evidence: [item('paper'), item('act')] });
    expect(properties['attestedFrom']).toEqual({ $type: 'Date', value: '2026-01-23' });
    expect(properties['attestedTo']).toEqual({ $type: 'Date', value: '2026-04-30' });
    expect(entity({ evidence: [item('letter')] })).not.toHaveProperty('attestedFrom');
  });

  it('gives the strongest certainty', () => {
    const with_ = (...certainties: string[]) =>
      entity({ evidence: certainties.map((certainty) => item('act', { certainty })) });
    expect(with_('inferred', 'implied')['certainty']).toBe('implied');
    expect(with_('inferred', 'explicit')['certainty']).toBe('explicit');
    expect(with_('inferred')['certainty']).toBe('inferred');
  });
});

describe('a dispute', () => {
  const status = (source: string, value: unknown) => item(source, { field: 'status', value });
  it.each<[string, RawRecord[], boolean]>([
    ['two items with different values of one field', [status('act', 'agreed'), status('paper', 'signed')], true],
    ['two items with the same value', [status('act', 'agreed'), status('paper', 'agreed')], false],
    ['one item with a value and one without', [status('act', 'agreed'), item('paper')], false],
    ['values of different fields', [status('act', 'agreed'), item('paper', { field: 'name', value: 'Pact' })], false],
    ['the third item differing', [status('act', 1), status('paper', 1), status('blog', 2)], true],
    ['two spellings of one text in bytes', [status('act', 'é'), status('paper', 'e\u0301')], false],
  ])('%s: %#', (_, evidence, disputed) => {
    expect(entity({ status: 'agreed', evidence })).toMatchObject({ disputed, status: 'agreed' });
  });
});

describe('independent sources', () => {
  it.each<[string[], number]>([
    [['act'], 1],
    [['act', 'act'], 1],
    [['act', 'letter'], 2],
    [['act', 'paper'], 1],
    [['act', 'blog'], 1],
    [['blog', 'letter'], 2],
    [['left', 'right'], 1],
    [['left', 'right', 'act'], 2],
    [['unknown', 'act'], 2],
    [[], 0],
  ])('of %j are %d', (ids, count) => {
    expect(countIndependent(ids, book)).toBe(count);
  });
});

describe('the properties of an entity', () => {
  it('hold every name in every language once', () => {
    const names = {
      name: 'Türkiye',
      nameDe: 'Türkei',
      nameNl: 'Turkije',
      shortName: 'Türkiye',
      aliases: ['Turkey', 'Türkei'],
    };
    expect(entity({ ...names, evidence: [item('act')] })['allNames']).toEqual([
      'Türkiye',
      'Türkei',
      'Turkije',
      'Turkey',
    ]);
  });

  it('hold bounds of a date, and whether it is stated to be open', () => {
    const dated = (date: string) => entity({ date, evidence: [item('act')] });
    const day = (value: string) => ({ $type: 'Date', value });
    expect(dated('2026-01/2026-06')).toMatchObject({
      dateFrom: day('2026-01-01'),
      dateTo: day('2026-06-30'),
      dateOpen: false,
    });
    expect(dated('2026-01-23/..')).toMatchObject({ dateFrom: day('2026-01-23'), dateOpen: true });
    expect(dated('2026-01-23/..')).not.toHaveProperty('dateTo');
    expect(dated('2026-01-23/')).not.toHaveProperty('dateTo');
    expect(dated('2026-01-23/')).toMatchObject({ dateOpen: false });
    expect(entity({ evidence: [item('act')] })).not.toHaveProperty('dateOpen');
  });

  it('rank the modality of an undertaking', () => {
    const firmness = (modality: string) =>
      entity({ type: 'Commitment', modality, evidence: [item('act')] })['firmness'];
    expect([firmness('will'), firmness('wishes'), firmness('could')]).toEqual([8, 5, 1]);
  });

  it('are those of the record, without what the type and the relations say', () => {
    const properties = entity({ legallyBinding: false, notStated: ['amount'], evidence: [item('act')] });
    expect(properties).toMatchObject({ legallyBinding: false, notStated: ['amount'], dataset: 'test' });
    expect(properties).not.toHaveProperty('type');
    expect(properties).not.toHaveProperty('evidence');
  });
});

describe('the hash of a row', () => {
  const hash = (record: RawRecord) => entity(record)['hash'];
  const record = { status: 'agreed', note: 'n', evidence: [item('act')] };
  it('does not depend on the order of keys', () => {
    expect(hash({ evidence: [item('act')], note: 'n', status: 'agreed' })).toBe(hash(record));
  });
  it.each<[string, RawRecord]>([
    ['a value', { ...record, status: 'signed' }],
    ['a key', { ...record, note: undefined }],
    ['the type', { ...record, type: 'Pledge' }],
    ['its evidence', { ...record, evidence: [item('paper')] }],
  ])('changes with %s', (_, other) => {
    expect(hash(other)).not.toBe(hash(record));
  });
});

describe('the test graph', () => {
  it('has its relations sorted by both ends', () => {
    const keys = graph.relations.map(({ from, to, id }) => `${from} ${to} ${id}`);
    expect(keys).toEqual([...keys].sort());
  });

  it('has its disputes where two sources disagree, and only there', () => {
    const disputed = [...graph.entities, ...graph.relations].filter(
      ({ properties }) => properties['disputed'] === true,
    );
    expect(disputed.map(({ id }) => id)).toEqual([
      'de-it-agreement',
      'de-it-agreement-9a',
      'eurodrone',
      'germany--finances--ua-diehl-arrangement',
    ]);
  });

  it('gives a relation with a key its own id', () => {
    expect(graph.relations.map(({ id }) => id)).toContain('germany--cooperates-with--italy--space');
    const raw = { from: 'a', type: 'SIGNED', to: 'b', evidence: [item('act')] };
    const [row] = relationRows([raw], { dataset: 'test', vocabulary, sources: book });
    expect(row).toMatchObject({ id: 'a--signed--b', from: 'a', to: 'b', type: 'SIGNED' });
    for (const key of ['from', 'to', 'key', 'type']) expect(row?.properties).not.toHaveProperty(key);
  });
});
