// Reads the text of a saved query: its head, its parameters, and their use in the Cypher below; faults come with their line.
import { createHash } from 'node:crypto';
import type { FileFault } from '../../contract/queries.ts';
import type { SavedQuery } from '../../contract/shapes.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { headFaults, queryHeadSchema, type KnownNames, type QueryHead } from './query-schema.ts';
import { usedParameters } from '../../contract/used-parameters.ts';

/** A saved query with its text, head included, as it is sent and shown. */
export interface StoredQuery {
  readonly query: SavedQuery;
  readonly text: string;
  /** The Cypher below the head. */
  readonly body: string;
  /** Whether the database has planned it and found nothing against it; the user's own run only then. */
  readonly planned: boolean;
}

/** A stored query with what later checks need to name places. */
export interface ReadQuery extends StoredQuery {
  readonly frontMatter: FrontMatter<QueryHead>;
}

/** Where a text comes from. */
export interface TextOrigin {
  /** Shown in faults. */
  readonly path: string;
  readonly origin: SavedQuery['origin'];
  /** Name of its file; none where it has not been kept yet. */
  readonly fileName?: string;
}

const longestText = 100_000;

/** One saved query, or all faults of its text, by line. */
export function readQuery(
  { path, origin, fileName }: TextOrigin,
  source: string,
  known: KnownNames,
): ReadQuery | { readonly faults: FileFault[] } {
  if (source.length > longestText)
    return {
      faults: [{ path, line: 1, message: `must have at most ${longestText} letters, and has ${source.length}` }],
    };
  const head = readFrontMatter(path, source, queryHeadSchema);
  if ('faults' in head) return head;
  const misnamed = fileName !== undefined && fileName !== `${head.value.id}.cypher`;
  const faults: FileFault[] = [
    ...(misnamed
      ? [{ line: head.lineOf(['id']), message: `id: must be the file's name, ${fileName.replace(/\.cypher$/i, '')}` }]
      : []),
    ...headFaults(head.value, known).map((fault) => ({ line: head.lineOf(fault.path), message: fault.message })),
    ...useFaults(head),
  ].map((fault) => ({ path, ...fault }));
  if (faults.length > 0) return { faults: faults.sort((a, b) => a.line - b.line) };
  return {
    query: { ...head.value, origin, version: versionOf(source) },
    text: source,
    body: head.body,
    planned: false,
    frontMatter: head,
  };
}

/** The version of a file: a hash of its text. */
export function versionOf(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 16);
}

function useFaults({ value, body, lineOf, lineInBody }: FrontMatter<QueryHead>): { line: number; message: string }[] {
  const used = usedParameters(body);
  const declared = value.parameters.map(({ name }) => name);
  return [
    ...used
      .filter(({ name }) => !declared.includes(name))
      .map(({ name, offset }) => ({
        line: lineInBody(offset),
        message: `parameter ${name} is used and not declared`,
      })),
    ...declared.flatMap((name, index) =>
      used.some((use) => use.name === name)
        ? []
        : [{ line: lineOf(['parameters', index]), message: `parameter ${name} is declared and not used` }],
    ),
  ];
}
