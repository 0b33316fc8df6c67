// `entente queries`: lists, shows, keeps, renames, copies, takes away, exports and imports the saved queries.
import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import { loadVocabulary } from '../ingest/vocabulary.ts';
import { textWithId } from '../queries/saved/front-matter.ts';
import type { SavedQueries } from '../queries/saved/saved-queries.ts';
import { faultLine, savedQueriesOf } from '../saved-queries.ts';
import { describeQuery } from './describe-query.ts';
import { langOption } from './options.ts';
import { withDatabase, type Terminal } from './program.ts';
import { exportQueries, importQueries, type ImportOptions } from './query-files.ts';

interface SaveOptions {
  readonly replace?: boolean;
  readonly ifVersion?: string;
  readonly database: boolean;
}

const noDatabase = [
  '--no-database',
  'do not have the database plan what is kept (and do not start it for that)',
] as const;

/** Adds the command with its subcommands to the program. */
export function addQueriesCommand(program: Command, terminal: () => Terminal): void {
  const queries = program
    .command('queries')
    .description('the saved queries: the shipped ones, and your own as files under ENTENTE_HOME/queries');
  queries
    .command('list', { isDefault: true })
    .description('list all with their parameters, and the faults of files that cannot be run')
    .addOption(langOption())
    .action((options: { lang: string }) => list(terminal(), options.lang));
  queries
    .command('show')
    .description('print the text of a query, as it can be pasted into a database browser')
    .argument('<id>', 'id of a saved query')
    .action((id: string) =>
      withQueries(terminal(), false, async (saved) => terminal().print((await saved.get(id)).text)),
    );
  queries
    .command('save')
    .description('keep the query in a file, or in standard input where the file is -')
    .argument('<file>', 'a .cypher file with its head')
    .option('--replace', 'put it in the place of your own query of the same id')
    .option('--if-version <version>', 'with --replace: only where the kept one still has this version')
    .option(...noDatabase)
    .action((file: string, options: SaveOptions) => save(terminal(), file, options));
  queries
    .command('rename')
    .description('give your own query another id')
    .argument('<id>')
    .argument('<new-id>')
    .action((id: string, newId: string) => rename(terminal(), id, newId));
  queries
    .command('duplicate')
    .description('keep a copy of any query, shipped ones too, as your own under another id')
    .argument('<id>')
    .argument('<new-id>')
    .action((id: string, newId: string) => duplicate(terminal(), id, newId));
  queries
    .command('delete')
    .description('take your own query away')
    .argument('<id>')
    .action((id: string) => remove(terminal(), id));
  queries
    .command('export')
    .description('write your own queries, or those that are named, as files into a folder')
    .argument('<folder>', 'made where it is not there; other files in it stay')
    .argument('[ids...]', 'ids of saved queries; all of your own where none is named')
    .option('--force', 'write over files of the same name that hold something else')
    .action((folder: string, ids: string[], options: { force?: boolean }) =>
      withQueries(terminal(), false, (saved) => exportQueries(saved, folder, ids, options, terminal().print)),
    );
  queries
    .command('import')
    .description('keep the queries of files or folders as your own: all of them, or none where one has a fault')
    .argument('<files...>', '.cypher files, or folders that hold some')
    .option('--replace', 'put them in the place of your own queries of the same ids')
    .option('-n, --dry-run', 'only tell the faults')
    .option(...noDatabase)
    .action((files: string[], options: ImportOptions & { database: boolean }) =>
      withQueries(terminal(), options.database, async (saved) => {
        if (!(await importQueries(saved, files, options, terminal().print))) process.exitCode = 1;
      }),
    );
}

/** The saved queries for as long as the work takes; with the database they are planned. */
async function withQueries<T>(
  terminal: Terminal,
  planned: boolean,
  work: (saved: SavedQueries) => Promise<T>,
): Promise<T> {
  const { config } = terminal;
  if (!planned) return work(savedQueriesOf(config, await loadVocabulary()));
  return withDatabase(terminal, ({ database, vocabulary }) => work(savedQueriesOf(config, vocabulary, database)));
}

async function list(terminal: Terminal, lang: string): Promise<void> {
  await withQueries(terminal, false, async (saved) => {
    for (const { query } of await saved.list()) terminal.print(describeQuery(query, lang));
    for (const fault of await saved.faults()) terminal.notes.say(faultLine(terminal.config, fault));
  });
}

async function save(terminal: Terminal, file: string, { replace, ifVersion, database }: SaveOptions): Promise<void> {
  const text = file === '-' ? await readAll(process.stdin) : undefined;
  await withQueries(terminal, database, async (saved) => {
    const done = await importQueries(saved, [file], { replace: replace === true, ifVersion, text }, terminal.print);
    if (!done) process.exitCode = 1;
  });
}

async function rename({ print, ...terminal }: Terminal, id: string, newId: string): Promise<void> {
  await withQueries({ print, ...terminal }, false, async (saved) => {
    const { query, text } = await saved.get(id);
    await saved.replace(id, textWithId(text, newId), query.version);
    print(`${id} is now ${newId}.`);
  });
}

async function duplicate(terminal: Terminal, id: string, newId: string): Promise<void> {
  await withQueries(terminal, false, async (saved) => {
    await saved.create(textWithId((await saved.get(id)).text, newId));
    terminal.print(`${newId} is a copy of ${id}.`);
  });
}

async function remove(terminal: Terminal, id: string): Promise<void> {
  await withQueries(terminal, false, async (saved) => {
    await saved.remove(id, (await saved.get(id)).query.version);
    terminal.print(`${id} is gone.`);
  });
}
