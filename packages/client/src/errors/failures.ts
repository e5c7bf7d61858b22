/** Finds the contract's entry for a failed answer: what it means and what to do. */
import { failures } from '@roma-fdi/types';

/** The contract's name of a failure, such as `TaskNotFound`. */
export type FailureName = keyof typeof failures;

/** The contract's entry of a failure, as far as a caller needs it. */
export interface KnownFailure {
  readonly name: FailureName;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly meaning: string;
  readonly remedy: string;
}

const all: readonly KnownFailure[] = Object.entries(failures).map(([name, failure]) => ({
  name: name as FailureName,
  ...failure,
}));

/**
 * The entry with this status and code. Several failures share a code: then the one whose message this is, else the first,
 * which is the general one. Without such a status the code decides; without a code, a status that only one failure has.
 */
export function meaningOf(status: number, code?: string, message?: string): KnownFailure | undefined {
  const sameStatus = all.filter((failure) => failure.status === status);
  if (code === undefined) return sameStatus.length === 1 ? sameStatus[0] : undefined;
  const exact = sameStatus.filter((failure) => failure.code === code);
  const said = message && withoutValues(message);
  return (
    exact.find((failure) => withoutValues(failure.message) === said) ??
    exact[0] ??
    all.find((failure) => failure.code === code)
  );
}

/** A message without what differs from case to case: the names in brackets, and every word with a digit. */
function withoutValues(message: string): string {
  return message.replace(/\[[^\]]*\]/g, '[]').replace(/\w*\d\w*/g, '#');
}
