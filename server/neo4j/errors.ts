// Turns errors of the driver and the server into ours, with what to do about them.
import { EntenteError, type ErrorParts } from '../errors.ts';

/** The parts of a driver's error that are looked at. */
interface DriverError {
  readonly code: string;
  readonly message: string;
}

type Verdict = Omit<ErrorParts, 'cause' | 'message'> & { readonly message?: string };

/** Verdicts by the beginning of the code, the first that fits; without a message the server's own first sentence is told. */
const verdicts: readonly (readonly [start: string, verdict: Verdict])[] = [
  [
    'Neo.ClientError.Security.AuthenticationRateLimit',
    {
      code: 'wrong-password',
      status: 503,
      message: 'The database refuses the password and, after several attempts, answers none for a few seconds.',
      advice: 'Correct NEO4J_USER and NEO4J_PASSWORD, wait ten seconds and start again.',
    },
  ],
  [
    'Neo.ClientError.Security',
    {
      code: 'wrong-password',
      status: 503,
      message: 'The database refuses this user or password.',
      advice: 'Correct NEO4J_USER and NEO4J_PASSWORD and start again.',
    },
  ],
  ['ServiceUnavailable', unreachable()],
  ['SessionExpired', unreachable()],
  ['Neo.TransientError.General.DatabaseUnavailable', unreachable()],
  ['Neo.TransientError.Database.DatabaseUnavailable', unreachable()],
  ['Neo.DatabaseError.Database.DatabaseNotFound', noSuchDatabase()],
  ['Neo.ClientError.Database.DatabaseNotFound', noSuchDatabase()],
  ['Neo.ClientError.Transaction.TransactionTimedOut', timedOut()],
  ['Neo.TransientError.Transaction.LockAcquisitionTimeout', busy('Another transaction held what this one needed.')],
  [
    'Neo.TransientError.Transaction.DeadlockDetected',
    busy('Two transactions waited for each other, and this one gave way.'),
  ],
  [
    'Neo.TransientError.Transaction.BookmarkTimeout',
    busy('The database has not yet caught up with the last ingestion.'),
  ],
  ['Neo.TransientError.General.MemoryPoolOutOfMemory', tooMuchMemory()],
  ['Neo.TransientError.General.OutOfMemory', tooMuchMemory()],
  ['Neo.TransientError.General.TransactionOutOfMemory', tooMuchMemory()],
  ['Neo.TransientError.Transaction.Terminated', timedOut()],
  ['Neo.ClientError.Transaction.Terminated', timedOut()],
  ['Neo.TransientError', busy('The database could not do this just now.')],
  [
    'Neo.ClientError.Statement.AccessMode',
    {
      code: 'read-only',
      status: 403,
      message: 'This query would change something, and queries may only read.',
      advice: 'Leave out what creates, sets, merges or deletes.',
    },
  ],
  ['Neo.ClientError.General.WriteOnReadOnlyAccessDatabase', readOnlyDatabase()],
  ['Neo.ClientError.General.ForbiddenOnReadOnlyDatabase', readOnlyDatabase()],
  [
    'Neo.ClientError.Statement.SyntaxError',
    { code: 'query-syntax', status: 400, advice: 'Correct the query at that place.' },
  ],
  [
    'Neo.ClientError.Statement.ParameterMissing',
    { code: 'parameter-missing', status: 400, advice: 'Send a value for each parameter that the query names.' },
  ],
  [
    'Neo.ClientError.Schema.ConstraintValidationFailed',
    { code: 'constraint-violated', status: 409, advice: 'Two entities cannot have one id: rename one of them.' },
  ],
  ['Neo.ClientError.Schema.IndexWithNameAlreadyExists', schemaConflict()],
  ['Neo.ClientError.Schema.ConstraintWithNameAlreadyExists', schemaConflict()],
  ['Neo.ClientError', { code: 'query-failed', status: 400, advice: 'Correct the query.' }],
];

/**
 * Our error for whatever a driver call threw; errors that are ours already pass unchanged. Syntax errors carry `details`
 * `{ line, column, offset }` where the server tells the place (line and column from 1, offset from 0).
 */
export function fromDriver(error: unknown): EntenteError {
  if (error instanceof EntenteError) return error;
  const { code, message } = driverError(error);
  const verdict = verdictOf(code, message);
  const place = placeIn(message);
  return new EntenteError({
    ...verdict,
    message: verdict.message ?? firstSentence(message),
    details: { ...verdict.details, ...place, ...(code === '' ? {} : { databaseCode: code }) },
    cause: error,
  });
}

/** Whether the same work may succeed if it is done again, its transaction having surely left no trace. */
export function isPassing(error: unknown): boolean {
  if (error instanceof EntenteError && error.code === 'commit-unknown') return false;
  const code = codeUnderneath(error);
  if (/OutOfMemory|Transaction\.Terminated/.test(code)) return false;
  return /^(ServiceUnavailable|SessionExpired|Neo\.TransientError\.|Neo\.ClientError\.Cluster\.NotALeader)/.test(code);
}

/** Whether the server itself told that a COMMIT failed, so that nothing of it remains. */
export function isRefusedCommit(error: unknown): boolean {
  const code = codeUnderneath(error);
  return /^Neo\.(TransientError|ClientError)\./.test(code) && !code.endsWith('.DatabaseUnavailable');
}

/** The error of a query that its caller no longer waits for. */
export function cancelled(): EntenteError {
  return new EntenteError({
    code: 'cancelled',
    status: 499,
    message: 'The query was stopped because nobody waits for it.',
  });
}

/** The error of a query that took longer than it may. */
export function queryTimeout(timeoutMs: number): EntenteError {
  const limit = `The query took longer than the ${timeoutMs / 1000} seconds that it may.`;
  return new EntenteError({ ...timedOut(), message: limit, details: { timeoutMs } });
}

/** The error of a query whose time went by while its answer was handed over. */
export function notReadInTime(timeoutMs: number, cause: unknown): EntenteError {
  return new EntenteError({
    code: 'not-read-in-time',
    status: 504,
    message: `The answer was not read within the ${timeoutMs / 1000} seconds that the query may take.`,
    advice: 'Read it faster, ask for less, or allow more time.',
    cause,
  });
}

/** The error of a query on whose connection the database, or the way to it, was lost. */
export function connectionLost(cause: unknown): EntenteError {
  return new EntenteError({
    code: 'connection-lost',
    status: 503,
    message: 'The connection to the database was lost while it ran this query.',
    advice: 'Try again in about ten seconds; if it happens again, ask for less at once.',
    details: { retryAfterSeconds: 10 },
    cause,
  });
}

/** The error of a COMMIT whose answer was lost: it may or may not have been done. */
export function commitUnknown(cause: unknown): EntenteError {
  return new EntenteError({
    code: 'commit-unknown',
    status: 503,
    message:
      'The connection to the database was lost while it finished the change, so the change may or may not be there.',
    advice: 'Run the same command again: it finds out and does only what is missing.',
    cause,
  });
}

/** The error of a server that lacks what our statements need. */
export function tooOld(version: string): EntenteError {
  return new EntenteError({
    code: 'database-too-old',
    status: 503,
    message: `The database is Neo4j ${version}, and 5.26 is the oldest that this program works with.`,
    advice: 'Use a database of version 5.26 or later, or leave NEO4J_URI out to have one started here.',
    details: { version },
  });
}

/** The error of a value that is nested so deeply that walking it would exhaust the stack. */
export function valueTooDeep(): EntenteError {
  return new EntenteError(tooDeep());
}

function verdictOf(code: string, message: string): Verdict {
  if (/Lexical error/.test(message))
    return { code: 'query-syntax', status: 400, advice: 'Close every comment and string.' };
  if (/Maximum call stack size exceeded/.test(message)) return tooDeep();
  if (/No space left on device/.test(message)) return diskFull();
  if (/acquisition timed out|pool is closed/i.test(message)) return busy('Too many queries wait for the database.');
  if (/(?:does not|not) support.*(?:version|protocol)|server responded HTTP/i.test(message)) return wrongServer();
  if (/Driver is closed|driver was closed/i.test(message)) return unreachable();
  const found = verdicts.find(([start]) => code.startsWith(start));
  return (
    found?.[1] ?? {
      code: 'database-failed',
      status: 500,
      message: 'The database failed to answer.',
      advice: 'Try again.',
    }
  );
}

function codeUnderneath(error: unknown): string {
  return driverError(error instanceof EntenteError ? error.cause : error).code;
}

function driverError(error: unknown): DriverError {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  return { code: 'code' in error && typeof error.code === 'string' ? error.code : '', message: error.message };
}

function placeIn(message: string): Readonly<Record<string, number>> {
  const match = /\(line (\d+), column (\d+) \(offset: (\d+)\)\)/.exec(message);
  return match === null ? {} : { line: Number(match[1]), column: Number(match[2]), offset: Number(match[3]) };
}

function firstSentence(message: string): string {
  const line = (message.split('\n')[0] ?? '').replace(/\s*\(line \d+, column \d+ \(offset: \d+\)\)/, '').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function unreachable(): Verdict {
  return {
    code: 'database-unreachable',
    status: 503,
    message: 'The database cannot be reached.',
    advice: 'Check NEO4J_URI and that the database runs and this machine may connect to it.',
  };
}

function noSuchDatabase(): Verdict {
  const message = 'The server has no database of that name.';
  return {
    code: 'no-such-database',
    status: 503,
    message,
    advice: 'Correct NEO4J_DATABASE, or leave it out for the default.',
  };
}

function timedOut(): Verdict {
  const message = 'The query took longer than it may.';
  return {
    code: 'query-timeout',
    status: 504,
    message,
    advice: 'Ask for less: begin with one entity, or add a LIMIT.',
  };
}

function tooMuchMemory(): Verdict {
  const message = 'The query needs more memory than it may have.';
  return { code: 'query-memory', status: 422, message, advice: 'Ask for less: begin with one entity, or add a LIMIT.' };
}

function tooDeep(): Verdict & { readonly message: string } {
  const message = 'The answer holds a value that is nested too deeply.';
  return { code: 'value-too-deep', status: 422, message, advice: 'Return its parts, or how many it has.' };
}

function busy(message: string): Verdict {
  const advice = 'Try again in a few seconds.';
  return { code: 'database-busy', status: 503, message, advice, details: { retryAfterSeconds: 3 } };
}

function readOnlyDatabase(): Verdict {
  const message = 'This database may only be read.';
  return { code: 'read-only-database', status: 403, message, advice: 'Ingest into a database that takes changes.' };
}

function schemaConflict(): Verdict {
  const advice = 'Drop or rename what has that name, or use a database of your own.';
  return { code: 'schema-conflict', status: 409, advice };
}

function diskFull(): Verdict {
  const message = 'The disk of the database is full.';
  return { code: 'disk-full', status: 507, message, advice: 'Free at least 1 GB on it and start the database again.' };
}

function wrongServer(): Verdict {
  return {
    code: 'database-too-old',
    status: 503,
    message: 'What answers at this address is no Neo4j that this program can talk to.',
    advice: 'Check that NEO4J_URI names the Bolt port (usually 7687) of Neo4j 5.26 or later.',
  };
}
