/** Finds the contract's entry for a failed answer: what it means and what to do. */
import { failures } from '@roma-fdi/types';

/** The contract's name of a failure, such as `TaskNotFound`. */
export type FailureName = keyof typeof failures;

/** What helps against a failure, in one word, such as `try-again`. */
export type FailureAction = (typeof failures)[FailureName]['action'];

/** The contract's entry of a failure, as far as a caller needs it. */
export interface KnownFailure {
  readonly name: FailureName;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly meaning: string;
  readonly remedy: string;
  readonly action: FailureAction;
}

const all: readonly KnownFailure[] = Object.entries(failures).map(([name, failure]) => ({
  name: name as FailureName,
  ...failure,
}));

/**
 * The entry of a failed answer. The name that the answer gives decides where the contract has it with this status, and with this code
 * unless there is none: servers newer than this client, and mocks that know one name alone, send others. Else the code decides; of
 * several with this status and code it is the first, which is the general one. Without a code, a status that only one failure has.
 */
export function meaningOf(status: number, code?: string, name?: string): KnownFailure | undefined {
  const sameStatus = all.filter((failure) => failure.status === status);
  const named = sameStatus.find((failure) => failure.name === name);
  if (named && (code === undefined || code === named.code)) return named;
  if (code === undefined) return sameStatus.length === 1 ? sameStatus[0] : undefined;
  return sameStatus.find((failure) => failure.code === code) ?? all.find((failure) => failure.code === code);
}
