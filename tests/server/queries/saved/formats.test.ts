// Answers as the command line prints them: tables, CSV, JSON, workbooks.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { GraphNode, GraphRelation } from '../../../../data/model/graph.ts';
import type { QueryAnswer, SavedQuery } from '../../../../server/contract/shapes.ts';
import { loadVocabulary } from '../../../../server/ingest/vocabulary.ts';
import { formatAnswer } from '../../../../server/queries/saved/formats.ts';

const vocabulary = await loadVocabulary();
const shared = { certainty: 'explicit', disputed: false, properties: {}, evidence: [] };
const node = (id: string, name: string, de: string): GraphNode => ({
  id,
  type: 'Country',
  name,
  names: { en: name, de },
  aliases: [],
  ...shared,
});
const finances: GraphRelation = { id: 'g--f--p', type: 'FINANCES', from: 'germany', to: 'pledge', ...shared };
const query: SavedQuery = {
  id: 'q',
  title: {},
  description: {},
  tags: [],
  parameters: [],
  show: 'both',
  rowLimit: 2,
  origin: 'shipped',
  version: 'v',
  columns: [
    { name: 'who', label: { en: 'Who', de: 'Wer' } },
    { name: 'status', label: { en: 'Status' }, vocabulary: true },
    { name: 'role', label: { en: 'Role', de: 'Rolle' }, values: [{ value: 'x', label: { en: 'ex', de: 'Ix' } }] },
    { name: 'fact', label: { en: 'Fact', de: 'Fakt' } },
    { name: 'day', label: { en: 'Day', de: 'Tag' }, detail: true },
  ],
};
const answer: QueryAnswer = {
  columns: ['who', 'status', 'role', 'fact', 'day'],
  rows: [
    [
      [{ $type: 'Entity', id: 'germany', type: 'Country', name: 'Germany' }],
      'promised',
      'x',
      { $type: 'Relation', id: 'g--f--p', type: 'FINANCES', from: 'germany', to: 'pledge' },
      { $type: 'Date', value: '2026-04-15' },
    ],
    [null, 'held', 'y', [], null],
  ],
  graph: {
    nodes: [node('germany', 'Germany', 'Deutschland'), node('pledge', 'Drones', 'Drohnen')],
    relations: [finances],
  },
  truncated: true,
  rowLimit: 2,
  durationMs: 1,
};
const print = { query, vocabulary, lang: 'de' };

describe('an answer', () => {
  it('as CSV has names, words and sentences of the language', async () => {
    expect(parse(String(await formatAnswer(answer, 'csv', print)))).toEqual([
      ['Wer', 'Status', 'Rolle', 'Fakt', 'Tag'],
      ['Deutschland', 'zugesagt', 'Ix', 'Deutschland finanziert Drohnen', '2026-04-15'],
      ['', 'abgehalten', 'y', '', ''],
    ]);
  });

  it('as a table fits the width and says that it was cut', async () => {
    const text = String(await formatAnswer(answer, 'table', { ...print, lang: 'en', width: 60 }));
    const lines = text.split('\n');
    expect(lines.at(-1)).toBe('These are the first 2 rows; there are more.');
    expect(lines.slice(0, -1).every((line) => line.length <= 60)).toBe(true);
    expect(text).toContain('promised');
    expect(text).not.toMatch(/…|Day/);
  });

  it('as a table moves no cursor', async () => {
    const evil = { ...answer, rows: [['\u001B[2Jgone', null, null, null, null]] };
    expect(await formatAnswer(evil, 'table', print)).not.toContain('\u001B');
  });

  it('as JSON is the answer of the API', async () => {
    expect(JSON.parse(String(await formatAnswer(answer, 'json', print)))).toEqual(answer);
  });

  it('as a workbook is a file', async () => {
    const bytes = await formatAnswer(answer, 'xlsx', print);
    expect(String.fromCharCode(...(bytes.slice(0, 2) as Uint8Array))).toBe('PK');
  });
});
