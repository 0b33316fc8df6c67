// Writes the text of a saved query: front matter in the leading comment, then the Cypher.
import type { Json } from '../../data/model/graph.ts';
import type { QueryParameter } from '../../server/contract/shapes.ts';
import type { ValueSort } from './parameter-text.ts';

type Kind = QueryParameter['kind'];
type Words = Readonly<Record<string, string>>;

/** A parameter as the dialog has it. */
export interface DraftParameter {
  readonly name: string;
  readonly kind: Kind;
  readonly label: Words;
  readonly required: boolean;
  readonly default?: Json;
  readonly values?: readonly string[];
}

/** A query about to be kept. */
export interface Draft {
  readonly id: string;
  readonly title: Words;
  readonly description: Words;
  readonly tags: readonly string[];
  readonly parameters: readonly DraftParameter[];
  readonly columns: readonly { readonly name: string; readonly label: Words }[];
  readonly rowLimit: number;
  readonly cypher: string;
}

/** The whole file. */
export function fileText(draft: Draft): string {
  const lines = [
    `id: ${scalar(draft.id)}`,
    ...wordLines('title', draft.title),
    ...wordLines('description', draft.description),
    ...(draft.tags.length > 0 ? [`tags: [${draft.tags.map(scalar).join(', ')}]`] : []),
    ...(draft.parameters.length > 0 ? ['parameters:', ...draft.parameters.flatMap(parameterLines)] : []),
    'columns:',
    ...draft.columns.map(({ name, label }) => `  - { name: ${scalar(name)}, label: ${flow(label)} }`),
    'show: both',
    `rowLimit: ${draft.rowLimit}`,
  ];
  return `/* ---\n${lines.join('\n')}\n--- */\n${draft.cypher.trim()}\n`;
}

/** An id made of a title: lower-case words joined by hyphens; empty where no letter is left. */
export function idOfTitle(title: string): string {
  const plain = title
    .replace(/ß/g, 'ss')
    .replace(/[ÄÖÜäöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter.toLowerCase()] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 80).replace(/-$/, '');
}

/** The words of a name in camel or snake case: `relationTypes` becomes `Relation types`. */
export function labelOfName(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** What kind a parameter probably is, by its use in the text and the value that was tried. */
export function guessKind(name: string, cypher: string, sort: ValueSort): Kind {
  if (sort === 'truth') return 'boolean';
  const here = `\\$${name}(?![\\p{L}\\p{N}_])`;
  const stands = (pattern: string) => new RegExp(pattern, 'iu').test(cypher);
  const isList = sort === 'list' || stands(`\\bIN\\s+${here}`);
  if (stands(`\\bid\\s*(:|=|IN)\\s*${here}`)) return isList ? 'entities' : 'entity';
  if (stands(`\\btype\\(\\w+\\)\\s*(=|IN)\\s*${here}`)) return isList ? 'relationTypes' : 'relationType';
  if (stands(`${here}\\s+IN\\s+labels\\(`) || stands(`:\\$\\(${here}\\)`)) return 'entityType';
  if (isList) return 'entities';
  if (stands(`\\bdate\\(\\s*${here}`)) return 'text';
  if (stands(`\\bLIMIT\\s+${here}`)) return 'integer';
  return sort === 'number' ? 'decimal' : 'text';
}

function parameterLines(parameter: DraftParameter): string[] {
  const { name, kind, label, required, values } = parameter;
  return [
    `  - name: ${scalar(name)}`,
    `    kind: ${kind}`,
    `    label: ${flow(label)}`,
    ...(values === undefined
      ? []
      : [
          '    values:',
          ...values.map((value) => `      - { value: ${scalar(value)}, label: ${flow({ en: value, de: value })} }`),
        ]),
    `    required: ${required}`,
    ...(parameter.default === undefined ? [] : [`    default: ${valueText(parameter.default)}`]),
  ];
}

function wordLines(key: string, words: Words): string[] {
  return [`${key}:`, ...Object.entries(words).map(([lang, text]) => `  ${lang}: ${scalar(text)}`)];
}

function flow(words: Words): string {
  return `{ ${Object.entries(words)
    .map(([lang, text]) => `${lang}: ${scalar(text)}`)
    .join(', ')} }`;
}

function valueText(value: Json): string {
  return typeof value === 'string' ? scalar(value) : safe(JSON.stringify(value));
}

/** A text as YAML takes it in lists in braces, too: bare where it cannot be read as anything else, else quoted. */
function scalar(text: string): string {
  const one = text.replace(/\s+/g, ' ').trim();
  const isBare = /^\p{L}[\p{L}\p{N} ().-]*$/u.test(one) && !/^(true|false|null|yes|no|on|off|y|n|nan|inf)$/i.test(one);
  return isBare ? one : safe(JSON.stringify(one));
}

/** Without what would end the comment around it. */
function safe(quoted: string): string {
  return quoted.replaceAll('*/', '*\\/');
}
