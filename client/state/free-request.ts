// A free query as it is sent, and the limits that can be chosen.
import type { Json } from '../../data/model/graph.ts';

/** A query with its values and limits. */
export interface FreeRequest {
  readonly query: string;
  readonly parameters: Record<string, Json>;
  readonly rowLimit: number;
  readonly timeoutMs: number;
}

/** Choices of limits, each within the server's bounds. */
export const rowLimits = [100, 1000, 10_000] as const;
export const timeLimitsMs = [10_000, 30_000, 60_000] as const;

/** The Cypher of a saved query's file, without the front matter. */
export function withoutFrontMatter(text: string): string {
  return text.replace(/^\/\*[ \t]*---[\s\S]*?\n---[ \t]*\*\/\s*/, '');
}
