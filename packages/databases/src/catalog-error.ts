/** Why a catalog could not be read, in words for people and in one stable word for programs. */

/**
 * - `missing`: there is no such file, or no such database on the server.
 * - `outside`: the path leads out of the folder it must stay in.
 * - `unreachable`: nothing answers there, or it stopped answering in the middle.
 * - `refused`: the credentials or the rights do not suffice.
 * - `not-a-database`: something is there, but not a database of this kind.
 * - `unreadable`: a database, but damaged or left in a state that only a writer can mend.
 * - `too-slow`: a deadline passed, or the caller's signal was aborted.
 * - `too-many-tables`, `too-many-columns`: more than the caller allows; `count` and `limit` say how many.
 * - `too-large`: the source sent more than any catalog needs, or reading it takes more memory or disk than it may.
 */
export type CatalogErrorKind =
  | 'missing'
  | 'outside'
  | 'unreachable'
  | 'refused'
  | 'not-a-database'
  | 'unreadable'
  | 'too-slow'
  | 'too-many-tables'
  | 'too-many-columns'
  | 'too-large';

/** The only error that readers throw. Its message holds no secret and no driver's text; those stay in `cause`. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError';
  readonly kind: CatalogErrorKind;

  constructor(kind: CatalogErrorKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
  }
}

/** A database with more tables, or more columns in all, than the caller allows. */
export class TooManyError extends CatalogError {
  readonly of: 'tables' | 'columns';
  /** How many were found. */
  readonly count: number;
  /** How many are allowed. */
  readonly limit: number;

  constructor(of: 'tables' | 'columns', count: number, limit: number) {
    super(`too-many-${of}`, `The database has ${count} ${of}; at most ${limit} are read.`);
    this.of = of;
    this.count = count;
    this.limit = limit;
  }
}

/** The error of a reading that the caller's signal or a deadline ended. */
export function tooSlow(subject: string, cause?: unknown): CatalogError {
  return new CatalogError('too-slow', `${subject} was not read within the time allowed.`, cause);
}

/** A name for a message: in quotes, control characters escaped, cut after 80 characters. */
export function quoted(name: string): string {
  const characters = [...name];
  return JSON.stringify(characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : name);
}
