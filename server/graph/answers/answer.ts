// The parts of an answer that its readers need; the contract's own shapes fit them.
import type { Graph, Json } from '../../../data/model/graph.ts';

/** A column with its heading and how its values are put into words. */
export interface AnswerColumn {
  readonly name: string;
  readonly label: Readonly<Record<string, string>>;
  readonly detail?: boolean | undefined;
  readonly vocabulary?: boolean | undefined;
  readonly values?: readonly { readonly value: string; readonly label: Readonly<Record<string, string>> }[] | undefined;
}

/** Rows in the order of the columns, and the entities and relations that they refer to. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Json[])[];
  readonly graph: Graph;
}

/** The heading of a column in a language; its name where nothing else is known. */
export function headingOf(name: string, column: AnswerColumn | undefined, lang: string): string {
  return column?.label[lang] ?? column?.label['en'] ?? name;
}
