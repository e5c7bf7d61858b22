/** What the store's thread and its client say to each other: one message for a call, one for its answer. */
import type { CallName } from '../calls.ts';
import { StoreError, type StoreErrorKind } from '../store-error.ts';

export interface WorkerSettings {
  /** An absolute path, or `:memory:`. */
  readonly path: string;
  /** Epoch milliseconds, recorded with the migrations. */
  readonly now: number;
}

export type Request = { readonly call: number; readonly name: CallName; readonly input: unknown } | 'close';

/** `ready` and `closed` come once each; `unopened` comes instead of `ready`. */
export type Answer =
  | 'ready'
  | 'closed'
  | { readonly unopened: Failure }
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
