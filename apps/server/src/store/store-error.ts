/** The one error that the store throws; results that a caller must expect (a name taken, a task unknown) are values instead. */

/**
 * What was wrong:
 * `in-use` another server holds the file; `not-a-database` the file holds something else; `foreign` a database of another program;
 * `damaged` the file's content contradicts itself; `no-access` the place cannot be read or written; `newer-schema` written by a
 * newer server; `edited-schema` its recorded migrations differ from this server's; `unavailable` the store cannot work at present
 * (disk full, worker gone); `lost` its file was deleted, moved, replaced or changed by somebody else;
 * `busy` too many calls wait for it; `unanswered` the caller's time was over while a call changed something,
 * so nobody knows whether it did; `closed` called after `close()`; `failed` a fault of ours inside one call.
 */
export type StoreErrorKind =
  | 'in-use'
  | 'not-a-database'
  | 'foreign'
  | 'damaged'
  | 'no-access'
  | 'newer-schema'
  | 'edited-schema'
  | 'unavailable'
  | 'lost'
  | 'busy'
  | 'unanswered'
  | 'closed'
  | 'failed';

/** Its message is for people: what was wrong, where, what to do. What the driver said is in `cause` alone. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
