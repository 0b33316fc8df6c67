// Keeps quiet about what is done within a second.
import type { Notes } from '../neo4j/notes.ts';

const patienceMs = 1_000;

/** Notes that pass progress on only once the work has taken longer than a second; sentences pass at once. */
export function patientNotes(notes: Notes, now: () => number = () => performance.now()): Notes {
  const since = now();
  return {
    say: (sentence) => notes.say(sentence),
    progress(what, done, total, unit) {
      if (now() - since > patienceMs) notes.progress(what, done, total, unit);
    },
  };
}
