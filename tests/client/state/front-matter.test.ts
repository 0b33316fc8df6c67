// The text of a query that is kept: the server reads back what the page has written.
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../client/state/draft.ts';
import { fileText, guessKind, idOfTitle, labelOfName, type Draft } from '../../../client/state/front-matter.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import { readQuery } from '../../../server/queries/saved/read-query.ts';

const vocabulary = await loadVocabulary();
const known = { vocabulary, suggestion: () => undefined };
const both = (text: string) => ({ en: text, de: text });
const cypher = 'MATCH (n:Entity {id: $who}) WHERE n.name CONTAINS $text RETURN n.name AS name LIMIT $most\n';

const draft: Draft = {
  id: 'who-is-called-so',
  title: { en: 'Who is: "called" so?', de: "Wer heißt 'so' # wirklich" },
  description: { en: 'Ends */ early,\nand goes on.', de: 'yes' },
  tags: ['names', 'true', 'a, b'],
  parameters: [
    { name: 'who', kind: 'entity', label: both('Who'), required: true },
    {
      name: 'text',
      kind: 'enumeration',
      label: { en: 'Text', de: '- {Text}' },
      required: false,
      values: ['a', '2', 'null'],
    },
    { name: 'most', kind: 'integer', label: both('Most'), required: false, default: 10 },
  ],
  columns: [{ name: 'name', label: both('Name') }],
  rowLimit: 100,
  cypher,
};

describe('the text of a kept query', () => {
  it('is read back by the server as it was meant', () => {
    const read = readQuery({ path: 'new.cypher', origin: 'own' }, fileText(draft), known);
    expect('faults' in read ? read.faults : []).toEqual([]);
    expect('query' in read && read.query).toMatchObject({
      id: 'who-is-called-so',
      title: draft.title,
      description: { en: 'Ends */ early, and goes on.', de: 'yes' },
      tags: draft.tags,
      parameters: [
        { name: 'who', kind: 'entity', label: both('Who'), required: true },
        {
          name: 'text',
          kind: 'enumeration',
          label: { en: 'Text', de: '- {Text}' },
          required: false,
          values: [
            { value: 'a', label: both('a') },
            { value: '2', label: both('2') },
            { value: 'null', label: both('null') },
          ],
        },
        { name: 'most', kind: 'integer', required: false, default: 10 },
      ],
      columns: [{ name: 'name', label: both('Name') }],
      rowLimit: 100,
    });
  });

  it('ends its head where the Cypher begins, and holds that unchanged', () => {
    const text = fileText(draft);
    expect(text.indexOf('*/')).toBe(text.indexOf('--- */') + 4);
    expect(text.endsWith(`--- */\n${cypher}`)).toBe(true);
  });

  it('is proposed from a free query so that only words are missing', () => {
    const proposal = draftOf({
      cypher,
      parameters: ['who', 'text', 'most'],
      typed: { who: 'nato', text: 'N', most: '5' },
      columns: ['name'],
      rowLimit: 1000,
    });
    const whole = { ...proposal, id: 'x', title: both('X'), description: both('About x') };
    const read = readQuery({ path: 'new.cypher', origin: 'own' }, fileText(whole), known);
    expect('query' in read && read.query.parameters).toMatchObject([
      { name: 'who', kind: 'entity', label: both('Who'), required: true },
      { name: 'text', kind: 'text', required: true },
      { name: 'most', kind: 'integer', required: true, default: 5 },
    ]);
  });
});

describe('the id of a title', () => {
  it.each([
    ['Who finances what?', 'who-finances-what'],
    ['Größte Straßenbauten – Übersicht', 'groesste-strassenbauten-uebersicht'],
    ['Türkiye & Yeşilgöz (2026)', 'tuerkiye-yesilgoez-2026'],
    ['Зеленський', ''],
    ['  ', ''],
  ])('%s is %j', (title, id) => {
    expect(idOfTitle(title)).toBe(id);
  });
});

describe('the label of a name', () => {
  it.each([
    ['relationTypes', 'Relation types'],
    ['as_of', 'As of'],
    ['n', 'N'],
    ['c.name', 'C name'],
  ])('%s is %s', (name, label) => {
    expect(labelOfName(name)).toBe(label);
  });
});

describe('the kind of a parameter', () => {
  it.each([
    ['MATCH (n {id: $x}) RETURN n', 'text', 'entity'],
    ['MATCH (n) WHERE n.id = $x RETURN n', 'text', 'entity'],
    ['MATCH (n) WHERE n.id IN $x RETURN n', 'list', 'entities'],
    ['MATCH ()-[r]-() WHERE type(r) IN $x RETURN r', 'list', 'relationTypes'],
    ['MATCH ()-[r]-() WHERE type(r) = $x RETURN r', 'text', 'relationType'],
    ['MATCH (n) WHERE $x IN labels(n) RETURN n', 'text', 'entityType'],
    ['MATCH (n) RETURN n LIMIT $x', 'number', 'integer'],
    ['MATCH (n) WHERE n.amount > $x RETURN n', 'number', 'decimal'],
    ['MATCH (n) WHERE n.disputed = $x RETURN n', 'truth', 'boolean'],
    ['MATCH (n) WHERE n.name CONTAINS $x RETURN n', 'text', 'text'],
    ['MATCH (n {id: $xy}) WHERE n.name = $x RETURN n', 'text', 'text'],
  ] as const)('in %s is guessed', (text, sort, kind) => {
    expect(guessKind('x', text, sort)).toBe(kind);
  });
});
