/** What an error can say beside its facts: programs do without it, so that a bundle need not hold it. */
import type { FailedAnswer } from './api-error.ts';
import type { KnownFailure } from './failures.ts';

/** What has happened, and what to do about it. */
export interface Explanation {
  readonly meaning: string;
  readonly remedy: string;
}

/** The explanation of a failed answer. */
export interface FailureExplanation extends Explanation {
  /** Whether it is a guess, since the answer is not in this API's words. */
  readonly isGuess: boolean;
}

/** Explains errors to people. */
export interface Remedies {
  /**
   * Of a failed answer; undefined where there is nothing to say.
   *
   * @param known what the contract makes of the answer
   */
  ofFailure(answer: FailedAnswer, known: KnownFailure | undefined): FailureExplanation | undefined;
  /** Of a connection that was not made, or broke before an answer. */
  ofConnection(fault: Error): Explanation;
  /** What to check where another server has the address. */
  readonly checkAddress: string;
}
