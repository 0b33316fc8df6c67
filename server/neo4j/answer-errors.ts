// Errors of answers that are too large, or that cannot be bounded.
import { EntenteError } from '../errors.ts';

/** The error of a value that is larger than an answer may hold. */
export function cellTooLarge(row: number, column: string, limit: number): EntenteError {
  return new EntenteError({
    code: 'cell-too-large',
    status: 422,
    message: `The value in row ${row}, column ${column} is larger than the ${mebibytes(limit)} that one may have.`,
    advice: 'Return a part of it: substring() of a text, [..100] of a list, or its size().',
    details: { row, column, limit },
  });
}

/** The error of a row that the database sends with more bytes than one may have. */
export function rowTooLarge(row: number, limit: number): EntenteError {
  return new EntenteError({
    code: 'row-too-large',
    status: 422,
    message: `Row ${row} is larger than the ${mebibytes(limit)} that one may have.`,
    advice: 'Return fewer columns or parts of them: substring() of a text, [..100] of a list, or its size().',
    details: { row, limit },
  });
}

/** The error of a driver that does not look inside as it did when this program was made. */
export function driverChanged(cause: unknown): EntenteError {
  return new EntenteError({
    code: 'driver-changed',
    status: 500,
    message: 'The package neo4j-driver is of a version in which no limit can be put on what a query sends.',
    advice: 'Install the packages as the lock file of this program names them: npm ci.',
    cause,
  });
}

function mebibytes(bytes: number): string {
  return `${bytes / 2 ** 20} MiB`;
}
