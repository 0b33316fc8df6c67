// What a layer of the guard says when it does not let a query through.
import { z } from 'zod';
import { EntenteError } from '../errors.ts';

/** A part of a text: indexes of its first letter and of the one after its last, in UTF-16 units from 0. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Why a query is not run: which layer says so, which word it is about, and the way out. */
export interface Refusal {
  readonly layer: 'settings' | 'text' | 'plan' | 'session' | 'counters';
  /** Stable kebab-case code, part of the API. */
  readonly code: string;
  /** 400 where the text cannot be read, 403 where it may not be run. */
  readonly status: 400 | 403;
  /** One sentence that names the word. */
  readonly message: string;
  /** One sentence: what to write instead. */
  readonly advice: string;
  /** Where the word stands in the query, as far as it is known. */
  readonly place?: Place;
}

/** The error that a refusal becomes; `details` carry layer and place. */
export function refusalError({ layer, code, status, message, advice, place }: Refusal): EntenteError {
  return new EntenteError({
    code,
    status,
    message,
    advice,
    details: { layer, ...(place === undefined ? {} : { place }) },
  });
}

const placeSchema = z.object({ from: z.int(), to: z.int() });

/** Where in a text an error is about: a refusal's place, or the word that the database points at. */
export function placeOf({ details }: EntenteError, text: string): Place | undefined {
  const place = placeSchema.safeParse(details?.['place']);
  if (place.success) return place.data;
  const offset = details?.['offset'];
  return typeof offset === 'number' ? wordAt(text, offset) : undefined;
}

/** The word that begins at this index, or the one letter there; the last letter where the index is beyond the end. */
export function wordAt(text: string, index: number): Place {
  const from = Math.max(0, Math.min(index, text.length - 1));
  const word = /[\p{L}\p{N}_]+|[^]/uy;
  word.lastIndex = from;
  return { from, to: from + (word.exec(text)?.[0].length ?? 0) };
}
