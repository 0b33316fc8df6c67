// Every English text of the interface; the German ones have the same keys.
import { queriesEn, resultEn } from './workbench/en.ts';

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** English. */
export const en = {
  product: 'Entente',
  tryAgain: 'Try again',
  close: 'Close',
  working: 'Working …',
  entities: (number: number) => count(number, 'entity', 'entities'),
  relations: (number: number) => count(number, 'relation', 'relations'),
  languages: { en: 'English', de: 'German', nl: 'Dutch', it: 'Italian', uk: 'Ukrainian', fr: 'French' } as Record<
    string,
    string
  >,

  bar: {
    label: 'Data set and view',
    shown: (shown: number, total: number) =>
      `${shown.toLocaleString('en-GB')} of ${count(total, 'entity', 'entities')}`,
    everything: 'Show everything',
    story: 'Back to the overview',
    undo: 'Undo the last change (Ctrl+Z)',
    display: 'Display',
    interfaceLang: 'Interface',
    namesIn: 'Names in',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    ownNames: { en: 'English', de: 'Deutsch' },
    picture: 'Save picture',
    keys: 'Keys and help',
    openRail: 'Search and legend',
  },

  rail: {
    label: 'Search, legend and queries',
    tabs: { legend: 'Legend', list: 'List', queries: 'Queries' },
    close: 'Close this panel',
  },

  search: {
    label: 'Search entities',
    placeholder: 'Search for a name',
    clear: 'Empty the search field',
    hits: 'Found entities',
    none: (text: string) =>
      `Nothing is called “${text}”. Names in every language and abbreviations are searched; typing errors are forgiven.`,
    onCanvas: 'on the canvas',
    relations: (number: number) => count(number, 'relation', 'relations'),
    searching: 'Searching …',
  },

  legend: {
    hint: 'Click to hide or show.',
    lines: 'Lines',
    reset: 'Show all again',
    disputed: 'sources disagree',
    thickness: 'the thicker, the more sources',
    empty: 'The legend shows what is on the canvas. It is empty now.',
  },

  list: {
    label: 'Entities on the canvas',
    hint: 'Everything that the canvas shows, best-connected first.',
    empty: 'Nothing is on the canvas.',
    unit: (number: number): string => (number === 1 ? 'relation' : 'relations'),
  },

  canvas: {
    label: 'Network',
    role: 'network',
    describe: (entities: number, relations: number) =>
      `Network of ${count(entities, 'entity', 'entities')} and ${count(relations, 'relation', 'relations')}. Arrow keys walk along the lines, Enter expands, Escape ends the selection. The tab “List” holds the same as a list.`,
    selected: (name: string) => `${name} is selected.`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit everything (F)',
    again: 'Lay out again',
    controls: 'Canvas',
    laying: 'Laying out the network …',
    hiddenAll: 'The legend hides everything.',
    emptyTitle: 'The canvas is empty',
    emptyText: 'Search for a name, or run a query such as',
    toOverview: 'Show the overview',
  },

  start: {
    loading: 'Loading the network …',
    asking: 'Asking for the database …',
    starting: 'The database is starting',
    startingText: 'This takes about ten seconds. The page goes on by itself.',
    startingAgain: 'The database is starting again',
    startingAgainText: 'It has stopped and is being started. Nothing is lost; the page goes on by itself.',
    unreachable: 'The database does not answer',
    unreachableText: 'Check that it runs and that its address is right. The page keeps trying.',
    noServer: 'The program does not answer',
    noServerText: 'It may have been stopped: start it again with “npm start”. The page keeps trying.',
    failed: 'The network could not be loaded',
    noData: 'There is nothing in the database yet',
    noDataText: 'Ingest a data set, then load this page again:',
    noDataCommand: 'npm run entente -- ingest data/seed',
    reload: 'Load again',
  },

  access: {
    title: 'This program asks for its token',
    text: 'Whoever runs it has given it a token. Enter it once; this browser then keeps a session, not the token.',
    token: 'Access token',
    signIn: 'Go on',
    wrong: 'This is not the token of this program. Ask whoever runs it.',
    tooMany: 'There were too many wrong tokens from your address. Try again in a minute.',
    signOut: 'Sign out',
  },

  away: {
    starting: 'The database is starting again. What is on the canvas stays; the rest will work again in a moment.',
    noServer: 'The program does not answer. What is on the canvas stays; start it again with “npm start”.',
  },

  inspector: {
    label: 'Details',
    close: 'Close the details (Escape)',
    resize: 'Width of the details',
    loading: 'Reading the evidence …',
    expand: 'Expand',
    bring: 'Bring onto the canvas',
    remove: 'Take off the canvas',
    alsoKnown: 'Also',
    facts: 'Facts',
    noFacts: 'No relation of this entity is known.',
    moreFacts: (number: number) => `Show all ${number}`,
    fewerFacts: 'Show fewer',
    cutFacts: (shown: number, total: number) => `The first ${shown} of ${total} relations.`,
    evidence: 'What the sources say',
    properties: 'Particulars',
    date: 'date',
    note: 'note',
    disputed: 'Sources disagree',
    readings: (field: string) => `Readings of “${field}”`,
    notStated: 'No source states',
    relation: 'Relation',
    from: 'From',
    to: 'To',
    inWords: { name: 'name' } as Record<string, string>,
  },

  evidence: {
    says: 'says',
    open: 'Evidence',
    certainty: 'certainty',
    grade: (grade: string) => `Grade ${grade}`,
    source: 'Open the source',
    quote: 'In its own words',
    asOf: 'as of',
  },

  expand: {
    title: 'Bring in neighbours',
    all: 'All relations',
    limit: 'At most',
    none: 'There is nothing to bring in.',
    brought: (brought: number, total: number, limit: number) =>
      total > limit
        ? `${count(brought, 'new entity', 'new entities')}; the ${limit} best-connected of ${total} are shown.`
        : brought === 0
          ? 'All of them were on the canvas already.'
          : count(brought, 'new entity', 'new entities') + '.',
    bringIn: 'Bring in:',
  },

  queries: queriesEn,
  result: resultEn,

  picture: {
    title: 'Save picture',
    intro: (entities: number, relations: number) =>
      `The ${count(entities, 'entity', 'entities')} and ${count(relations, 'relation', 'relations')} on the canvas, with legend and numbered sources.`,
    heading: 'Title',
    headingHint: 'What the picture shows',
    date: 'Date',
    dateForm: 'YYYY-MM-DD',
    theme: 'Theme',
    format: 'Format',
    formats: { svg: 'SVG', png: 'PNG' },
    scale: 'Size',
    save: 'Save',
    saving: 'Drawing the picture …',
    saved: (name: string) => `Saved as ${name}.`,
    tooMany: (limit: number) => `A picture holds up to ${limit} entities; hide or remove some.`,
  },

  /** What is there before the editor opens; its other words come with it. */
  free: {
    open: 'Write Cypher',
    openHint: 'A query of your own, with completion and plan',
    resize: 'Width of the editor',
    label: 'Cypher query',
    copyToEditor: 'Open in the editor',
  },

  keys: {
    title: 'Keys',
    list: [
      ['/', 'search'],
      ['↑ ↓ ← →', 'walk along the lines of the network'],
      ['Enter', 'expand the selected entity'],
      ['F', 'fit everything'],
      ['+  −', 'zoom'],
      ['Ctrl Z', 'undo the last change'],
      ['Esc', 'close, or end the selection'],
      ['?', 'show these keys'],
      ['Ctrl Enter', 'run the query in the editor'],
      ['Ctrl Space', 'completions in the editor'],
      ['Esc, Tab', 'leave the editor'],
      ['F8', 'next fault in the editor'],
    ] as [string, string][],
    mouse: 'With the mouse',
    mouseList: [
      ['click', 'facts and evidence'],
      ['double click', 'expand'],
      ['drag', 'move an entity or the sheet'],
      ['wheel', 'zoom'],
    ] as [string, string][],
  },

  failure: {
    unreachable: 'The program does not answer. Nothing on the page is lost; try again when it runs.',
    malformed: (status: number) =>
      `The answer could not be read${status >= 400 ? ` (${status})` : ''}. Nothing on the page is lost; try again.`,
  },
};

/** The shape that every language has. */
export type Words = typeof en;
