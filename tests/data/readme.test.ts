// The README's examples of the data format are a data set without fault.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readDataset } from '../../server/ingest/dataset.ts';
import { formatFault } from '../../server/ingest/faults.ts';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'entente-readme-'));
afterAll(() => rm(folder, { recursive: true }));

it('the examples of the data format form a data set without fault', async () => {
  const readme = await readFile(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const [dataset = '', source = '', entity = '', relation = ''] = [...readme.matchAll(/```yaml\n(.*?)```/gs)].map(
    (match) => match[1] ?? '',
  );
  await Promise.all(['entities', 'relations'].map((name) => mkdir(path.join(folder, name))));
  const contract = entity.replaceAll('raytheon', 'example-contract').replace('Company', 'Agreement\n  kind: contract');
  const files: Record<string, string> = {
    'dataset.yaml': dataset,
    'sources.yaml': source + source.replaceAll('example-item', 'example-report'),
    'entities/company.yaml': entity,
    'entities/agreement.yaml': contract,
    'relations/example.yaml': relation,
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(folder, name), text)));
  const read = await readDataset(folder, await loadVocabulary());
  expect(read.faults.map(formatFault)).toEqual([]);
  expect([read.dataset?.entities.length, read.dataset?.relations.length]).toEqual([4, 1]);
});
