// The files of saved queries: what is read from them, and their faults with line and sentence.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../../../server/ingest/vocabulary.ts';
import { loadSavedQueries, readSavedQuery } from '../../../../server/queries/saved/load.ts';

const vocabulary = await loadVocabulary();
const folder = mkdtempSync(join(tmpdir(), 'entente-queries-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = `/* ---
id: good
title: { en: Good, de: Gut }
description: { en: It is good., de: Er ist gut. }
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

const faultsOf = (source: string, name = 'good.cypher') => {
  const read = readSavedQuery(`saved/${name}`, name, source, vocabulary);
  return 'faults' in read ? read.faults.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe('a saved query', () => {
  it('is read with its defaults, and keeps its text as it can be pasted', () => {
    const read = readSavedQuery('saved/good.cypher', 'good.cypher', good, vocabulary);
    expect(read).toMatchObject({ query: { id: 'good', tags: [], show: 'both', rowLimit: 1000 }, text: good });
  });

  it.each([
    ['no front matter', 'MATCH (n) RETURN n', ['1: must begin with a comment /* --- … --- */ that says what it is']],
    ['broken YAML', good.replace('{ en: Good', '{ en: "Good'), [expect.stringMatching(/^\d+: Missing closing "quote/)]],
    ['a duplicate key', good.replace('title:', 'id: twice\ntitle:'), ['3: Map keys must be unique']],
    [
      'an alias',
      good.replace('{ en: Good, de: Gut }', '&a { en: Good, de: Gut }'),
      ['2: must not use anchors or aliases'],
    ],
    [
      'an unknown key',
      good.replace('title:', 'titel:'),
      ['2: title: Invalid input: expected record, received undefined', '2: Unrecognized key: "titel"'],
    ],
    ['a missing language', good.replace(', de: Gut', ''), ['3: title: must have words in en and de']],
    [
      'a wrong kind',
      good.replace('kind: entity', 'kind: thing'),
      [expect.stringMatching(/^7: parameters\.0\.kind: Invalid option/)],
    ],
    [
      'an unknown type',
      good.replace('[Programme]', '[Program]'),
      ['1: parameter system: the vocabulary has no type Program'],
    ],
    [
      'an undeclared parameter',
      good.replace('RETURN n', 'RETURN n, $more'),
      ['1: parameter more is used and not declared'],
    ],
    ['an unused parameter', good.replace('id: $system, ', ''), ['1: parameter system is declared and not used']],
    ['another name', good.replace('id: good', 'id: better'), ["1: id: must be the file's name, good"]],
    [
      'a column twice',
      good.replace('--- */', '  - { name: n, label: { en: N, de: N } }\n--- */'),
      ['1: column n is there twice'],
    ],
  ])('with %s has that fault', (_, source, faults) => {
    expect(faultsOf(source)).toEqual(faults);
  });

  it('that is faulty stops the start, with all faults of all files', async () => {
    writeFileSync(join(folder, 'a.cypher'), 'RETURN 1');
    writeFileSync(join(folder, 'good.cypher'), good.replace('id: $system, ', ''));
    await expect(loadSavedQueries(folder, vocabulary)).rejects.toMatchObject({
      code: 'bad-saved-queries',
      details: {
        faults: [
          `${folder}/a.cypher:1: must begin with a comment /* --- … --- */ that says what it is`,
          `${folder}/good.cypher:1: parameter system is declared and not used`,
        ],
      },
    });
  });
});
