// Checks data set folders from the command line without a database: `npx tsx server/ingest/check-folder.ts <folder> …`.
import { readDataset } from './dataset.ts';
import { formatFault } from './faults.ts';
import { loadVocabulary } from './vocabulary.ts';

for (const folder of process.argv.slice(2)) {
  const { dataset, faults } = await readDataset(folder, await loadVocabulary());
  for (const fault of faults) process.stdout.write(`${folder}/${formatFault(fault)}\n`);
  const found = `${dataset?.entities.length ?? '?'} entities, ${dataset?.relations.length ?? '?'} relations`;
  process.stdout.write(`${folder}: ${faults.length} faults, ${found}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
