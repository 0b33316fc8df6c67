// The matrix of classes of attack and layers of the guard: as it is written down, and as it is found by trying.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { alone, type Means, type Verdict } from './alone.ts';
import { attacks, layers, type Attack, type Layer } from './corpus.ts';

const cell = z.enum(['refuses', 'refuses some', 'detects', 'detects some', 'passes', 'untried']);
const row = z.record(z.enum(layers), cell);
const file = z.strictObject({ hostile: z.record(z.string(), row), exfiltration: z.record(z.string(), row) });

/** Rows by class, cells by layer. */
export type Matrix = Record<string, Record<Layer, z.infer<typeof cell>>>;

/** What each layer did with one technique; nothing for a layer that it was not put to. */
export interface Trial {
  readonly class: string;
  readonly technique: string;
  /** Whether it would change data, end what others run, or reach files or the network, were it let through. */
  readonly harmful: boolean;
  readonly verdicts: Partial<Record<Layer, Verdict>>;
}

const corpora = ['hostile', 'exfiltration'] as const;

/** The matrix as it is meant to be. */
export function expectedMatrix(): Matrix {
  const text = readFileSync(join(import.meta.dirname, 'matrix.yaml'), 'utf8');
  const { hostile, exfiltration } = file.parse(load(text));
  return { ...hostile, ...exfiltration };
}

/** Puts the first query of every technique to every layer that it may be put to. */
export async function tryEverything(means: Means, expected: Matrix): Promise<Trial[]> {
  const first = new Map<string, Attack>();
  for (const attack of corpora.flatMap((corpus) => attacks(corpus)))
    if (!first.has(`${attack.class} ${attack.technique}`)) first.set(`${attack.class} ${attack.technique}`, attack);
  const trials: Trial[] = [];
  for (const attack of first.values()) trials.push(await tryOne(attack, means, expected));
  return trials;
}

async function tryOne(attack: Attack, means: Means, expected: Matrix): Promise<Trial> {
  const verdicts: Partial<Record<Layer, Verdict>> = {};
  for (const layer of layers) {
    if (expected[attack.class]?.[layer] === 'untried') continue;
    const idle = ['settings', 'counters', 'limits'].includes(layer) && !attack.layers.includes(layer);
    verdicts[layer] = idle ? 'passes' : await alone(layer, attack, means);
  }
  const harmful =
    attack.class === 'terminate' || attack.layers.some((layer) => layer === 'session' || layer === 'settings');
  return { class: attack.class, technique: attack.technique, harmful, verdicts };
}

/** The matrix that trials amount to. */
export function matrixOf(trials: readonly Trial[]): Matrix {
  const classes = [...new Set(trials.map((trial) => trial.class))].sort();
  return Object.fromEntries(
    classes.map((name) => {
      const own = trials.filter((trial) => trial.class === name);
      return [name, Object.fromEntries(layers.map((layer) => [layer, cellOf(own, layer)])) as Matrix[string]];
    }),
  );
}

function cellOf(trials: readonly Trial[], layer: Layer): z.infer<typeof cell> {
  const verdicts = new Set(trials.map((trial) => trial.verdicts[layer]));
  if (verdicts.has(undefined)) return 'untried';
  const strongest = (['refuses', 'detects'] as const).find((verdict) => verdicts.has(verdict));
  if (strongest === undefined) return 'passes';
  return verdicts.size === 1 ? strongest : `${strongest} some`;
}

/** By how many layers each harmful technique is refused, the least in its class. */
export function leastRefusals(trials: readonly Trial[]): Map<string, number> {
  const least = new Map<string, number>();
  for (const { class: name, harmful, verdicts } of trials) {
    const refusals = Object.values(verdicts).filter((verdict) => verdict === 'refuses').length;
    if (harmful) least.set(name, Math.min(least.get(name) ?? refusals, refusals));
  }
  return least;
}

/** The matrix as a table for a terminal. */
export function matrixTable(matrix: Matrix): string {
  const lines = [
    ['class', ...layers],
    ...Object.entries(matrix).map(([name, cells]) => [name, ...layers.map((layer) => cells[layer])]),
  ];
  return lines
    .map((line) =>
      line
        .map((text, index) => text.padEnd(index === 0 ? 25 : 14))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
