// What a query changed although no query may: looked at however it ended, for free queries, saved ones and the command line.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { EntenteError } from '../errors.ts';
import type { Database, Parameters, StreamOptions } from '../neo4j/database.ts';

/** What may be asked of whoever guards a database. */
export type Asker = Pick<Database, 'stream' | 'streamTo'>;

/** What a query changed, by the names of the database's counters. */
export type Updates = Readonly<Record<string, number>>;

/** Told of what a query changed: loudly. */
export type OnWrite = (updates: Updates) => void;

/** One query, as whoever lets it through sees it. */
export interface Put {
  readonly text: string;
  readonly parameters: Parameters;
  readonly signal: AbortSignal | undefined;
}

/** Lets a query through in its own way: `put` does it, with the lane and the mark that it is given. */
type LetThrough = <T extends { readonly updates: Updates }>(
  query: Put,
  put: (more: Pick<StreamOptions, 'lane' | 'mark'>) => Promise<T>,
) => Promise<T>;

const updatesOfError = z.object({ updates: z.record(z.string(), z.number()) });

/** Asks the database, each query let through by `through`. */
export function askThrough(database: Asker, through: LetThrough): Asker {
  return {
    stream: (text, parameters, options) =>
      through({ text, parameters, signal: options.signal }, (more) =>
        database.stream(text, parameters, { ...options, ...more }),
      ),
    streamTo: (text, parameters, options, receiver) =>
      through({ text, parameters, signal: options.signal }, (more) =>
        database.streamTo(text, parameters, { ...options, ...more }, receiver),
      ),
  };
}

/**
 * Runs a query and looks at what it changed; one that ends in an error of ours may have been committed all the same.
 *
 * @throws {EntenteError} `write-detected` (500) after `onWrite`; whatever the query throws
 */
export async function withoutUpdates<T extends { readonly updates: Updates }>(
  put: () => Promise<T>,
  onWrite: OnWrite,
): Promise<T> {
  const look = (updates: Updates): void => {
    if (Object.keys(updates).length === 0) return;
    onWrite(updates);
    throw writeDetected(updates);
  };
  const answer = await put().catch((error: unknown) => {
    const found = error instanceof EntenteError ? updatesOfError.safeParse(error.details) : undefined;
    look(found?.data?.updates ?? {});
    throw error;
  });
  look(answer.updates);
  return answer;
}

/** Saved queries of whoever sits at the machine: on the connections for saved queries, with a mark, looked at afterwards. */
export function askHere(database: Asker, onWrite: OnWrite): Asker {
  return askThrough(database, (_, put) => withoutUpdates(() => put({ lane: 'saved', mark: randomUUID() }), onWrite));
}

function writeDetected(updates: Updates): EntenteError {
  return new EntenteError({
    code: 'write-detected',
    status: 500,
    message: `This query changed the database (${Object.keys(updates).join(', ')}), which no query may.`,
    advice: 'Tell whoever runs this program: in a program that serves, free queries are off until it is started again.',
    details: { updates },
  });
}
