// Icons as inlined paths, from the icon set's own data; only shapes and numbers pass.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const iconNode = z.tuple([
  z.enum(['path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']),
  z.record(z.string(), z.union([z.string(), z.number()])),
]);

/** Markup of icons by name, drawn in a square of 24 units with `currentColor` left to the group around it. */
export type Icons = Readonly<Record<string, string>>;

let index: Promise<Record<string, unknown>> | undefined;

async function readIndex(): Promise<Record<string, unknown>> {
  const path = fileURLToPath(import.meta.resolve('lucide-static/icon-nodes.json'));
  return z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(path, 'utf8')));
}

/** The icons of those names; a name that the set does not have gets a plain dot. */
export async function loadIcons(names: Iterable<string>): Promise<Icons> {
  index ??= readIndex();
  const all = await index;
  return Object.fromEntries([...new Set(names)].map((name) => [name, markupOf(all[name])]));
}

const dot = '<circle cx="12" cy="12" r="4"/>';
const plainValue = /^[\w\s.,-]+$/;

function markupOf(nodes: unknown): string {
  const parsed = z.array(iconNode).safeParse(nodes);
  if (!parsed.success) return dot;
  return parsed.data.map(([tag, attributes]) => `<${tag} ${attributesOf(attributes)}/>`).join('');
}

function attributesOf(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .filter(([name, value]) => /^[a-z\d-]+$/.test(name) && name !== 'key' && plainValue.test(String(value)))
    .map(([name, value]) => `${name}="${String(value)}"`)
    .join(' ');
}
