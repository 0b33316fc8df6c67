// Reads a saved query's file: YAML in the leading comment, then Cypher; faults come with their line.
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A fault in a file. */
export interface FileFault {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const opening = /^\/\*[ \t]*---[ \t]*\r?\n/;
const closing = /^---[ \t]*\*\/[ \t]*\r?$/m;

/**
 * The checked front matter of a file that begins with a comment `/* ---`, ends it with `--- *` and `/`, and holds YAML
 * between; or all faults. Aliases and unknown tags are faults.
 */
export function readFrontMatter<T>(
  path: string,
  source: string,
  schema: z.ZodType<T>,
): { readonly value: T; readonly body: string } | { readonly faults: FileFault[] } {
  const start = opening.exec(source)?.[0].length;
  const end = start === undefined ? undefined : closing.exec(source.slice(start));
  if (start === undefined || end === undefined || end === null)
    return { faults: [{ path, line: 1, message: 'must begin with a comment /* --- … --- */ that says what it is' }] };
  const lines = new LineCounter();
  const yaml = source.slice(start, start + end.index);
  const document = parseDocument(yaml, { lineCounter: lines, strict: true, uniqueKeys: true });
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  // The second fault of broken YAML merely follows from the first.
  const broken = [...document.errors, ...document.warnings].slice(0, 1);
  if (broken.length > 0)
    return { faults: broken.map(({ pos, message }) => ({ path, line: lineAt(pos[0]), message: firstLine(message) })) };
  if (/(^|[\s[{,:-])[*&][A-Za-z0-9_]/m.test(yaml.replace(/(["']).*?\1/g, '')))
    return { faults: [{ path, line: 2, message: 'must not use anchors or aliases' }] };
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { value: parsed.data, body: source.slice(start + end.index + end[0].length) };
  return {
    faults: parsed.error.issues.map((issue) => ({
      path,
      line: lineAt(offsetOf(document, issue.path)),
      message: issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`,
    })),
  };
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
