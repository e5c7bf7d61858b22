/** What the store's thread and its client say to each other: one message for a call, one for its answer. */
import type { CallName } from '../store.ts';
import { StoreError, type StoreErrorKind } from '../store-error.ts';

export interface WorkerSettings {
  /** An absolute path, or `:memory:`. */
  readonly path: string;
  /** UTC epoch milliseconds, recorded with the migrations. */
  readonly now: number;
}

export interface Call {
  /** The call's number, repeated in its answer. */
  readonly call: number;
  readonly name: CallName;
  readonly input: unknown;
  readonly now: number;
}

/** Asks for a backup; its answer is where it lies. */
export interface Backup {
  readonly call: number;
  readonly backup: true;
}

/** `close` ends the thread after the calls that it has. */
export type Request = Call | Backup | 'close';

/** `ready` or `unopened` comes once; after `lost` nothing comes. */
export type Answer =
  | { readonly ready: readonly CallName[]; readonly copy: string | undefined }
  | { readonly unopened: Failure }
  | { readonly lost: Failure }
  | { readonly call: number; readonly result: unknown }
  | { readonly call: number; readonly failure: Failure };

/** A `StoreError` as it crosses between threads, which would strip it of its class. */
export interface Failure {
  readonly kind: StoreErrorKind;
  readonly message: string;
  readonly cause: unknown;
}

export function toFailure({ kind, message, cause }: StoreError): Failure {
  return { kind, message, cause };
}

export function toError({ kind, message, cause }: Failure): StoreError {
  return new StoreError(kind, message, { cause });
}
