// Changes the head of a query's file, id and titles, and leaves everything else as it was written.
import type { Document } from 'yaml';

/** What can be changed. */
export interface HeadChanges {
  readonly id?: string;
  readonly title?: Readonly<Record<string, string>>;
}

const head = /^(\uFEFF?\s*\/\*[ \t]*---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*\*\/)/m;

/**
 * The text with another id or other titles.
 *
 * @returns undefined where the text has no head that can be read
 */
export async function withHead(text: string, changes: HeadChanges): Promise<string | undefined> {
  const found = head.exec(text);
  if (found === null) return undefined;
  const [whole, start = '', yaml = '', end = ''] = found;
  const { parseDocument } = await import('yaml');
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return undefined;
  change(document, changes);
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  // What would end the comment around it must not stand in it.
  return text.replace(whole, () => `${start}${written.replaceAll('*/', '* /')}${end}`);
}

function change(document: Document, { id, title }: HeadChanges): void {
  if (id !== undefined) document.set('id', id);
  for (const [lang, words] of Object.entries(title ?? {})) document.setIn(['title', lang], words);
}
