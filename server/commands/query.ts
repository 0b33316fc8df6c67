// `entente query`: lists the saved queries, or runs one and prints its answer.
import { Option, type Command } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { EntenteError } from '../errors.ts';
import { savedQueriesOf } from '../saved-queries.ts';
import { answerFormats, formatAnswer, type AnswerFormat } from '../queries/saved/formats.ts';
import { runSavedQueryFromTexts } from '../queries/saved/run.ts';
import { loadVocabulary } from '../ingest/vocabulary.ts';
import { describeQuery } from './describe-query.ts';
import { langOption, paramOption, type ParamTexts } from './options.ts';
import { runAudited, withDatabase, type Terminal } from './program.ts';

interface QueryOptions {
  readonly param: ParamTexts;
  readonly format: AnswerFormat;
  readonly out?: string;
  readonly lang: string;
}

/** Adds the command to the program. */
export function addQueryCommand(program: Command, terminal: () => Terminal): void {
  program
    .command('query')
    .description('run a saved query and print its answer; without an id, list the saved queries')
    .argument('[id]', 'id of a saved query')
    .addOption(paramOption())
    .addOption(new Option('-f, --format <format>', 'how the answer is printed').choices(answerFormats).default('table'))
    .option('-o, --out <file>', 'the file to write instead of printing; needed for xlsx')
    .addOption(langOption())
    .action((id: string | undefined, options: QueryOptions) =>
      id === undefined ? listQueries(terminal(), options.lang) : runQuery(terminal(), id, options),
    );
}

async function listQueries(terminal: Terminal, lang: string): Promise<void> {
  const queries = await savedQueriesOf(terminal.config, await loadVocabulary()).list();
  for (const { query } of queries) terminal.print(describeQuery(query, lang));
}

async function runQuery(terminal: Terminal, id: string, { param, format, out, lang }: QueryOptions): Promise<void> {
  if (format === 'xlsx' && out === undefined) throw fileNeeded();
  await withDatabase(terminal, async (workplace) => {
    const stored = await savedQueriesOf(terminal.config, workplace.vocabulary, workplace.database, id).get(id);
    const answer = await runAudited(workplace, id, () => runSavedQueryFromTexts(workplace, stored, param, lang));
    const { vocabulary } = workplace;
    const lines = await formatAnswer(answer, format, { query: stored.query, vocabulary, lang, width: terminal.width });
    // Each line of CSV ends with both; the second comes with the print.
    const text = format === 'csv' && typeof lines === 'string' ? `${lines}\r` : lines;
    if (out === undefined) terminal.print(String(text));
    else await writeAnswer(terminal, out, text);
  });
}

async function writeAnswer(terminal: Terminal, out: string, answer: string | Uint8Array): Promise<void> {
  const bytes = typeof answer === 'string' ? `${answer}\n` : Buffer.from(answer);
  await writeFileAtomic(out, bytes).catch((cause: unknown) => {
    throw new EntenteError({
      code: 'cannot-write',
      message: `The answer could not be written to ${out} (${cause instanceof Error ? cause.message : String(cause)}).`,
      advice: 'Name a file in a folder that exists and may be written with --out.',
      cause,
    });
  });
  terminal.print(out);
}

function fileNeeded(): EntenteError {
  return new EntenteError({
    code: 'file-needed',
    message: 'A workbook cannot be printed.',
    advice: 'Name the file to write with --out.',
  });
}
