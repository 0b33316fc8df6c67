// English texts for saved queries and their results; the German ones have the same keys.
import type { ValueFault } from '../../state/form-values.ts';
import { count } from '../count.ts';

const say = (number: number, one: string, many: string) => count(number, one, many, 'en-GB');

/** Saved queries: list, form, own files. */
export const queriesEn = {
  search: 'Search queries',
  tags: 'Subjects',
  found: (found: number, all: number) =>
    found === all ? say(all, 'query', 'queries') : `${found} of ${say(all, 'query', 'queries')}`,
  own: 'own',
  faulty: 'Files that cannot be run',
  back: 'All queries',
  run: 'Run',
  cancel: 'Cancel',
  cypher: 'Cypher',
  required: 'needed',
  optional: 'optional',
  missing: (labels: string) => `Still needed: ${labels}.`,
  any: 'any',
  pick: 'Search for an entity',
  pickMore: 'Add an entity',
  pickValue: 'Choose or type',
  pickRelation: 'Add a relation',
  change: (name: string) => `Choose another than ${name}`,
  takeOut: (name: string) => `Take ${name} out`,
  yes: 'yes',
  no: 'no',
  empty: 'There are no saved queries.',
  dayForm: 'YYYY-MM-DD',
  edtfForm: '2026, 2026-01 or 2026-01-23',
  ends: { from: 'From', to: 'To' },
  rangeHelp: 'Days as YYYY-MM-DD; either may stay empty.',
  bounds: (min: number | undefined, max: number | undefined) =>
    min !== undefined && max !== undefined
      ? `From ${min} to ${max}.`
      : min !== undefined
        ? `At least ${min}.`
        : max !== undefined
          ? `At most ${max}.`
          : '',
  fault: (fault: ValueFault): string => {
    switch (fault.code) {
      case 'missing':
        return 'Something has to be entered.';
      case 'whole':
        return 'This must be a whole number.';
      case 'number':
        return 'This must be a number.';
      case 'day':
        return 'This must be a day such as 2026-01-23.';
      case 'edtf':
        return 'This must be a date such as 2026, 2026-01, 2026-01-23 or 2026-01/2026-06.';
      case 'endBeforeStart':
        return 'The end lies before the start.';
      case 'choice':
        return 'This is none of the choices.';
      case 'unreadable':
        return 'This cannot be read.';
      case 'bounds':
        return fault.min !== undefined && fault.max !== undefined
          ? `This must be from ${fault.min} to ${fault.max}.`
          : fault.min !== undefined
            ? `This must be at least ${fault.min}.`
            : `This must be at most ${fault.max}.`;
    }
  },
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  link: {
    malformed: 'The link in the address cannot be read; it may have been cut when it was sent.',
    noSuchQuery: (id: string) =>
      `The link asks for a query “${id}”, which is not here. It may be somebody’s own, or renamed.`,
    noSuchParameter: (name: string) => `The link has a value “${name}”, which this query does not take.`,
    badValue: (text: string, label: string) => `The link has “${text}” for ${label}.`,
  },
  paste: {
    open: 'Paste a list',
    label: 'Names, one a line',
    take: (number: number) => (number === 0 ? 'Find them' : `Find ${say(number, 'name', 'names')}`),
    tooMany: 'At most 500 names at once.',
    certain: (number: number) => `${say(number, 'name was', 'names were')} recognised and taken.`,
    unknown: (names: string) => `Not known: ${names}.`,
    doubtful: (name: string) => `“${name}” may be`,
    noneOfThem: 'None of these',
  },
  manage: {
    label: 'This query',
    edit: 'Edit text',
    rename: 'Rename',
    copy: 'Duplicate',
    export: 'Save as file',
    import: 'Import files',
    delete: 'Delete',
    sure: 'Its file is deleted, too. This cannot be undone.',
    reallyDelete: 'Delete it',
    keep: 'Leave it as it is',
    keepBoth: 'Keep both',
    takeDisk: 'Take what is on disk',
    copyOf: (lang: string, title: string) => (lang === 'de' ? `Kopie von ${title}` : `Copy of ${title}`),
    titleIn: (language: string) => `Title, ${language}`,
    file: 'Name of the file',
    fileHelp: 'Lower-case words joined by hyphens; links hold it.',
    save: 'Rename',
    imported: (file: string, title: string) => `${file}: “${title}” is in the list.`,
    done: {
      renamed: 'Renamed.',
      copied: 'This is the copy. It is yours: rename it or edit its text.',
      'kept-both': 'Both are kept; this is yours.',
      deleted: 'Deleted.',
    },
  },
  offers: {
    title: 'Queries',
    runs: '(runs at once)',
    opens: '(needs more values)',
    more: (number: number) => `${number} more`,
  },
  several: {
    title: (number: number) => `${number} selected`,
    hint: 'Shift and click on the canvas adds one or takes it out.',
    takeOut: (name: string) => `Take ${name} out of the selection`,
  },
};

/** The answer of a query. */
export const resultEn = {
  label: 'Result',
  view: 'Show as',
  tabs: { network: 'Network', table: 'Table', json: 'JSON' },
  tools: 'What to do with the result',
  running: 'Running …',
  rows: (number: number) => say(number, 'row', 'rows'),
  soFar: (number: number) => `${say(number, 'row', 'rows')} so far`,
  stopped: (number: number) => `stopped after ${say(number, 'row', 'rows')}`,
  cut: (limit: number) => `first ${limit.toLocaleString('en-GB')}, there are more`,
  cutByBytes: 'cut for its size, there are more',
  seconds: (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`),
  cancel: 'Cancel',
  filter: 'Filter rows',
  filterIn: 'Column that is filtered',
  anyColumn: 'in any column',
  filtering: 'Filtering …',
  left: (left: number, all: number) => `${left.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}`,
  showAll: 'Show all rows',
  noneLeft: 'No row holds these words.',
  sort: (heading: string, direction: 'up' | 'down' | undefined) =>
    direction === undefined
      ? `Sort by ${heading}`
      : direction === 'up'
        ? `Sort by ${heading}, downwards`
        : 'As the rows came',
  more: (number: number) => `${number} more`,
  tooMany: (number: number) =>
    `${number.toLocaleString('en-GB')} entities are too many to draw: filter the rows first.`,
  replace: 'Show only these',
  add: 'Add to the canvas',
  copyLink: 'Copy link to this query and its values',
  linkCopied: 'Link copied',
  export: 'Export',
  exportRows: (number: number) => `The ${say(number, 'row', 'rows')} of the table, in this order.`,
  formats: {
    csv: ['CSV', 'for spreadsheets and statistics'],
    xlsx: ['Excel', 'with real dates and numbers'],
    json: ['JSON', 'with the network'],
    jsonl: ['JSON Lines', 'one object a row'],
  } as Record<'csv' | 'xlsx' | 'json' | 'jsonl', [string, string]>,
  writing: 'Writing the file …',
  saved: (name: string) => `Saved as ${name}.`,
  jsonLabel: (lines: number) => `The answer as JSON, ${say(lines, 'line', 'lines')}`,
  none: 'The query found nothing.',
  noneText: 'Nothing in the data answers to these values. Try fewer or other ones.',
  close: 'Close the result',
  resize: 'Height of the result',
};
