// Errors of the driver, as people are told of them.
import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../server/errors.ts';
import { commitUnknown, fromDriver, isPassing, isRefusedCommit } from '../../server/neo4j/errors.ts';

const thrown = (code: string, message = 'Something went wrong'): Error =>
  new neo4j.Neo4jError(message, code as ConstructorParameters<typeof neo4j.Neo4jError>[1], '', '');

describe('an error of the driver', () => {
  it.each([
    ['Neo.ClientError.Security.Unauthorized', 'wrong-password', 503],
    ['Neo.ClientError.Security.AuthenticationRateLimit', 'wrong-password', 503],
    ['Neo.ClientError.Security.CredentialsExpired', 'wrong-password', 503],
    ['ServiceUnavailable', 'database-unreachable', 503],
    ['SessionExpired', 'database-unreachable', 503],
    ['Neo.ClientError.Database.DatabaseNotFound', 'no-such-database', 503],
    ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', 'query-timeout', 504],
    ['Neo.ClientError.Transaction.TransactionTimedOut', 'query-timeout', 504],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'query-memory', 422],
    ['Neo.TransientError.Transaction.DeadlockDetected', 'database-busy', 503],
    ['Neo.TransientError.Anything.Else', 'database-busy', 503],
    ['Neo.ClientError.Statement.AccessMode', 'read-only', 403],
    ['Neo.ClientError.General.WriteOnReadOnlyAccessDatabase', 'read-only-database', 403],
    ['Neo.ClientError.Statement.SyntaxError', 'query-syntax', 400],
    ['Neo.ClientError.Statement.TypeError', 'query-failed', 400],
    ['Neo.ClientError.Schema.ConstraintValidationFailed', 'constraint-violated', 409],
    ['Neo.DatabaseError.General.UnknownError', 'database-failed', 500],
  ])('%s is told as %s with status %i and with advice', (code, ours, status) => {
    const error = fromDriver(thrown(code));
    expect(error).toMatchObject({ code: ours, status });
    expect(error.advice).toMatch(/^[A-Z].*\.$/);
    expect(error.message).toMatch(/^[A-Z].*\.$/s);
  });

  it.each([
    ['N/A', 'Connection acquisition timed out in 5000 ms.', 'database-busy'],
    [
      'ProtocolError',
      'Server responded HTTP. Make sure you are not trying to connect to the http endpoint',
      'database-too-old',
    ],
    ['Neo.DatabaseError.General.UnknownError', "Lexical error at line 1, column 18. Encountered: '/'", 'query-syntax'],
  ])('%s with its text is told as what it is: %s', (code, message, ours) => {
    expect(fromDriver(thrown(code, message)).code).toBe(ours);
  });

  it('that passes by itself says when to come back', () => {
    expect(fromDriver(thrown('Neo.TransientError.Anything.Else')).details).toMatchObject({ retryAfterSeconds: 3 });
  });

  it('that is ours already passes', () => {
    const ours = new EntenteError({ code: 'mine', message: 'Mine.' });
    expect(fromDriver(ours)).toBe(ours);
  });

  it('that is none of theirs is told as a failure', () => {
    expect(fromDriver(new TypeError('x is not a function'))).toMatchObject({ code: 'database-failed', status: 500 });
  });
});

describe('doing it again', () => {
  it.each([
    ['ServiceUnavailable', true],
    ['SessionExpired', true],
    ['Neo.TransientError.Transaction.DeadlockDetected', true],
    ['Neo.ClientError.Cluster.NotALeader', true],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', false],
    ['Neo.TransientError.Transaction.Terminated', false],
    ['Neo.ClientError.Statement.SyntaxError', false],
  ])('after %s: %s', (code, again) => {
    expect(isPassing(thrown(code))).toBe(again);
    expect(isPassing(fromDriver(thrown(code)))).toBe(again);
  });

  it('is never right after a COMMIT whose answer was lost', () => {
    expect(isPassing(commitUnknown(thrown('ServiceUnavailable')))).toBe(false);
  });

  it.each([
    ['Neo.TransientError.Transaction.DeadlockDetected', true],
    ['Neo.ClientError.Schema.ConstraintValidationFailed', true],
    ['Neo.TransientError.General.DatabaseUnavailable', false],
    ['Neo.DatabaseError.Transaction.TransactionCommitFailed', false],
    ['ServiceUnavailable', false],
  ])('knows from %s at COMMIT that nothing remains: %s', (code, refused) => {
    expect(isRefusedCommit(thrown(code))).toBe(refused);
  });
});
