// The free queries that were run in this browser, newest first: bounded, and plain enough to be kept as JSON.
import { z } from 'zod';

const pastRunSchema = z.strictObject({
  query: z.string(),
  /** Values as they were typed, by name. */
  values: z.record(z.string(), z.string()),
  /** ISO time at which it was started. */
  at: z.string(),
  durationMs: z.number(),
  outcome: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('done'), rows: z.int(), truncated: z.boolean() }),
    z.strictObject({ is: z.literal('failed'), message: z.string() }),
    z.strictObject({ is: z.literal('cancelled') }),
  ]),
});

/** One run. */
export type PastRun = z.infer<typeof pastRunSchema>;

/** Bounds of what is kept. */
const most = { runs: 60, letters: 300_000 } as const;

/** The history with one more run; the same query with the same values again takes the place of its older run. */
export function withRun(history: readonly PastRun[], run: PastRun): PastRun[] {
  const others = history.filter((past) => past.query !== run.query || !areSame(past.values, run.values));
  let letters = 0;
  return [run, ...others].slice(0, most.runs).filter((past, at) => {
    letters += JSON.stringify(past).length;
    return at === 0 || letters <= most.letters;
  });
}

/** The history from its kept text; what cannot be read is left out. */
export function readHistory(kept: string | undefined): PastRun[] {
  try {
    const parsed = z.array(z.unknown()).safeParse(JSON.parse(kept ?? '[]'));
    return (parsed.data ?? []).flatMap((each) => pastRunSchema.safeParse(each).data ?? []);
  } catch {
    return [];
  }
}

function areSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
