/** The store as the server sees it, whatever database is behind it: the calls of `sql/calls.ts`. */
import type { calls } from './sql/calls.ts';
import type { StoreError } from './store-error.ts';

type Calls = typeof calls;

export type CallName = keyof Calls;
export type CallInput<Name extends CallName> = Parameters<Calls[Name]>[1];
export type CallResult<Name extends CallName> = Awaited<ReturnType<Calls[Name]>>;

/**
 * Every call is one transaction: done wholly or not at all, and once it has answered, it survives a killed process.
 * It rejects with a `StoreError` (kind `unavailable`, `lost`, `closed` or `failed`) where the store itself cannot answer.
 */
export type StoreCalls = {
  readonly [Name in CallName]: (input: CallInput<Name>) => Promise<CallResult<Name>>;
};

export interface Store extends StoreCalls {
  /** Where a copy of the database lies that was made before its schema was changed; undefined where nothing was changed. */
  readonly copy: string | undefined;
  /** Settles when the file is no longer the one that is written to; from then on every call rejects with kind `lost`. */
  readonly lost: Promise<StoreError>;
  /**
   * Writes the whole store, as of now, into one file beside its own, in place of an earlier backup; other calls wait meanwhile.
   * @returns where it lies
   */
  backup(): Promise<string>;
  /** Waits for the calls in flight, then lets go of the database. Calling it again waits for the same end. */
  close(): Promise<void>;
}

export interface OpenStoreOptions {
  /** The database file, made where it is missing, in a folder that is there; `:memory:` keeps everything in memory and forgets it. */
  readonly path: string;
  /** The time in UTC epoch milliseconds; default the system's clock. */
  readonly now?: () => number;
}
