// `entente check`: tells all faults of a data set, and of the saved queries, which the database plans.
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { sentenceOf, EntenteError } from '../errors.ts';
import { checkCommand, type CommandEnd } from '../ingest/command.ts';
import { loadVocabulary } from '../ingest/vocabulary.ts';
import { seedFolder } from '../main.ts';
import type { SavedQueries } from '../queries/saved/saved-queries.ts';
import { faultLine, savedQueriesOf } from '../saved-queries.ts';
import { withDatabase, type Terminal } from './program.ts';

/** A database that is busy is asked again, after the time for which it is left alone. */
const attempts = 4;
const pauseMs = 5_500;

interface CheckOptions {
  readonly json?: boolean;
  readonly database: boolean;
}

/** Adds the command to the program. */
export function addCheckCommand(program: Command, terminal: () => Terminal): void {
  program
    .command('check')
    .description(
      'tell all faults of the shipped data set, as path:line:column: code: message, and of the saved queries, shipped and ' +
        'your own, as path:line: message; of a data set folder alone where one is named. Nothing is written. The queries are ' +
        'planned by the database, which is started for the time of the check where it does not run',
    )
    .argument('[folder]', 'folder of a data set to check instead')
    .option('--no-database', 'do not have the queries planned, and start no database')
    .option('--json', 'print one JSON text instead of lines')
    .action(async (folder: string | undefined, options: CheckOptions) => check(terminal(), folder, options));
}

async function check(terminal: Terminal, folder: string | undefined, options: CheckOptions): Promise<void> {
  const vocabulary = await loadVocabulary();
  const json = options.json === true;
  const data = await checkCommand({ folder: folder ?? seedFolder, json, vocabulary, notes: terminal.notes });
  const queries = folder === undefined ? await checkQueries(terminal, options) : undefined;
  const lines =
    queries === undefined
      ? data.lines
      : json
        ? [joined(data, queries)]
        : [...data.lines, ...queryLines(terminal, queries)];
  for (const line of lines) terminal.print(line);
  const faulty =
    data.exitCode !== 0 || (queries !== undefined && (queries.faults.length > 0 || queries.unplanned !== undefined));
  process.exitCode = faulty ? 1 : 0;
}

interface CheckedQueries {
  readonly sound: number;
  readonly faults: Awaited<ReturnType<SavedQueries['faults']>>;
  /** Why the database did not plan them, where it should have. */
  readonly unplanned?: string;
}

async function checkQueries(terminal: Terminal, { database: planned }: CheckOptions): Promise<CheckedQueries> {
  const { config } = terminal;
  const vocabulary = await loadVocabulary();
  const ask = async (saved: SavedQueries) => ({ sound: (await saved.list()).length, faults: await saved.faults() });
  if (!planned) return ask(savedQueriesOf(config, vocabulary));
  try {
    return await withDatabase(terminal, async ({ database }) => {
      await database.ready();
      const saved = savedQueriesOf(config, vocabulary, database);
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        await saved.planned();
        if ((await saved.unplanned()) === 0) break;
        await wait(pauseMs);
      }
      const unplanned = await saved.unplanned();
      const found = await ask(saved);
      return unplanned === 0 ? found : { ...found, unplanned: `it had no answer for ${unplanned} of them.` };
    });
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return { ...(await ask(savedQueriesOf(config, vocabulary))), unplanned: sentenceOf(error) };
  }
}

function queryLines({ config }: Terminal, { sound, faults, unplanned }: CheckedQueries): string[] {
  const files = new Set(faults.map(({ path }) => path)).size;
  return [
    ...faults.map((fault) => faultLine(config, fault)),
    ...(unplanned === undefined ? [] : [`The saved queries were not planned by the database: ${unplanned}`]),
    faults.length === 0
      ? `${sound} saved queries are without fault.`
      : `${faults.length} faults in ${files} of ${sound + files} files of saved queries.`,
  ];
}

function joined(data: CommandEnd, queries: CheckedQueries): string {
  return JSON.stringify({ ...JSON.parse(data.lines[0] ?? '{}'), queries });
}
