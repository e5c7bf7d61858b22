/** A command line that cannot be used; its message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** 2 for wrong usage, 1 for any other failure. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof UsageError ? 2 : 1;
}
