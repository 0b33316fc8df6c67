// What a free query would be as a saved one: proposals for its parameters and columns, to be changed in the dialog.
import type { Draft, DraftParameter } from './front-matter.ts';
import { guessKind, labelOfName } from './front-matter.ts';
import { sortOfText, valueOfText } from './parameter-text.ts';

/** What is known of a free query. */
export interface FreeText {
  readonly cypher: string;
  readonly parameters: readonly string[];
  /** Values as they were typed, by parameter. */
  readonly typed: Readonly<Record<string, string>>;
  /** Columns by its plan. */
  readonly columns: readonly string[];
  readonly rowLimit: number;
}

/** The proposal: no title yet, every parameter needed, headings made of the names. */
export function draftOf({ cypher, parameters, typed, columns, rowLimit }: FreeText): Draft {
  return {
    id: '',
    title: { en: '', de: '' },
    description: { en: '', de: '' },
    tags: [],
    parameters: parameters.map((name) => parameterOf(name, cypher, typed[name] ?? '')),
    columns: columns.map((name) => ({ name, label: bothOf(labelOfName(name)) })),
    rowLimit,
    cypher,
  };
}

function parameterOf(name: string, cypher: string, typed: string): DraftParameter {
  const value = valueOfText(typed);
  const kind = guessKind(name, cypher, sortOfText(typed));
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return { name, kind, label: bothOf(labelOfName(name)), required: true, ...(isPlain ? { default: value } : {}) };
}

function bothOf(text: string): { en: string; de: string } {
  return { en: text, de: text };
}
