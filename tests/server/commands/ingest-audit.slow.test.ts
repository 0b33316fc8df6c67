// How ingestions from the command line are written down: done, as a dry run, refused or failed.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ingestAudited } from '../../../server/commands/program.ts';
import { readConfig } from '../../../server/config.ts';
import { EntenteError } from '../../../server/errors.ts';
import { ingestCommand, type CommandEnd } from '../../../server/ingest/command.ts';
import { loadVocabulary } from '../../../server/ingest/vocabulary.ts';
import { root } from './run-command.ts';

const vocabulary = await loadVocabulary();
const notes = { say: () => undefined, progress: () => undefined };
let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'entente-noted-'))));
afterEach(() => rmSync(home, { recursive: true }));

const linesIn = (): unknown[] =>
  readdirSync(join(home, 'audit')).flatMap((file) =>
    readFileSync(join(home, 'audit', file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  );
const noted = (folder: string, run: () => Promise<CommandEnd>) =>
  ingestAudited({ config: readConfig({ ENTENTE_HOME: home }), notes }, folder, run);
const ingesting = (fixture: string, thrown: Error) => {
  const folder = join(root, 'tests/fixtures', fixture);
  return noted(folder, () => ingestCommand({ folder, vocabulary, notes, open: () => Promise.reject(thrown) }));
};

it('one that came to its end is done, or a dry run', async () => {
  await noted('some/folder', async () => ({ exitCode: 0, outcome: 'done', lines: [] }));
  await noted('some/folder', async () => ({ exitCode: 2, outcome: 'dry-run', lines: [] }));
  const line = { kind: 'ingestion', who: 'command line', query: 'folder' };
  expect(linesIn()).toMatchObject([
    { ...line, outcome: 'done' },
    { ...line, outcome: 'dry-run' },
  ]);
});

it('one of faulty files is refused', async () => {
  await ingesting('faults/thirty', new Error('not opened'));
  expect(linesIn()).toMatchObject([{ query: 'thirty', outcome: 'refused' }]);
});

it.each([
  [409, 'too-many-deletions', 'refused'],
  [503, 'database-unreachable', 'failed'],
])('one that ends with %i %s is %s', async (status, code, outcome) => {
  const end = await ingesting('graph', new EntenteError({ code, status, message: 'So it is.' }));
  expect(end.exitCode).toBe(1);
  expect(linesIn()).toMatchObject([{ query: 'graph', outcome, code }]);
});

it('one that breaks off with an error of the program is failed, and the error goes on', async () => {
  await expect(ingesting('graph', new TypeError('x is not a function'))).rejects.toThrow(TypeError);
  expect(linesIn()).toMatchObject([{ query: 'graph', outcome: 'failed', code: 'internal-error' }]);
});
