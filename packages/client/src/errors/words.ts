/** What an error can say beside its facts: programs do without it, so that a bundle need not hold it. */
import type { FailedAnswer } from './api-error.ts';
import type { FailureAction, FailureName } from './failures.ts';
import type { UnexpectedReason } from './unexpected-answer-error.ts';

/** What has happened, and what to do about it. */
export interface Explanation {
  readonly meaning: string;
  readonly remedy: string;
}

/** What is known of a failed answer. */
export interface FailureExplanation {
  readonly failure?: FailureName | undefined;
  readonly action?: FailureAction | undefined;
  readonly meaning?: string | undefined;
  readonly remedy?: string | undefined;
  /** Whether meaning and remedy are a guess, since the answer is not in this API's words. */
  readonly isGuess?: boolean;
}

/** Explains errors to people. */
export interface Remedies {
  /** Of a failed answer. */
  ofFailure(answer: FailedAnswer): FailureExplanation;
  /** Of a connection that was not made, or broke before an answer. */
  ofConnection(fault: Error): Explanation;
  /** What to do where a deadline has passed. */
  readonly ofTimeout: string;
  /** What to do about an answer that is none of this API's, by what is wrong with it. */
  readonly ofAnswer: Readonly<Record<UnexpectedReason, string>>;
}
