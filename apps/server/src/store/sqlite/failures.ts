/** What SQLite's result codes mean for the people who run the server. */
import { StoreError } from '../store-error.ts';

/** SQLite's primary result codes, by the names that its documentation gives them. */
const codes = {
  SQLITE_PERM: 3,
  SQLITE_BUSY: 5,
  SQLITE_NOMEM: 7,
  SQLITE_READONLY: 8,
  SQLITE_IOERR: 10,
  SQLITE_CORRUPT: 11,
  SQLITE_FULL: 13,
  SQLITE_CANTOPEN: 14,
  SQLITE_NOTADB: 26,
};

/** The primary result code, where SQLite was the one that failed. */
function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined;
  return error.errcode & 0xff;
}

export function isBusy(error: unknown): boolean {
  return codeOf(error) === codes.SQLITE_BUSY;
}

/** Why the store at `path` could not be opened. */
export function openingFailure(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const cause = { cause: error };
  switch (codeOf(error)) {
    case codes.SQLITE_BUSY:
      return new StoreError(
        'in-use',
        `The store ${path} is in use by another server. Stop that server, or give this one a file of its own.`,
        cause,
      );
    case codes.SQLITE_NOTADB:
      return new StoreError(
        'not-a-database',
        `The store ${path} is not a database: the file holds something else. Name another file, or move this one away.`,
        cause,
      );
    case codes.SQLITE_CORRUPT:
      return damaged(path, cause);
    default:
      return new StoreError(
        'no-access',
        `The store ${path} cannot be opened for reading and writing. Check the permissions of the file and its folder, and the space left.`,
        cause,
      );
  }
}

/** Why a call to the opened store at `path` failed; its transaction has been rolled back. */
export function callFailure(error: unknown, path: string, call: string): StoreError {
  const cause = { cause: error };
  switch (codeOf(error)) {
    case codes.SQLITE_FULL:
      return new StoreError('unavailable', `The store ${path} is full: free some space on its disk.`, cause);
    case codes.SQLITE_CORRUPT:
    case codes.SQLITE_NOTADB:
      return damaged(path, cause);
    case codes.SQLITE_PERM:
    case codes.SQLITE_BUSY:
    case codes.SQLITE_NOMEM:
    case codes.SQLITE_READONLY:
    case codes.SQLITE_IOERR:
    case codes.SQLITE_CANTOPEN:
      return new StoreError(
        'unavailable',
        `The store ${path} cannot be read or written at present. Check its disk; nothing of the call was kept.`,
        cause,
      );
    default:
      return new StoreError('failed', `The store could not carry out ${call}; nothing of the call was kept.`, cause);
  }
}

function damaged(path: string, options: ErrorOptions): StoreError {
  return new StoreError('damaged', `The store ${path} is damaged. Stop the server and restore a copy.`, options);
}
