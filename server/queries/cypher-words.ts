// What a free query may name besides types: functions and procedures that the guard lets through, as the database describes them.
import { z } from 'zod';
import type { CypherWords } from '../contract/cypher.ts';
import { functions, procedures } from '../guard/allowed.ts';
import { readRows, type Reading } from './reading.ts';

const mostKeys = 1000;
const callableRow = z.object({ name: z.string(), signature: z.string(), description: z.string() });

/** The words, each list by name. */
export async function readCypherWords(reading: Reading): Promise<CypherWords> {
  const [ofFunctions, ofProcedures, keys] = await Promise.all([
    readRows(reading, 'list-functions', { names: [...functions] }, callableRow),
    readRows(reading, 'list-procedures', { names: [...procedures] }, callableRow),
    readRows(reading, 'list-property-keys', { limit: mostKeys }, z.object({ key: z.string() })),
  ]);
  // A function with several forms is listed once for each.
  const once = ofFunctions.filter(({ name }, at) => ofFunctions[at - 1]?.name !== name);
  return { functions: once, procedures: ofProcedures, properties: keys.map(({ key }) => key) };
}
