// Reads a saved query's file: YAML in the leading comment, then Cypher; faults come with their line.
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { FileFault } from '../../contract/queries.ts';

/** Where something is said in the front matter: keys and positions from its root down. */
export type FrontMatterPath = readonly (string | number)[];

/** What a file holds. */
export interface FrontMatter<T> {
  readonly value: T;
  /** What follows the leading comment, line ends included. */
  readonly body: string;
  /** Line of the file, from 1, on which the thing at this path begins, or else the nearest thing above it. */
  lineOf(path: FrontMatterPath): number;
  /** Line of the file, from 1, of a letter of the body. */
  lineInBody(offset: number): number;
}

const opening = /^\/\*[ \t]*---[ \t]*\r?\n/;
const closing = /^---[ \t]*\*\/[ \t]*\r?$/m;

/**
 * The checked front matter of a file that begins with a comment `/* ---`, ends it with `--- *` and `/`, and holds YAML
 * between; or all faults. Aliases, unknown tags, and whatever would end the comment earlier for the database are faults.
 */
export function readFrontMatter<T>(
  path: string,
  source: string,
  schema: z.ZodType<T>,
): FrontMatter<T> | { readonly faults: FileFault[] } {
  const start = opening.exec(source)?.[0].length;
  const end = start === undefined ? undefined : closing.exec(source.slice(start));
  if (start === undefined || end === undefined || end === null)
    return { faults: [{ path, line: 1, message: 'must begin with a comment /* --- … --- */ that says what it is' }] };
  const yaml = source.slice(start, start + end.index);
  const bodyStart = start + end.index + end[0].length;
  const outside = hiddenFaults(source, yaml, start);
  if (outside.length > 0) return { faults: outside.map((fault) => ({ path, ...fault })) };
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, strict: true, uniqueKeys: true });
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  // The second fault of broken YAML merely follows from the first.
  const broken = [...document.errors, ...document.warnings].slice(0, 1);
  if (broken.length > 0)
    return { faults: broken.map(({ pos, message }) => ({ path, line: lineAt(pos[0]), message: firstLine(message) })) };
  const alias = /(^|[\s[{,:-])[*&][A-Za-z0-9_]/m.exec(yaml.replace(/(["']).*?\1/g, (text) => ' '.repeat(text.length)));
  if (alias !== null)
    return { faults: [{ path, line: lineAt(alias.index + 1), message: 'must not use anchors or aliases' }] };
  const lineOf = (at: FrontMatterPath): number => lineAt(offsetOf(document, at));
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!parsed.success)
    return { faults: parsed.error.issues.flatMap((issue) => issueFaults(issue, lineOf)).map((f) => ({ path, ...f })) };
  return {
    value: parsed.data,
    body: source.slice(bodyStart),
    lineOf,
    lineInBody: (offset) => lineNumber(source, bodyStart + offset),
  };
}

/** A text whose head gives this id; the same text where its head gives none. */
export function textWithId(source: string, id: string): string {
  const start = opening.exec(source)?.[0].length ?? 0;
  const end = start + (closing.exec(source.slice(start))?.index ?? 0);
  const node = parseDocument(source.slice(start, end)).get('id', true);
  if (!isNode(node) || !node.range) return source;
  return source.slice(0, start + node.range[0]) + id + source.slice(start + node.range[1]);
}

/** The line, from 1, of a letter of a text. */
export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** What the database would read otherwise than we do: the end of the comment within it, letters written as escapes anywhere. */
function hiddenFaults(source: string, yaml: string, start: number): { line: number; message: string }[] {
  const early = yaml.indexOf('*/');
  const escape = /\\u+[0-9A-Fa-f]{4}/.exec(source);
  return [
    ...(early < 0 ? [] : [{ line: lineNumber(source, start + early), message: 'must not hold */ within its head' }]),
    ...(escape === null
      ? []
      : [
          {
            line: lineNumber(source, escape.index),
            message: `must not hold the escape ${escape[0]}: write the letter`,
          },
        ]),
  ];
}

function issueFaults(issue: z.core.$ZodIssue, lineOf: (path: FrontMatterPath) => number) {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      line: lineOf([...path, key]),
      message: `${[...path, key].join('.')}: is no key here`,
    }));
  const message = issue.message.endsWith('received undefined') ? 'is missing' : issue.message;
  return [{ line: lineOf(path), message: path.length === 0 ? message : `${path.join('.')}: ${message}` }];
}

function offsetOf(document: Document, path: FrontMatterPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => isNode(item.key) && String(item.key) === key) : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
