/** Finds the contract's entry for a failed answer. */
import { failureKinds, type failures } from '@roma-fdi/types';

/** The contract's name of a failure, such as `TaskNotFound`. */
export type FailureName = keyof typeof failures;

/** What helps against a failure, in one word, such as `try-again`. */
export type FailureAction = (typeof failures)[FailureName]['action'];

/** The contract's entry of a failure, as far as a program needs it. */
export interface KnownFailure {
  readonly name: FailureName;
  readonly status: number;
  readonly code: string;
  readonly action: FailureAction;
}

/**
 * The entry of a failed answer. The name that the answer gives decides where the contract has it with this status, and with this code
 * unless there is none: servers newer than this client, and mocks that know one name alone, send others. Else the code decides; of
 * several with this status and code it is the first, which is the general one. Without a code, a status that only one failure has.
 */
export function meaningOf(status: number, code?: string, name?: string): KnownFailure | undefined {
  const all = Object.entries(failureKinds).map(([known, [knownStatus, knownCode, action]]) => ({
    name: known as FailureName,
    status: knownStatus,
    code: knownCode,
    action,
  }));
  const sameStatus = all.filter((failure) => failure.status === status);
  const named = sameStatus.find((failure) => failure.name === name);
  if (named && (code === undefined || code === named.code)) return named;
  if (code === undefined) return sameStatus.length === 1 ? sameStatus[0] : undefined;
  return sameStatus.find((failure) => failure.code === code) ?? all.find((failure) => failure.code === code);
}
