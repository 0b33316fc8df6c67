// The texts of saved queries: what is read from them, and their faults with line and sentence.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { queryParameterSchema } from '../../../../server/contract/shapes.ts';
import { loadVocabulary } from '../../../../server/ingest/vocabulary.ts';
import { readQuery } from '../../../../server/queries/saved/read-query.ts';

const suggestions: Record<string, string[]> = {
  'of-party': ['party', 'text', 'limit'],
  domains: ['limit'],
};
const known = { vocabulary: await loadVocabulary(), suggestion: (name: string) => suggestions[name] };

const good = `/* ---
id: good
title: { en: Good, de: Gut }
description:
  en: It is good.
  de: Er ist gut.
parameters:
  - name: system
    kind: entity
    label: { en: System, de: System }
    types: [Programme]
    required: true
columns:
  - { name: n, label: { en: N, de: N } }
--- */
// $notOne: a comment is no use of a parameter, nor is '$this'
MATCH (n {id: $system, name: '$neither'}) RETURN n
`;
/** The good query with another parameter after `system`, at line 13, and its use at the end of line 21. */
const withParameter = (more: string) =>
  good
    .replace(
      'columns:',
      `  - name: other
    kind: ${more}
    label: { en: Other, de: Anderes }
    required: false
columns:`,
    )
    .replace('RETURN n', 'RETURN n, $other');

const faultsOf = (source: string, fileName = 'good.cypher') => {
  const read = readQuery({ path: 'saved/good.cypher', origin: 'own', fileName }, source, known);
  return 'faults' in read ? read.faults.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe('a saved query', () => {
  it('is read with its defaults, and keeps its text as it can be pasted', () => {
    const read = readQuery({ path: 'saved/good.cypher', origin: 'own', fileName: 'good.cypher' }, good, known);
    expect(read).toMatchObject({
      query: { id: 'good', tags: [], show: 'both', rowLimit: 1000, origin: 'own' },
      text: good,
    });
    expect('query' in read && read.query.version).toMatch(/^[0-9a-f]{16}$/);
  });

  it('has another version where a single letter differs', () => {
    const [one, other] = [good, good.replace('good.', 'goad.')].map((text) =>
      readQuery({ path: 'p', origin: 'own' }, text, known),
    );
    expect(one !== undefined && 'query' in one && other !== undefined && 'query' in other).toBe(true);
    if (one !== undefined && 'query' in one && other !== undefined && 'query' in other)
      expect(one.query.version).not.toBe(other.query.version);
  });

  it('may have Windows line ends, with the same lines in its faults', () => {
    expect(faultsOf(good.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(faultsOf(good.replace('RETURN n', 'RETURN n, $more').replaceAll('\n', '\r\n'))).toEqual([
      '17: parameter more is used and not declared',
    ]);
  });

  it.each([
    ['no front matter', 'MATCH (n) RETURN n', ['1: must begin with a comment /* --- … --- */ that says what it is']],
    ['broken YAML', good.replace('{ en: Good', '{ en: "Good'), [expect.stringMatching(/^\d+: Missing closing "quote/)]],
    ['a duplicate key', good.replace('title:', 'id: twice\ntitle:'), ['3: Map keys must be unique']],
    [
      'an alias',
      good.replace('{ en: Good, de: Gut }', '&a { en: Good, de: Gut }'),
      ['3: must not use anchors or aliases'],
    ],
    ['an unknown key', good.replace('title:', 'titel:'), ['2: title: is missing', '3: titel: is no key here']],
    ['a missing language', good.replace('  de: Er ist gut.\n', ''), ['4: description: must have words in en and de']],
    [
      'an unknown kind',
      good.replace('kind: entity', 'kind: thing'),
      [expect.stringMatching(/^9: parameters\.0\.kind: Invalid option/)],
    ],
    [
      'an unknown type',
      good.replace('[Programme]', '[Country, Program]'),
      ['11: parameter system: the vocabulary has no type Program'],
    ],
    [
      'an undeclared parameter',
      good.replace('RETURN n', 'RETURN n,\n  $more'),
      ['18: parameter more is used and not declared'],
    ],
    ['an unused parameter', good.replace('id: $system, ', ''), ['8: parameter system is declared and not used']],
    ['another name', good.replace('id: good', 'id: better'), ["2: id: must be the file's name, good"]],
    [
      'an id that is no name for a file',
      good.replace('id: good', 'id: ../good'),
      ['2: id: must be lower-case words joined by single hyphens'],
    ],
    [
      'a reserved id',
      good.replace('id: good', 'id: com1'),
      ['2: id: must not be a name that Windows keeps for itself'],
    ],
    [
      'a column twice',
      good.replace('--- */', '  - { name: n, label: { en: N, de: N } }\n--- */'),
      ['15: n is there twice'],
    ],
    [
      'a comment that ends too early for the database',
      good.replace('It is good.', 'It is */ MATCH (n) DETACH DELETE n /* good.'),
      ['5: must not hold */ within its head'],
    ],
    [
      'an escape that the database reads as a letter',
      good.replace('It is good.', String.raw`It is \u002a\u002f good.`),
      [String.raw`5: must not hold the escape \u002a: write the letter`],
    ],
    [
      'an escape in its Cypher',
      good.replace('$notOne', String.raw`\u000aDELETE`),
      [String.raw`16: must not hold the escape \u000a: write the letter`],
    ],
    [
      'too many letters',
      good + ' '.repeat(100_000),
      [expect.stringMatching(/^1: must have at most 100000 letters, and has 100\d\d\d$/)],
    ],
  ])('with %s has that fault', (_, source, faults) => {
    expect(faultsOf(source)).toEqual(faults);
  });
});

describe('the example in the README', () => {
  it('is without fault and has a parameter of every kind', () => {
    const [, text = ''] = /```cypher\n([\s\S]*?)```/.exec(readFileSync('cypher/README.md', 'utf8')) ?? [];
    const read = readQuery({ path: 'cypher/README.md', origin: 'own' }, text, known);
    expect('faults' in read ? read.faults : read.query.parameters.map(({ kind }) => kind)).toEqual(
      queryParameterSchema.shape.kind.options,
    );
  });
});

describe('a parameter', () => {
  it.each([
    ['integer\n    min: 1\n    max: 8\n    default: 8'],
    ['decimal\n    min: 0.5'],
    ['edtf\n    default: 2026-01/2026-06'],
    ['dateRange\n    default: { from: 2026-01-01 }'],
    ['entities\n    types: [Country]\n    default: [germany]'],
    ['relationTypes\n    default: [FINANCES, PLEDGES]'],
    ['enumeration\n    values: [{ value: a, label: { en: A, de: A } }]\n    default: a'],
    ['text\n    suggest: domains'],
  ])('may be %s', (more) => {
    expect(faultsOf(withParameter(more))).toEqual([]);
  });

  it.each([
    ['integer\n    min: 1\n    default: 0', '16: parameter other: default must be 1 or more'],
    ['integer\n    min: 1.5', '15: parameter other: min must be a whole number'],
    ['decimal\n    min: 2\n    max: 1', '16: parameter other: max must not be less than min'],
    ['text\n    max: 3', '15: parameter other: max goes with integer or decimal, not with text'],
    ['date\n    min: 1', '15: parameter other: min goes with integer or decimal, not with date'],
    ['date\n    default: 2026-02-30', '15: parameter other: default must be a date such as 2026-01-23'],
    ['edtf\n    default: spring', expect.stringMatching(/^15: parameter other: default must be an EDTF date/)],
    ['entities\n    default: germany', '15: parameter other: default must be a list of ids of entities'],
    [
      'relationTypes\n    default: [LIKES]',
      expect.stringMatching(/^15: .*default must be a list of some of MEMBER_OF/),
    ],
    ['text\n    default: null', '15: parameter other: default must be a value or left out'],
    ['enumeration', '14: parameter other: an enumeration needs values'],
    [
      'enumeration\n    values:\n      - { value: a, label: { en: A, de: A } }\n      - { value: a, label: { en: A, de: A } }',
      '17: parameter other: a is there twice',
    ],
    ['text\n    types: [Country]', '15: parameter other: types goes with entity or entities, not with text'],
    [
      'boolean\n    suggest: domains',
      '15: parameter other: suggest goes with text or entity or entities, not with boolean',
    ],
    ['text\n    suggest: nothing', '15: parameter other: there is no statement cypher/suggest/nothing.cypher'],
    [
      'text\n    suggest: of-party',
      '15: parameter other: cypher/suggest/of-party.cypher uses party, which is no other parameter of this query',
    ],
  ])('may not be %s', (more, fault) => {
    expect(faultsOf(withParameter(more))).toEqual([fault]);
  });

  it('may not suggest its values from itself', () => {
    expect(faultsOf(good.replace('kind: entity', 'kind: entity\n    suggest: of-system'))).toEqual([
      '10: parameter system: there is no statement cypher/suggest/of-system.cypher',
    ]);
    suggestions['of-system'] = ['system'];
    expect(faultsOf(good.replace('kind: entity', 'kind: entity\n    suggest: of-system'))).toHaveLength(1);
  });

  it('may be one of two of a name only once', () => {
    const twice = good.replace(
      'columns:',
      `  - { name: system, kind: text, label: { en: S, de: S }, required: false }\ncolumns:`,
    );
    expect(faultsOf(twice)).toEqual(['13: system is there twice']);
  });
});
