/** Why a registered database could not be read. */

/**
 * `unreadable` it cannot be reached, refuses the credentials, is too slow or is no database; `not-allowed` its address is not on
 * the operator's list; `too-many-tables` it has more tables, or columns in all, than the limit; `busy` too many databases are being read already.
 */
export type SourceErrorKind = 'unreadable' | 'not-allowed' | 'too-many-tables' | 'busy';

/** Its message goes to the caller: no secret, no driver's text. What the driver said is in `cause` alone. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly kind: SourceErrorKind;

  constructor(kind: SourceErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
