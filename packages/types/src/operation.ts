/** What a caller needs to know of one operation, and nothing of the others. */
import type { Check } from './checks.ts';
import type { operations } from './openapi.gen.ts';

export interface Operation<Id extends keyof operations> {
  readonly id: Id;
  /** HTTP method. */
  readonly method: string;
  /** Path template. */
  readonly path: string;
  /** How long a caller waits for the whole answer, unless it says otherwise. Milliseconds. */
  readonly timeout: number;
  /**
   * Whether a call may be sent again where nobody knows what became of the first: once more is then the same as once. A name stands for a
   * property of the body that must be given for that.
   */
  readonly repeatable: boolean | string;
  /**
   * Of a deletion alone: the parameter of what it removes, and status and code of the failures that say that this is not there. Whoever
   * sends it again has them for a success.
   */
  readonly gone?: { readonly id: string; readonly failures: readonly string[] };
  /** Checks a successful answer; undefined where the contract promises no body. */
  readonly check: Check | undefined;
}
