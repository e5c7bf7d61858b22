/** What `mock.on(operationId)` gives: a test sets its stubs with it. */
import type { AnswerFunction, MockCall, StubAnswer } from './answer.ts';

/**
 * Sets stubs of one operation. Of those that fit a call, a `once` answers first, in the order in which they were set; else the
 * latest `always` or `sequence`. Where none fits the mock answers as ever.
 *
 * Each method throws a RangeError where the operation documents no such example, failure or status, or where a body does not fit the
 * contract (its place is named), and a TypeError for anything that is no answer.
 */
export interface Stubbing<Id extends string> {
  /** Stubs that are set on what this gives answer only calls for which the predicate is true. */
  when(predicate: (call: MockCall<Id>) => boolean): Stubbing<Id>;
  /** Answers one call. */
  once(answer: StubAnswer<Id> | AnswerFunction<Id>): Stubbing<Id>;
  /** Answers every call. */
  always(answer: StubAnswer<Id> | AnswerFunction<Id>): Stubbing<Id>;
  /** Answers one call after the other; the last answer stays for all that follow. */
  sequence(
    ...answers: readonly [StubAnswer<Id> | AnswerFunction<Id>, ...(StubAnswer<Id> | AnswerFunction<Id>)[]]
  ): Stubbing<Id>;
}
