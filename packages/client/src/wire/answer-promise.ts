/** The promise of a call: of the answer's value, and on request of the answer's facts too. */
import type { Reply } from './exchange.ts';
import { requestIdOf } from './exchange.ts';
import type { TransportAnswer } from './transport.ts';

/** A call's value with what its answer said beside it. */
export interface Answered<T> {
  /** What the call gives back. */
  readonly data: T;
  /** HTTP status. */
  readonly status: number;
  /** Headers of the answer. */
  readonly headers: TransportAnswer['headers'];
  /** `X-Request-Id` of the answer, under which its sender knows it. */
  readonly requestId: string | undefined;
}

/** A promise like any other, of one request however often it is asked. */
export interface AnswerPromise<T> extends Promise<T> {
  /** The value with status, headers and request id of its answer; fails as the promise itself does. */
  withResponse(): Promise<Answered<T>>;
}

/** Gives the promise of a call its method; `reply` is asked once the value is there. */
export function answerPromise<T>(value: Promise<T>, reply: () => Reply): AnswerPromise<T> {
  // Derived from the one promise: whoever awaits this one has handled that one's failure too.
  const withResponse = () =>
    value.then((data) => {
      const answer = reply();
      return { data, status: answer.status, headers: answer.headers, requestId: requestIdOf(answer) };
    });
  // An own property, and no subclass: `await` takes a plain promise as it is.
  return Object.assign(value, { withResponse });
}
