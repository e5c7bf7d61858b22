/** What SQLite and the file system report, as our error. */
import { CatalogError } from '../catalog-error.ts';
import { fileFailure } from '../file-failure.ts';

/** SQLite's result codes that people can do something about; the extended code of a rollback carries more than its lowest byte. */
const corrupt = 11;
const notADatabase = 26;
const rollbackNeeded = 776;

/** @param name what the message calls the file, ready to print */
export function failureOf(error: unknown, name: string): CatalogError {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' ? sqliteFailure(errcode, error, name) : fileFailure(error, name);
}

function sqliteFailure(code: number, cause: unknown, name: string): CatalogError {
  if (code === rollbackNeeded) {
    return new CatalogError(
      'unreadable',
      `${name} was left in the middle of a write: open it once with the program it belongs to, then try again.`,
      cause,
    );
  }
  switch (code & 0xff) {
    case notADatabase:
      return new CatalogError('not-a-database', `${name} is not an SQLite database, or is encrypted.`, cause);
    case corrupt:
      return new CatalogError('unreadable', `${name} is damaged.`, cause);
    default:
      return new CatalogError('unreadable', `${name} could not be read as an SQLite database.`, cause);
  }
}
