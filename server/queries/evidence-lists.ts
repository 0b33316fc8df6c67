// Turns the parallel lists in which Neo4j holds evidence back into evidence items.
import { z } from 'zod';
import type { EvidenceItem } from '../../data/model/graph.ts';

const list = z.array(z.string()).default([]);

/** The evidence lists of one entity or relation; equally long, with `''` where an item has nothing. */
export const evidenceListsSchema = z
  .object({
    sources: list.describe('Ids of the sources.'),
    locators: list.describe('Where in each source.'),
    statements: list.describe('What each says there, in our own words.'),
    attributedTo: list.describe('Ids of those who say so.'),
    fields: list.describe('The property on which sources differ.'),
    values: list.describe('What each source says of it.'),
    certainties: list.describe('explicit, implied or inferred.'),
    asOf: list.describe('EDTF date at which each says it.'),
    grades: list.describe('Admiralty grades.'),
    quotes: list.describe('The words themselves, where they are kept.'),
    codedBy: list.describe('Who read it so.'),
    reviewedBy: list.describe('Who reviewed it.'),
    reviewedOn: list.describe('When it was reviewed.'),
  })
  .describe('Evidence as it lies in Neo4j.');

/** Names of the properties that hold evidence. */
export const evidenceProperties: readonly string[] = Object.keys(evidenceListsSchema.shape);

/** The items of the lists, in their order; what is `''` in an optional list is absent from the item. */
export function evidenceItems(lists: z.infer<typeof evidenceListsSchema>): EvidenceItem[] {
  return lists.sources.map((source, index) => {
    const at = (values: readonly string[]): string => values[index] ?? '';
    const said = <Key extends string>(key: Key, values: readonly string[]): Partial<Record<Key, string>> => {
      const entry: Partial<Record<string, string>> = at(values) === '' ? {} : { [key]: at(values) };
      return entry;
    };
    return {
      source,
      locator: at(lists.locators),
      statement: at(lists.statements),
      certainty: at(lists.certainties),
      grade: at(lists.grades),
      ...said('attributedTo', lists.attributedTo),
      ...said('field', lists.fields),
      ...said('value', lists.values),
      ...said('asOf', lists.asOf),
      ...said('quote', lists.quotes),
      ...said('codedBy', lists.codedBy),
      ...said('reviewedBy', lists.reviewedBy),
      ...said('reviewedOn', lists.reviewedOn),
    };
  });
}
