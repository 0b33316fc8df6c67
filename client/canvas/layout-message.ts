// What the page and its layout worker say to each other.
import type { LayoutInput, Position } from '../../server/graph/layout.ts';

/** A request to lay out, with a number that the answer repeats. */
export interface LayoutRequest {
  readonly number: number;
  readonly input: LayoutInput;
}

/** The positions found. */
export interface LayoutAnswer {
  readonly number: number;
  readonly positions: Record<string, Position>;
}
