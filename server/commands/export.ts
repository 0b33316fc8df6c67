// `entente export`: runs a saved query, or takes entities by id, and writes the picture as a file.
import { Option, InvalidArgumentError, type Command } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { exportRequestSchema } from '../contract/export.ts';
import { EntenteError } from '../errors.ts';
import { createExporter, type PictureWish } from '../exporter.ts';
import { savedQueriesOf } from '../saved-queries.ts';
import { runSavedQueryFromTexts } from '../queries/saved/run.ts';
import type { PictureFile } from '../snapshot/picture.ts';
import { langOption, paramOption, wholeNumber, type ParamTexts } from './options.ts';
import { runAudited, withDatabase, type Terminal, type Workplace } from './program.ts';

interface ExportOptions {
  readonly query?: string;
  readonly ids?: string;
  readonly param: ParamTexts;
  readonly format: 'svg' | 'png';
  readonly out?: string;
  readonly title?: string;
  readonly date?: string;
  readonly lang: PictureWish['lang'];
  readonly theme: PictureWish['theme'];
  readonly scale: number;
}

const { shape } = exportRequestSchema;

/** Adds the command to the program. */
export function addExportCommand(program: Command, terminal: () => Terminal): void {
  program
    .command('export')
    .description('write the picture of a saved query’s answer, or of entities, with legend, date and sources')
    .option('-q, --query <id>', 'the saved query whose answer is drawn')
    .option('--ids <ids>', 'the entities that are drawn with the relations among them, separated by commas')
    .addOption(paramOption())
    .addOption(new Option('-f, --format <format>', 'format of the file').choices(shape.format.options).default('svg'))
    .option('-o, --out <file>', 'the file to write; a name made from title and date where it is not said')
    .option('-t, --title <text>', 'title of the picture; the query’s or the data set’s where it is not said')
    .option('-d, --date <YYYY-MM-DD>', 'the date that is printed; today where it is not said', dateText)
    .addOption(langOption())
    .addOption(new Option('--theme <theme>', 'colours').choices(shape.theme.unwrap().options).default('light'))
    .option('-s, --scale <number>', 'pixels a unit, for PNG: 1, 2 or 4', scaleNumber, 1)
    .action((options: ExportOptions) => exportPicture(terminal(), options));
}

function dateText(text: string): string {
  if (shape.date.safeParse(text).success) return text;
  throw new InvalidArgumentError('It must look like 2026-01-23.');
}

function scaleNumber(text: string): number {
  const scale = wholeNumber(text);
  if (shape.scale.safeParse(scale).success) return scale;
  throw new InvalidArgumentError('It must be 1, 2 or 4.');
}

async function exportPicture(terminal: Terminal, options: ExportOptions): Promise<void> {
  const file = await withDatabase(terminal, (workplace) => draw(terminal, workplace, options));
  const out = options.out ?? file.fileName;
  await writeFileAtomic(out, file.bytes).catch((cause: unknown) => {
    throw new EntenteError({
      code: 'cannot-write',
      message: `The picture could not be written to ${out} (${cause instanceof Error ? cause.message : String(cause)}).`,
      advice: 'Name a file in a folder that exists and may be written with --out.',
      cause,
    });
  });
  terminal.print(out);
}

async function draw({ config }: Terminal, workplace: Workplace, options: ExportOptions): Promise<PictureFile> {
  const { query, ids, param, title, date, lang, theme, format } = options;
  const scale = shape.scale.parse(options.scale);
  const exporter = createExporter(workplace.database, workplace.vocabulary);
  const wish = { lang, theme, format, scale, ...(date === undefined ? {} : { date }) };
  if (query === undefined) {
    if (ids === undefined) throw nothingNamed();
    const named = ids.split(',').map((id) => id.trim());
    return exporter.render({ ...wish, ids: named, ...(title === undefined ? {} : { title }) });
  }
  const stored = await savedQueriesOf(config, workplace.vocabulary, workplace.database, query).get(query);
  const { graph } = await runAudited(workplace, query, () => runSavedQueryFromTexts(workplace, stored, param, lang));
  const { title: titles } = stored.query;
  return exporter.renderGraph(graph, { ...wish, title: title ?? titles[lang] ?? titles['en'] });
}

function nothingNamed(): EntenteError {
  return new EntenteError({
    code: 'nothing-named',
    message: 'It is not said what to draw.',
    advice: 'Give --query with the id of a saved query, or --ids with ids of entities.',
  });
}
