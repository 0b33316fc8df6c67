// The shape of one evidence item as people write it: who says what, where, and how sure that is.
import { z } from 'zod';
import type { Vocabulary } from './vocabulary.ts';

const text = z.string().min(1).max(4000);

/** An evidence record as it stands in a data file; certainties are those of the vocabulary. */
export function evidenceRecordSchema(vocabulary: Vocabulary) {
  return z.strictObject({
    source: text.describe('Id of the source.'),
    locator: text.describe('Where in the source: title, preamble, §n, ¶n, signature, byline.'),
    statement: text.describe('What it says there, in one English sentence of our own.'),
    attributedTo: text.optional().describe('Id of the entity that says so, where the source only reports it.'),
    field: text.optional().describe('The property on which sources differ.'),
    value: z.union([text, z.number(), z.boolean()]).optional().describe('What this source says of that property.'),
    certainty: z.enum(keysOf(vocabulary.certainties)).describe('explicit, implied or inferred.'),
    asOf: text.optional().describe('EDTF date at which the source says it.'),
    credibility: z.int().min(1).max(6).describe('Second part of the Admiralty grade; 6 = cannot be judged.'),
    quote: text.optional().describe('The words themselves, in data sets that keep them.'),
    codedBy: text.optional().describe('Who read it so.'),
    reviewedBy: text.optional().describe('Who reviewed it.'),
    reviewedOn: text.optional().describe('EDTF date of the review.'),
  });
}

/** The keys of a vocabulary list as the tuple that `z.enum` wants. */
export function keysOf(list: Readonly<Record<string, unknown>>): [string, ...string[]] {
  const [first, ...rest] = Object.keys(list);
  if (first === undefined) throw new Error('The vocabulary has an empty list where words are needed.');
  return [first, ...rest];
}
