// Reads the corpora of the guard: hostile, exfiltrating and honest queries, as the files under corpus/ hold them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';

/** A layer that may stop a query, in the order in which a query meets them. */
export const layers = ['text', 'plan', 'session', 'settings', 'counters', 'limits'] as const;

export type Layer = (typeof layers)[number];

/** A query that must not be let through. */
export interface Attack {
  /** What it is after; the name of its file. */
  readonly class: string;
  /** How it goes about it; at most five queries share one. */
  readonly technique: string;
  /** The layers that are expected to stop it, or to notice it, each on its own. */
  readonly layers: readonly Layer[];
  readonly query: string;
  readonly parameters: Record<string, Json>;
}

/** A query that an analyst might write. */
export interface HonestQuery {
  readonly name: string;
  readonly query: string;
  readonly parameters: Record<string, Json>;
}

/** Where an exfiltrating query reaches for: a file as `file:` address, and a listener as `host:port`. */
export interface Canaries {
  readonly file: string;
  readonly address: string;
}

type Json = z.infer<ReturnType<typeof z.json>>;

const folder = join(import.meta.dirname, 'corpus');
const noCanaries: Canaries = { file: 'file:///tmp/canary.csv', address: '127.0.0.1:1' };
const parameters = z.record(z.string(), z.json()).default({});
const honestFile = z.array(z.strictObject({ name: z.string(), query: z.string(), parameters }));
const written = z.union([
  z.string(),
  z.strictObject({ query: z.string(), parameters, deepParameters: z.record(z.string(), z.int()).default({}) }),
]);
const attackFile = z.strictObject({
  class: z.string(),
  techniques: z.array(
    z.strictObject({ technique: z.string(), layers: z.array(z.enum(layers)).min(1), queries: z.array(written).min(1) }),
  ),
});

/** All honest queries, in the order of their files. */
export function honestQueries(): HonestQuery[] {
  return files('honest').flatMap((file) => honestFile.parse(load(readFileSync(file, 'utf8'))));
}

/**
 * All queries of a corpus, in the order of its files. `⟦400×[⟧` stands for 400 brackets, `⟨file⟩`, `⟨canary⟩` and `⟨port⟩` for
 * the canaries; a deep parameter is so many lists in one another.
 */
export function attacks(corpus: 'hostile' | 'exfiltration', canaries = noCanaries): Attack[] {
  return files(corpus).flatMap((file) => {
    const { class: name, techniques } = attackFile.parse(load(readFileSync(file, 'utf8')));
    return techniques.flatMap(({ technique, layers, queries }) =>
      queries.map((entry) => ({ class: name, technique, layers, ...expanded(entry, canaries) })),
    );
  });
}

function files(corpus: string): string[] {
  return readdirSync(join(folder, corpus))
    .sort()
    .map((name) => join(folder, corpus, name));
}

function expanded(entry: z.infer<typeof written>, canaries: Canaries): Pick<Attack, 'query' | 'parameters'> {
  if (typeof entry === 'string') return { query: expand(entry, canaries), parameters: {} };
  const deep = Object.entries(entry.deepParameters).map(([name, depth]) => [name, nested(depth)] as const);
  return {
    query: expand(entry.query, canaries),
    parameters: { ...expandAll(entry.parameters, canaries), ...Object.fromEntries(deep) },
  };
}

function expand(text: string, { file, address }: Canaries): string {
  return text
    .replace(/⟦(\d+)×([^⟦⟧]*)⟧/g, (_, times: string, part: string) => part.repeat(Number(times)))
    .replaceAll('⟨file⟩', file)
    .replaceAll('⟨canary⟩', address)
    .replaceAll('⟨port⟩', address.replace(/.*:/, ''));
}

function expandAll(values: Record<string, Json>, canaries: Canaries): Record<string, Json> {
  const revive = (_: string, value: unknown): unknown => (typeof value === 'string' ? expand(value, canaries) : value);
  return parameters.parse(JSON.parse(JSON.stringify(values), revive));
}

function nested(depth: number): Json {
  let value: Json = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
