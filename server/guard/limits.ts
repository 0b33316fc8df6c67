// What a query that somebody wrote may cost: its length, its time, its rows. It runs in a session that can only read.
import { EntenteError } from '../errors.ts';

/** Limits of a free query. */
export const freeQueryLimits = { letters: 20_000, timeoutMs: 10_000, rowLimit: 10_000 } as const;

/**
 * What a text may hold, measured on the real database: what lies beyond is spent in its parser or planner, before any time limit,
 * or made in memory that no limit counts. A pattern of 80 relations keeps the planner busy for two minutes, one of 20 until the
 * time limit.
 */
export const limits = {
  tokens: 5_000,
  /** Brackets within brackets. */
  depth: 32,
  /** EXISTS, COUNT, COLLECT and CALL within each other. */
  subqueryDepth: 5,
  subqueries: 30,
  caseDepth: 10,
  /** NOT, + and - one after the other before a value. */
  prefixes: 10,
  additions: 200,
  /** AND, OR. */
  conditions: 200,
  /** XOR, which the planner writes out as AND and OR, twice as long each time. */
  exclusions: 5,
  /** Everything that calculates or compares, and the strokes of arrows. */
  operators: 500,
  /** Properties, indexes and labels one after the other: `a.b.c[0]`, `n:A|B`. */
  chain: 60,
  unions: 15,
  clauses: 80,
  matches: 25,
  /** Relations in the patterns of one MATCH or subquery, and in all. */
  relationsInMatch: 16,
  relations: 50,
  /** Steps of a path of variable length. */
  pathLength: 15,
  /** Paths that SHORTEST and ANY may look for. */
  shortest: 100,
} as const;

/**
 * Passes a text that is short enough to be sent.
 *
 * @throws {EntenteError} `query-too-long`
 */
export function limitLength(text: string): string {
  if (text.length <= freeQueryLimits.letters) return text;
  throw new EntenteError({
    code: 'query-too-long',
    status: 413,
    message: `The query has ${text.length} letters, and ${freeQueryLimits.letters} is the most.`,
    advice: 'Move long lists into parameters.',
  });
}

/** Limits of the parameters of a free query: how many there are, and how many bytes of JSON they have together. */
const parameterLimits = { names: 100, bytes: 128 * 1024 } as const;

/**
 * Passes parameters that are small enough to be sent.
 *
 * @throws {EntenteError} `parameters-too-large`
 */
export function limitParameters<T extends Readonly<Record<string, unknown>>>(parameters: T): T {
  const { names, bytes } = parameterLimits;
  if (Object.keys(parameters).length <= names && jsonBytes(parameters) <= bytes) return parameters;
  throw new EntenteError({
    code: 'parameters-too-large',
    status: 413,
    message: `The parameters may be at most ${names}, of ${bytes / 1024} KiB together.`,
    advice: 'Send fewer or shorter values.',
  });
}

/** Endless where the value is nested deeper than JSON can be written. */
function jsonBytes(value: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(value));
  } catch {
    return Infinity;
  }
}
