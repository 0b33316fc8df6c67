// No visible string stands in a component: every text comes from client/words or from the data.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const client = path.resolve(import.meta.dirname, '../../../client');
const components = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.svelte') && !file.startsWith('dist'),
);
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]);
const hasWord = (text: string) => /\p{L}{2,}/u.test(text);

/** Texts in markup, in spoken attributes, and string literals in expressions that are shown. */
function literalsIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown, isShown: boolean): void => {
    if (Array.isArray(node)) return node.forEach((each) => visit(each, isShown));
    if (node === null || typeof node !== 'object') return;
    const { type, name, data, value } = node as { type?: string; name?: string; data?: string; value?: unknown };
    if (type === 'Text' && isShown && typeof data === 'string' && hasWord(data)) found.push(data.trim());
    if (type === 'TemplateElement' && isShown) {
      const { cooked } = value as { cooked: string };
      if (hasWord(cooked)) found.push(cooked);
    }
    if (type === 'Literal' && isShown && typeof value === 'string' && hasWord(value)) found.push(value);
    if (type === 'Attribute') return visit(value, spoken.has(name ?? ''));
    if (isCode(type)) return;
    for (const [key, child] of Object.entries(node)) if (isContent(type, key)) visit(child, isShown);
  };
  visit((parse(source, { modern: true }) as AST.Root).fragment, true);
  return found;
}

/** Parts of the tree whose strings nobody sees: comments, style and class directives, tests of blocks. */
function isCode(type: string | undefined): boolean {
  return [
    'Comment',
    'StyleDirective',
    'ClassDirective',
    'OnDirective',
    'AttachTag',
    'ConstTag',
    'SvelteElement',
  ].includes(type ?? '');
}

function isContent(type: string | undefined, key: string): boolean {
  if (key === 'test' || key === 'key' || key === 'context' || key === 'arguments' || key === 'callee') return false;
  if (type === 'MemberExpression' || type === 'BinaryExpression') return false;
  return !(type === 'EachBlock' && key === 'expression');
}

describe('components', () => {
  it('are found', () => {
    expect(components.length).toBeGreaterThan(40);
  });

  it('hold no visible text of their own', () => {
    const offenders = components.flatMap((file) =>
      literalsIn(readFileSync(path.join(client, file), 'utf8')).map((text) => `${file}: ${text}`),
    );
    expect(offenders).toEqual([]);
  });

  it.each([
    '<p>Hello there</p>',
    '<button aria-label="Close it">×</button>',
    '<input placeholder="Type here" />',
    "<p>{isOpen ? 'Shown now' : ''}</p>",
    '<p>{`Shown ${name}`}</p>',
    '{#if a}<b>Nested text</b>{/if}',
    '<Widget label="Visible label" />',
  ])('would be caught in: %s', (source) => {
    expect(literalsIn(source)).toHaveLength(1);
  });

  it.each([
    '<p class="wide note">{words.title}</p>',
    "<p class={['a-class', { other: isOn }]}>·</p>",
    "{#if kind === 'entity'}{text}{/if}",
    '<Button look="quiet" icon="plus">{words.add}</Button>',
  ])('are not blamed for: %s', (source) => {
    expect(literalsIn(source)).toEqual([]);
  });
});
